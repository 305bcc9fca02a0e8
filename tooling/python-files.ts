import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Plugin } from 'vite'
import { root } from './project.ts'

const pyodide = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'))

/**
 * What the exact check of forms loads, by name: Python as WebAssembly, and the server's converter. The first one is renamed,
 * since not every web server knows the type of `.mjs`.
 */
const FILES: Record<string, string> = {
  'pyodide.js': join(pyodide, 'pyodide.mjs'),
  'pyodide.asm.js': join(pyodide, 'pyodide.asm.js'),
  'pyodide.asm.wasm': join(pyodide, 'pyodide.asm.wasm'),
  'python_stdlib.zip': join(pyodide, 'python_stdlib.zip'),
  'pyodide-lock.json': join(pyodide, 'pyodide-lock.json'),
  'packages.zip': join(root, 'vendor/pyxform/packages.zip'),
}

const LICENSES: Record<string, string> = {
  'LICENSE.pyodide': join(root, 'vendor/pyodide/LICENSE.pyodide'),
  'LICENSE.python': join(root, 'vendor/pyodide/LICENSE.python'),
  'LICENSE.pyxform': join(root, 'vendor/pyxform/LICENSE.pyxform'),
}

const VIRTUAL = 'virtual:python-files'

interface PythonFiles {
  /** Below the site's root, with the last slash. It holds a hash of all files, so that they may be cached for ever. */
  folder: string
  /** Bytes of each, by name. */
  sizes: Record<string, number>
  /** Bytes of all, as web servers compress them. */
  downloadSize: number
}

/** Puts the files of the exact check into the build, and tells the app where they are and how large. */
export function pythonFiles(): Plugin {
  let isBuild = false
  return {
    name: 'fieldboard:python-files',
    configResolved: ({ command }) => void (isBuild = command === 'build'),
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : null),
    load: async (id) =>
      id === `\0${VIRTUAL}` ? `export const pythonFiles = ${JSON.stringify(await describeFiles(isBuild))}` : null,
    generateBundle() {
      const folder = folderOf(contents(FILES))
      for (const [name, source] of Object.entries({ ...contents(FILES), ...contents(LICENSES) })) {
        this.emitFile({ type: 'asset', fileName: `${folder}${name}`, source })
      }
    },
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const [, name = ''] = /\/assets\/python-\w+\/([\w.-]+)$/.exec(request.url?.split('?')[0] ?? '') ?? []
        const path = FILES[name]
        if (path === undefined) return next()
        const type = name.endsWith('.js') ? 'text/javascript' : name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream' // prettier-ignore
        response.setHeader('Content-Type', type)
        response.end(readFileSync(path))
      })
    },
  }
}

const contents = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([name, path]) => [name, new Uint8Array(readFileSync(path))]))

function folderOf(files: Record<string, Uint8Array>): string {
  const hash = createHash('sha256')
  for (const [name, content] of Object.entries(files)) hash.update(name).update(content)
  return `assets/python-${hash.digest('hex').slice(0, 8)}/`
}

/** Compressing takes a second, which a development server does not need. */
async function describeFiles(compresses: boolean): Promise<PythonFiles> {
  const files = contents(FILES)
  const zip = promisify(gzip)
  const sent = await Promise.all(
    Object.entries(files).map(async ([name, content]) =>
      compresses && !name.endsWith('.zip') ? (await zip(content)).length : content.length,
    ),
  )
  return {
    folder: folderOf(files),
    sizes: Object.fromEntries(Object.entries(files).map(([name, { length }]) => [name, length])),
    downloadSize: sent.reduce((sum, size) => sum + size, 0),
  }
}
