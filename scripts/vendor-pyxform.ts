// Makes vendor/pyxform/packages.zip anew: `npm run vendor-pyxform`, after a change of its requirements.txt. Needs pip, which
// checks the hashes. Nothing else of the project needs Python.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { runTask } from '../tooling/fail.ts'
import { root } from '../tooling/project.ts'

const folder = join(root, 'vendor/pyxform')

/** What the converter does not read: the Java program that validates, tests, examples, type stubs. */
const isUnused = (path: string) =>
  /\.jar$|\/translators\/|\/validators\/(updater|xlsform_spec_test|odk_validate\/bin)|\/question_types\/.*\.xls$|\.pyi$|RECORD$/.test(
    path,
  )

/** A fixed date, so that the same packages give the same file. */
const options = { level: 9, mtime: new Date(2026, 0, 1) } as const

await runTask(async () => {
  const wheels = mkdtempSync(join(tmpdir(), 'pyxform-'))
  try {
    const requirements = join(folder, 'requirements.txt')
    const args = ['download', '--no-deps', '--only-binary=:all:', '--require-hashes', '-r', requirements, '-d', wheels]
    execFileSync('pip', args, { stdio: 'inherit' })
    const files: Record<string, Uint8Array> = {}
    for (const wheel of readdirSync(wheels).toSorted()) {
      for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(wheels, wheel))))) {
        if (!path.endsWith('/') && !isUnused(path)) files[path] = bytes
      }
    }
    const archive = zipSync(files, options)
    writeFileSync(join(folder, 'packages.zip'), archive)
    console.log(`${Object.keys(files).length} files, ${Math.round(archive.length / 1000)} kB`)
  } finally {
    rmSync(wheels, { recursive: true })
  }
})
