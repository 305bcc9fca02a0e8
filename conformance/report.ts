import { inspect } from 'node:util'
import type { FactResult } from './run.ts'

const inOneLine = (value: unknown) =>
  inspect(value, { depth: 6, breakLength: Infinity, compact: true, maxArrayLength: 30, maxStringLength: 300 })

/** A line for a fact that fails: what was expected, what came, and where the expectation is from. */
export function failureLine({ group, name, source, expected, got }: FactResult): string {
  const compared =
    expected === undefined ? `got ${inOneLine(got)}` : `expected ${inOneLine(expected)}, got ${inOneLine(got)}`
  return `✗ ${group}: ${name}: ${compared} [${source.join(', ')}]`
}

const countOf = (results: readonly FactResult[], outcome: FactResult['outcome']) =>
  results.filter((result) => result.outcome === outcome).length

/** A line for each group, the skipped facts by name with the reason, and the sums. */
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
