import type { Tally } from './tally.ts'

/** How a check went. The output is shown where it failed. */
export interface Outcome {
  ok: boolean
  output: string
  /** What it adds to the closing line. */
  tally: Tally
}

/** One thing that `npm test` looks at. */
export interface Check {
  name: string
  /** Checks that must have gone well before this one makes sense. */
  needs: string[]
  /** How many processor cores it keeps busy. */
  cores: number
  run: () => Promise<Outcome>
}

/** A check that ended after so many milliseconds, or that was left out since another one failed. */
export type Result = { check: Check; outcome: Outcome; duration: number } | { check: Check; outcome: null }

/** Runs checks side by side as far as the cores allow, in the given order, each after those that it needs. */
export async function runChecks(checks: Check[], cores: number, onResult: (result: Result) => void): Promise<Result[]> {
  const results = new Map<string, Result>()
  const running = new Map<string, Promise<void>>()
  let free = cores

  const settle = (result: Result) => {
    results.set(result.check.name, result)
    onResult(result)
  }
  const begin = async (check: Check) => {
    const began = performance.now()
    free -= check.cores
    const outcome = await check.run()
    free += check.cores
    running.delete(check.name)
    settle({ check, outcome, duration: performance.now() - began })
  }

  while (results.size < checks.length) {
    for (const check of checks) {
      if (results.has(check.name) || running.has(check.name)) continue
      const needed = check.needs.filter((name) => checks.some((other) => other.name === name))
      if (needed.some((name) => results.has(name) && !results.get(name)?.outcome?.ok)) settle({ check, outcome: null })
      else if (needed.every((name) => results.has(name)) && check.cores <= free) running.set(check.name, begin(check))
    }
    if (running.size > 0) await Promise.race(running.values())
  }
  return [...results.values()]
}
