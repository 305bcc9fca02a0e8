import { inspect } from 'node:util'
import type { FactResult } from './run.ts'

const formatValue = (value: unknown) =>
  inspect(value, { depth: 6, breakLength: Infinity, compact: true, maxArrayLength: 30, maxStringLength: 300 })

/** One line about a failed fact: the expected and the actual result, and the source of the expectation. */
export function failureLine({ group, name, source, expected, actual }: FactResult): string {
  const comparison =
    expected === undefined
      ? `got ${formatValue(actual)}`
      : `expected ${formatValue(expected)}, got ${formatValue(actual)}`
  return `✗ ${group}: ${name}: ${comparison} [${source.join(', ')}]`
}

const countOf = (results: readonly FactResult[], outcome: FactResult['outcome']) =>
  results.filter((result) => result.outcome === outcome).length

/** The skipped facts with the reason, a line for each group, and the totals. */
export function summary(results: readonly FactResult[]): string {
  const groups = [...new Set(results.map(({ group }) => group))]
  const width = Math.max(...groups.map((group) => group.length))
  const lines = groups.map((name) => {
    const group = results.filter((result) => result.group === name)
    const seconds = group.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000
    const counts = `${countOf(group, 'holds')} hold, ${countOf(group, 'fails')} fail, ${countOf(group, 'skipped')} skipped`
    return `${name.padEnd(width)}  ${counts}  ${seconds.toFixed(1)} s`
  })
  const skipped = results.filter(({ outcome }) => outcome === 'skipped')
  return [
    ...skipped.map(({ group, name, reason }) => `– ${group}: ${name}: skipped, ${reason}`),
    '',
    ...lines,
    '',
    `${results.length} facts: ${countOf(results, 'holds')} hold, ${countOf(results, 'fails')} fail, ${countOf(results, 'skipped')} skipped.`,
  ].join('\n')
}
