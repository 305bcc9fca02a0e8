// All checks, side by side as far as two cores allow: `npm test`, or some of them: `npm test -- unit types`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { checks, reports } from '../tooling/checks.ts'
import { Failure, runTask } from '../tooling/fail.ts'
import { readOptions } from '../tooling/options.ts'
import { endAllOnSignal } from '../tooling/processes.ts'
import { isBuildStale } from '../tooling/production-build.ts'
import { type Check, type Result, runChecks } from '../tooling/schedule.ts'
import { add, inWords, nothing } from '../tooling/tally.ts'

/** The named checks, with what they need; a build that is up to date is taken as it is. */
function choose(names: string[]): Check[] {
  const unknown = names.find((name) => !checks.some((check) => check.name === name))
  if (unknown !== undefined) {
    throw new Failure(`There is no check “${unknown}”. They are: ${checks.map(({ name }) => name).join(', ')}.`)
  }
  if (names.length === 0) return checks
  const wanted = new Set(names)
  for (const check of checks) if (wanted.has(check.name)) for (const need of check.needs) wanted.add(need)
  if (!names.includes('build') && !isBuildStale()) wanted.delete('build')
  return checks.filter(({ name }) => wanted.has(name))
}

/** A line for each check; what it printed follows where it failed. */
function inLines(result: Result, isVerbose: boolean): string {
  const { check, outcome } = result
  if (outcome === null) return `– ${check.name}: not run, since what it needs failed`
  const { passed, failed, skipped } = outcome.tally
  const counts = passed + failed + skipped > 0 ? `  ${inWords(outcome.tally)}` : ''
  const line = `${outcome.ok ? '✓' : '✗'} ${check.name}${counts}  ${(result.duration / 1000).toFixed(1)} s`
  return outcome.ok && !isVerbose ? line : `${line}\n${outcome.output.replace(/^/gm, '    ').trimEnd()}`
}

endAllOnSignal()
await runTask(async () => {
  const options = { verbose: { type: 'boolean' } } as const
  const { values, positionals } = readOptions({ allowPositionals: true, options }, '--verbose, and names of checks.')
  const report = (result: Result) => console.log(inLines(result, values.verbose === true))
  const chosen = choose(positionals)
  const summary = join(reports, 'summary.json')
  mkdirSync(reports, { recursive: true })
  rmSync(summary, { force: true })

  const results = await runChecks(chosen, Math.max(2, availableParallelism()), report)
  const total = results.map(({ outcome }) => outcome?.tally ?? nothing).reduce(add)
  writeFileSync(summary, `${JSON.stringify(total)}\n`)
  const notWell = results.filter(({ outcome }) => !outcome?.ok).map(({ check }) => check.name)
  console.log(`\n${notWell.length > 0 ? `Not well: ${notWell.join(', ')}` : 'All is well'}. Tests: ${inWords(total)}.`)
  return notWell.length > 0 ? 1 : 0
})
