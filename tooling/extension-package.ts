import { zipSync } from 'fflate'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type ExtensionBrowser, extensionManifest } from './extension-manifest.ts'
import { root } from './project.ts'

/** Files by their paths in the package. */
type Files = Record<string, Uint8Array>

/** The earliest time that a zip can tell, for every file: when it was packed is nobody's business. */
const LONG_AGO = new Date(1980, 0, 1)

/** What is for hosts and for developers only. */
const notPacked = /\.(map|d\.ts)$|^\.vite\/|^icons\/(apple|maskable)/

/** The package for one family of browsers. The same build makes the same bytes, whenever and wherever it is packed. */
export function packageOf(browser: ExtensionBrowser, build = join(root, 'dist')): Uint8Array {
  const manifest = JSON.stringify(extensionManifest(browser), null, 2)
  return zipOf({
    ...filesOf(build, notPacked),
    ...filesOf(join(root, 'extension'), notPacked),
    LICENSE: readFileSync(join(root, 'LICENSE')),
    'manifest.json': new TextEncoder().encode(`${manifest}\n`),
  })
}

/** A zip that tells nothing but its content: neither when files were made, nor in which order they came. */
function zipOf(files: Files): Uint8Array {
  const sorted = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1))
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: LONG_AGO })
}

function filesOf(folder: string, except: RegExp): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'))
    .filter((path) => !except.test(path))
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path))]))
}
