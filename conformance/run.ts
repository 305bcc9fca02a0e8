import { inspect, isDeepStrictEqual } from 'node:util'
import { ApiError } from '#/api/errors.ts'
import type { Fact, Group } from './fact.ts'
import type { Lab } from './lab/lab.ts'

export interface FactResult {
  group: string
  name: string
  source: readonly string[]
  outcome: 'holds' | 'fails' | 'skipped'
  /** Reason for skipping. */
  reason?: string
  expected?: unknown
  actual?: unknown
  milliseconds: number
}

/** Tests one fact. Does not throw, unless the run was aborted: an error is the actual result of a failed fact. */
export async function runFact(group: string, fact: Fact, lab: Lab): Promise<FactResult> {
  const details = { group, name: fact.name, source: fact.source }
  const reason = skipReason(fact, lab)
  if (reason !== undefined) return { ...details, outcome: 'skipped', reason, milliseconds: 0 }
  const start = performance.now()
  const milliseconds = () => Math.round(performance.now() - start)
  try {
    const { expected, actual } = await fact.run(lab)
    if (isDeepStrictEqual(actual, expected)) return { ...details, outcome: 'holds', milliseconds: milliseconds() }
    return { ...details, outcome: 'fails', expected, actual, milliseconds: milliseconds() }
  } catch (error) {
    if (lab.signal.aborted) throw error
    return { ...details, outcome: 'fails', actual: describeError(error), milliseconds: milliseconds() }
  }
}

/**
 * Tests all facts, one after another.
 * @throws the signal's reason when the run is aborted
 */
export async function runFacts(groups: readonly Group[], lab: Lab, report: (result: FactResult) => void) {
  const results: FactResult[] = []
  for (const { name, facts } of groups) {
    for (const fact of facts) {
      lab.signal.throwIfAborted()
      const result = await runFact(name, fact, lab)
      results.push(result)
      report(result)
    }
  }
  return results
}

function skipReason({ realOnly, demoOnly, needs }: Fact, lab: Lab): string | undefined {
  if (lab.isDemo) return realOnly && `on the demo: ${realOnly}`
  if (demoOnly !== undefined) return `on a real server: ${demoOnly}`
  if (needs === 'administrator') return 'only an administrator can do this'
  if (needs === 'other' && !lab.hasOther) return 'needs a second account: KPI_OTHER_USERNAME, KPI_OTHER_PASSWORD'
  return undefined
}

function describeError(error: unknown): string {
  if (error instanceof ApiError) return `${error.kind} ${error.status ?? ''} ${error.message || inspect(error.cause)}`
  return error instanceof Error ? `${error.name}: ${error.message}` : inspect(error)
}
