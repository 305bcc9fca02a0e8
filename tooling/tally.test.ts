import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  add,
  checkedTally,
  emptyTally,
  formatTally,
  oneFailure,
  readPlaywrightReport,
  readVitestReport,
} from './tally.ts'

const saveReport = (report: unknown) => {
  const file = join(mkdtempSync(join(tmpdir(), 'tally-')), 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

describe('a report', () => {
  it('of Vitest counts todo tests as skipped', () => {
    const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
    expect(readVitestReport(saveReport(report))).toEqual({ passed: 5, failed: 1, skipped: 3 })
  })

  it('of Playwright counts a flaky test as failed', () => {
    const report = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 } }
    expect(readPlaywrightReport(saveReport(report))).toEqual({ passed: 7, failed: 2, skipped: 2 })
  })

  it('that does not exist is null', () => {
    expect(readVitestReport('/nowhere.json')).toBeNull()
    expect(readPlaywrightReport('/nowhere.json')).toBeNull()
  })
})

describe('checkedTally', () => {
  const tally = { passed: 4, failed: 0, skipped: 1 }

  it('returns the counts of a runner with exit code 0', () => expect(checkedTally(tally, 0)).toEqual(tally))
  it('counts a runner without tests as failed', () => expect(checkedTally(emptyTally, 0)).toEqual(oneFailure))
  it('counts a runner without a report as failed', () => expect(checkedTally(null, 0)).toEqual(oneFailure))
  it('counts a failure outside the tests as one failure', () =>
    expect(checkedTally(tally, 1)).toEqual({ ...tally, failed: 1 }))
  it('does not count failed tests twice', () => {
    expect(checkedTally({ ...tally, failed: 2 }, 1)).toEqual({ ...tally, failed: 2 })
  })
})

it('add adds each count', () => {
  expect(add({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 })).toEqual({
    passed: 11,
    failed: 22,
    skipped: 33,
  })
})

it('formatTally mentions skipped tests only if there are any', () => {
  expect(formatTally({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
  expect(formatTally({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
})
