import type { Tally } from './tally.ts'

/** The result of a check. The output is printed if it failed. */
export interface Outcome {
  ok: boolean
  output: string
  /** Counts for the totals. */
  tally: Tally
}

/** A check of `npm test`. */
export interface Check {
  name: string
  /** Checks that must pass before this one runs. */
  needs: string[]
  /** Number of processor cores that it uses. */
  cores: number
  run: () => Promise<Outcome>
}

/** A finished check with its duration in milliseconds, or a skipped one (`outcome: null`). */
export type Result = { check: Check; outcome: Outcome; duration: number } | { check: Check; outcome: null }

/** Runs checks in parallel within the number of cores, in the given order, each after those that it needs. */
export async function runChecks(checks: Check[], cores: number, onResult: (result: Result) => void): Promise<Result[]> {
  const results = new Map<string, Result>()
  const running = new Map<string, Promise<void>>()
  let freeCores = cores

  const finish = (result: Result) => {
    results.set(result.check.name, result)
    onResult(result)
  }
  const startCheck = async (check: Check) => {
    const startTime = performance.now()
    freeCores -= check.cores
    const outcome = await check.run()
    freeCores += check.cores
    running.delete(check.name)
    finish({ check, outcome, duration: performance.now() - startTime })
  }

  while (results.size < checks.length) {
    for (const check of checks) {
      if (results.has(check.name) || running.has(check.name)) continue
      const needed = check.needs.filter((name) => checks.some((other) => other.name === name))
      if (needed.some((name) => results.has(name) && !results.get(name)?.outcome?.ok)) finish({ check, outcome: null })
      else if (needed.every((name) => results.has(name)) && check.cores <= freeCores)
        running.set(check.name, startCheck(check))
    }
    if (running.size > 0) await Promise.race(running.values())
  }
  return [...results.values()]
}
