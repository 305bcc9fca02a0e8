// The app and its demo against recordings of real servers: `npm run contract -- DIR…`; `--learn` keeps their shapes.
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { checkFolder, inLines } from '../contract/check.ts'
import { learnFrom, readLessons, SHAPES_FILE, write } from '../contract/lessons.ts'
import { readFolder, RECORDINGS } from '../contract/recordings.ts'
import { Failure, runTask } from '../tooling/fail.ts'
import { readOptions } from '../tooling/options.ts'

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory()

/** The folders to read: as npm's caller named them, from where they stand. */
function folders(named: string[]): string[] {
  const found = named.length > 0 ? named.map((name) => resolve(process.env['INIT_CWD'] ?? '', name)) : [RECORDINGS]
  const absent = found.find((folder) => !isFolder(folder))
  if (absent !== undefined) throw new Failure(`There is no folder ${absent}. Name folders of recordings.`)
  return found
}

await runTask(async () => {
  const options = { learn: { type: 'boolean', default: false } } as const
  const { values, positionals } = readOptions({ allowPositionals: true, options }, '--learn, and folders.')
  const read = folders(positionals).map(readFolder)
  const recordings = read.flatMap((folder) => folder.recordings)
  const unreadable = read.flatMap((folder) => folder.unreadable)
  if (values.learn) {
    const text = await format(write(learnFrom(recordings)), {
      ...(await resolveConfig(SHAPES_FILE)),
      filepath: SHAPES_FILE,
      objectWrap: 'collapse',
    })
    writeFileSync(SHAPES_FILE, text)
    for (const { name, problem } of unreadable) console.log(`✗ ${name}: ${problem}`)
    console.log(`${recordings.length} recordings taught what is in contract/shapes.json.`)
    return unreadable.length > 0 ? 1 : 0
  }
  const report = await checkFolder(recordings, unreadable, readLessons())
  console.log(inLines(report))
  return report.failures.length > 0 ? 1 : 0
})
