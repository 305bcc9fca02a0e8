import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { loadPyodide } from 'pyodide'
import { startConverter } from '../../src/lib/xlsform/pyxform/converter.ts'
import { root } from '../../tooling/project.ts'

/** Starts the server's converter under Node. */
export const startNodeConverter = () =>
  startConverter({
    load: loadPyodide,
    indexURL: `${dirname(createRequire(import.meta.url).resolve('pyodide/package.json'))}/`,
    packages: new Uint8Array(readFileSync(join(root, 'vendor/pyxform/packages.zip'))),
  })
