import { inspect, isDeepStrictEqual } from 'node:util'
import { ApiError } from '#/api/errors.ts'
import type { Fact, Group } from './fact.ts'
import type { Lab } from './lab/lab.ts'

export interface FactResult {
  group: string
  name: string
  source: readonly string[]
  outcome: 'holds' | 'fails' | 'skipped'
  /** Why it was skipped. */
  reason?: string
  expected?: unknown
  got?: unknown
  milliseconds: number
}

/** Tries one fact. It never throws: what could not be asked fails, with the error as what was got. */
export async function tryFact(group: string, fact: Fact, lab: Lab): Promise<FactResult> {
  const about = { group, name: fact.name, source: fact.source }
  const reason = whySkipped(fact, lab)
  if (reason !== undefined) return { ...about, outcome: 'skipped', reason, milliseconds: 0 }
  const start = performance.now()
  const milliseconds = () => Math.round(performance.now() - start)
  try {
    const { expected, got } = await fact.attempt(lab)
    if (isDeepStrictEqual(got, expected)) return { ...about, outcome: 'holds', milliseconds: milliseconds() }
    return { ...about, outcome: 'fails', expected, got, milliseconds: milliseconds() }
  } catch (error) {
    if (lab.signal.aborted) throw error
    return { ...about, outcome: 'fails', got: describeError(error), milliseconds: milliseconds() }
  }
}

/** Tries all facts, one after another. @throws the signal's reason when the lab is told to end. */
export async function runFacts(groups: readonly Group[], lab: Lab, report: (result: FactResult) => void) {
  const results: FactResult[] = []
  for (const { name, facts } of groups) {
    for (const fact of facts) {
      lab.signal.throwIfAborted()
      const result = await tryFact(name, fact, lab)
      results.push(result)
      report(result)
    }
  }
  return results
}

function whySkipped({ realOnly, demoOnly, needs }: Fact, lab: Lab): string | undefined {
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
