// Checks the app and its demo against recordings of real servers: `npm run contract -- DIR…`; `--learn` stores their
// shapes.
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { checkFolder, formatReport } from '../contract/check.ts'
import { collectShapes, readShapes, serializeShapes, SHAPES_FILE } from '../contract/recorded-shapes.ts'
import { readFolder, RECORDINGS } from '../contract/recordings.ts'
import { Failure, runTask } from '../tooling/fail.ts'
import { readOptions } from '../tooling/options.ts'

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory()

/** The folders to read, relative to the folder in which npm was called. */
function folders(names: string[]): string[] {
  const paths = names.length > 0 ? names.map((name) => resolve(process.env['INIT_CWD'] ?? '', name)) : [RECORDINGS]
  const missing = paths.find((folder) => !isFolder(folder))
  if (missing !== undefined) throw new Failure(`Folder not found: ${missing}. Name folders with recordings.`)
  return paths
}

await runTask(async () => {
  const options = { learn: { type: 'boolean', default: false } } as const
  const { values, positionals } = readOptions({ allowPositionals: true, options }, '--learn, and folders.')
  const folderContents = folders(positionals).map(readFolder)
  const recordings = folderContents.flatMap((folder) => folder.recordings)
  const unreadable = folderContents.flatMap((folder) => folder.unreadable)
  if (values.learn) {
    const text = await format(serializeShapes(collectShapes(recordings)), {
      ...(await resolveConfig(SHAPES_FILE)),
      filepath: SHAPES_FILE,
      objectWrap: 'collapse',
    })
    writeFileSync(SHAPES_FILE, text)
    for (const { name, problem } of unreadable) console.log(`✗ ${name}: ${problem}`)
    console.log(`${recordings.length} recordings were read into contract/shapes.json.`)
    return unreadable.length > 0 ? 1 : 0
  }
  const report = await checkFolder(recordings, unreadable, readShapes())
  console.log(formatReport(report))
  return report.failures.length > 0 ? 1 : 0
})
