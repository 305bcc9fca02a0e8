import { existsSync, readFileSync } from 'node:fs'

/** How many tests went which way. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }
export const oneFailed: Tally = { passed: 0, failed: 1, skipped: 0 }

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  }
}

/** `3 passed, 1 failed`, and the skipped ones if there are any. */
export function inWords({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * What a test runner's report comes to. A runner that failed without a failed test (a file that does not load, an error
 * between tests), or that ran no test, counts as one failed.
 */
export function settle(report: Tally | null, exitCode: number): Tally {
  if (report === null || report.passed + report.failed + report.skipped === 0) return oneFailed
  return exitCode !== 0 && report.failed === 0 ? { ...report, failed: 1 } : report
}

/** The JSON report of Vitest. */
export function readVitestReport(file: string): Tally | null {
  const report = readJson(file) as VitestReport | null
  if (report === null) return null
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests, numTodoTests } = report
  return { passed, failed, skipped: numPendingTests + numTodoTests }
}

/** The JSON report of Playwright. A test that passed at a second try only has failed. */
export function readPlaywrightReport(file: string): Tally | null {
  const report = readJson(file) as PlaywrightReport | null
  if (report === null) return null
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky, skipped }
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
}

interface PlaywrightReport {
  stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
