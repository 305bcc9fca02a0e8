// How fast the app is on this machine, as a table: `npm run bench -- --json figures.json --only "1,269 questions"`.
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { AS_HERE, launch, signIn, SLOW_LAPTOP, SLOW_NETWORK } from '../bench/browser.ts'
import { benchCases } from '../bench/cases.ts'
import { type Figure, median, table } from '../bench/figures.ts'
import { measureList } from '../bench/measure-list.ts'
import { measureTable } from '../bench/measure-table.ts'
import { compared } from '../bench/ratios.ts'
import { Failure, runTask } from '../tooling/fail.ts'
import { readOptions } from '../tooling/options.ts'
import { endAllOnSignal, startServer } from '../tooling/processes.ts'

const HELP = '--json FILE, --runs 3, --only WORDS (of the names of what is measured).'

endAllOnSignal()
await runTask(async () => {
  const options = {
    json: { type: 'string' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  } as const
  const { values } = readOptions({ args: process.argv.slice(2), options }, HELP)
  if (!/^[1-9]\d?$/.test(values.runs)) throw new Failure(`“${values.runs}” is not a number of runs.`)

  const server = await startServer('demo-server', ['--port', '0', '--app', '/', '--large', '--gzip'])
  const browser = await launch()
  const address = `${server.address}/`
  const state = await signIn(browser, address)
  const measurements = [
    ...[AS_HERE, SLOW_LAPTOP, SLOW_NETWORK].map((conditions) => ({
      name: `list of projects${conditions.name}`,
      measure: () => measureList(browser, state, address, conditions),
    })),
    ...benchCases.map(({ conditions, ...its }) => ({
      name: `${its.name}${conditions.name}`,
      measure: () => measureTable(browser, state, address, its, conditions),
    })),
  ].filter(({ name }) => name.includes(values.only))

  const figures: Figure[] = []
  for (const { name, measure } of measurements) {
    process.stderr.write(`${name} …\n`)
    const runs: Figure[][] = []
    for (let run = 0; run < Number(values.runs); run += 1) runs.push(await measure())
    figures.push(
      ...(runs[0] ?? []).map((figure, at) => ({ ...figure, value: median(runs.map((one) => one[at]?.value ?? NaN)) })),
    )
  }
  figures.push(...compared(figures))
  await browser.close()
  server.stop()

  console.log(`Chromium ${browser.version()}, ${cpus().length} cores, the middle of ${values.runs} runs.\n`)
  console.log(table(figures))
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
})
