// Runs all checks in parallel: `npm test`, or some of them: `npm test -- unit types`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { checks, reportsFolder } from '../tooling/checks.ts'
import { Failure, runTask } from '../tooling/fail.ts'
import { readOptions } from '../tooling/options.ts'
import { endAllOnSignal } from '../tooling/processes.ts'
import { isBuildStale } from '../tooling/production-build.ts'
import { type Check, type Result, runChecks } from '../tooling/schedule.ts'
import { add, emptyTally, formatTally } from '../tooling/tally.ts'

/** The named checks with those they need; the build only if it is out of date. */
function selectChecks(names: string[]): Check[] {
  const unknown = names.find((name) => !checks.some((check) => check.name === name))
  if (unknown !== undefined) {
    throw new Failure(`There is no check “${unknown}”. The checks are: ${checks.map(({ name }) => name).join(', ')}.`)
  }
  if (names.length === 0) return checks
  const selected = new Set(names)
  for (const check of checks) if (selected.has(check.name)) for (const need of check.needs) selected.add(need)
  if (!names.includes('build') && !isBuildStale()) selected.delete('build')
  return checks.filter(({ name }) => selected.has(name))
}

/** A line for a check, followed by its output if it failed. */
function formatResult(result: Result, isVerbose: boolean): string {
  const { check, outcome } = result
  if (outcome === null) return `– ${check.name}: skipped, because a check that it needs failed`
  const { passed, failed, skipped } = outcome.tally
  const counts = passed + failed + skipped > 0 ? `  ${formatTally(outcome.tally)}` : ''
  const line = `${outcome.ok ? '✓' : '✗'} ${check.name}${counts}  ${(result.duration / 1000).toFixed(1)} s`
  return outcome.ok && !isVerbose ? line : `${line}\n${outcome.output.replace(/^/gm, '    ').trimEnd()}`
}

endAllOnSignal()
await runTask(async () => {
  const options = { verbose: { type: 'boolean' } } as const
  const { values, positionals } = readOptions({ allowPositionals: true, options }, '--verbose, and names of checks.')
  const report = (result: Result) => console.log(formatResult(result, values.verbose === true))
  const selectedChecks = selectChecks(positionals)
  const summary = join(reportsFolder, 'summary.json')
  mkdirSync(reportsFolder, { recursive: true })
  rmSync(summary, { force: true })

  const results = await runChecks(selectedChecks, Math.max(2, availableParallelism()), report)
  const total = results.map(({ outcome }) => outcome?.tally ?? emptyTally).reduce(add)
  writeFileSync(summary, `${JSON.stringify(total)}\n`)
  const failedChecks = results.filter(({ outcome }) => !outcome?.ok).map(({ check }) => check.name)
  console.log(
    `\n${failedChecks.length > 0 ? `Failed: ${failedChecks.join(', ')}` : 'All checks passed'}. Tests: ${formatTally(total)}.`,
  )
  return failedChecks.length > 0 ? 1 : 0
})
