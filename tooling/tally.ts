import { existsSync, readFileSync } from 'node:fs'

/** Numbers of passed, failed and skipped tests. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

export const emptyTally: Tally = { passed: 0, failed: 0, skipped: 0 }
export const oneFailure: Tally = { passed: 0, failed: 1, skipped: 0 }

export function add(first: Tally, second: Tally): Tally {
  return {
    passed: first.passed + second.passed,
    failed: first.failed + second.failed,
    skipped: first.skipped + second.skipped,
  }
}

/** `3 passed, 1 failed`, and the skipped tests if there are any. */
export function formatTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * Checks a test runner's counts. A runner that failed without a failed test (such as a file that does not load), or
 * that ran no test, counts as one failure.
 */
export function checkedTally(report: Tally | null, exitCode: number): Tally {
  if (report === null || report.passed + report.failed + report.skipped === 0) return oneFailure
  return exitCode !== 0 && report.failed === 0 ? { ...report, failed: 1 } : report
}

/** Reads Vitest's JSON report; `null` if it does not exist. */
export function readVitestReport(file: string): Tally | null {
  const report = readJson(file) as VitestReport | null
  if (report === null) return null
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests, numTodoTests } = report
  return { passed, failed, skipped: numPendingTests + numTodoTests }
}

/** Reads Playwright's JSON report; `null` if it does not exist. Flaky tests count as failed. */
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
