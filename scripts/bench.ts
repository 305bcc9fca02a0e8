// How fast the app is on this machine, as a table: `npm run bench -- --json results.json --only "1,269 questions"`.
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { AS_HERE, launch, signIn, SLOW_LAPTOP, SLOW_NETWORK } from '../bench/browser.ts'
import { benchCases } from '../bench/cases.ts'
import { measureList } from '../bench/measure-list.ts'
import { measureAccess } from '../bench/measure-access.ts'
import { measureOpening } from '../bench/measure-opening.ts'
import { measureTable } from '../bench/measure-table.ts'
import { compared } from '../bench/ratios.ts'
import { median, type Result, table } from '../bench/results.ts'
import { Failure, runTask } from '../tooling/fail.ts'
import { readOptions } from '../tooling/options.ts'
import { endAllOnSignal, startServer } from '../tooling/processes.ts'

const HELP = '--json FILE, --runs 3, --only TEXT (part of a measurement’s name).'

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
      name: `opening${conditions.name}`,
      measure: () => measureOpening(browser, state, address, conditions),
    })),
    { name: '10,000 projects', measure: () => measureList(browser, state, address) },
    ...benchCases.map(({ conditions, ...its }) => ({
      name: `${its.name}${conditions.name}`,
      measure: () => measureTable(browser, state, address, its, conditions),
    })),
    { name: 'access review, 1,000 × 200', measure: () => measureAccess(browser, AS_HERE) },
  ].filter(({ name }) => name.includes(values.only))

  const results: Result[] = []
  for (const { name, measure } of measurements) {
    process.stderr.write(`${name} …\n`)
    const runs: Result[][] = []
    for (let run = 0; run < Number(values.runs); run += 1) runs.push(await measure())
    results.push(
      ...(runs[0] ?? []).map((result, at) => ({ ...result, value: median(runs.map((one) => one[at]?.value ?? NaN)) })),
    )
  }
  results.push(...compared(results))
  await browser.close()
  server.stop()

  console.log(`Chromium ${browser.version()}, ${cpus().length} cores, the median of ${values.runs} runs.\n`)
  console.log(table(results))
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`)
})
