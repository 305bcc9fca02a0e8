import { zipSync } from 'fflate'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type ExtensionBrowser, extensionManifest } from './extension-manifest.ts'
import { root } from './project.ts'

/** Files by their paths in the package. */
type Files = Record<string, Uint8Array>

/** The earliest time in a zip file, used for every file so that packages are reproducible. */
const FIXED_TIME = new Date(1980, 0, 1)

/** Files for hosts and developers only. Extensions cannot let one worker alone run WebAssembly. */
const excluded = /\.(map|d\.ts)$|^assets\/python-|^\.vite\/|^icons\/(apple|maskable)/

/** The package for a browser family. The same build always gives the same bytes. */
export function packageOf(browser: ExtensionBrowser, build = join(root, 'dist')): Uint8Array {
  const manifest = JSON.stringify(extensionManifest(browser), null, 2)
  return zipOf({
    ...filesOf(build, excluded),
    ...filesOf(join(root, 'extension'), excluded),
    LICENSE: readFileSync(join(root, 'LICENSE')),
    'manifest.json': new TextEncoder().encode(`${manifest}\n`),
  })
}

/** A zip file whose bytes depend only on the content of its files. */
function zipOf(files: Files): Uint8Array {
  const sorted = Object.entries(files).sort(([first], [second]) => (first < second ? -1 : 1))
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: FIXED_TIME })
}

function filesOf(folder: string, except: RegExp): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'))
    .filter((path) => !except.test(path))
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path))]))
}
