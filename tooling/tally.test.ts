import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { add, inWords, nothing, oneFailed, readPlaywrightReport, readVitestReport, settle } from './tally.ts'

const saved = (report: unknown) => {
  const file = join(mkdtempSync(join(tmpdir(), 'tally-')), 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

describe('a report', () => {
  it('of Vitest counts tests to do among the skipped', () => {
    const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
    expect(readVitestReport(saved(report))).toEqual({ passed: 5, failed: 1, skipped: 3 })
  })

  it('of Playwright counts a test that passed at the second try as failed', () => {
    const report = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 } }
    expect(readPlaywrightReport(saved(report))).toEqual({ passed: 7, failed: 2, skipped: 2 })
  })

  it('that was not written is none', () => {
    expect(readVitestReport('/nowhere.json')).toBeNull()
    expect(readPlaywrightReport('/nowhere.json')).toBeNull()
  })
})

describe('settle', () => {
  const tally = { passed: 4, failed: 0, skipped: 1 }

  it('believes a runner that ended well', () => expect(settle(tally, 0)).toEqual(tally))
  it('fails a runner that ran no test', () => expect(settle(nothing, 0)).toEqual(oneFailed))
  it('fails a runner that left no report', () => expect(settle(null, 0)).toEqual(oneFailed))
  it('counts a failure outside the tests as one', () => expect(settle(tally, 1)).toEqual({ ...tally, failed: 1 }))
  it('does not count failed tests twice', () => {
    expect(settle({ ...tally, failed: 2 }, 1)).toEqual({ ...tally, failed: 2 })
  })
})

it('adds up', () => {
  expect(add({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 })).toEqual({
    passed: 11,
    failed: 22,
    skipped: 33,
  })
})

it('mentions skipped tests only where there are any', () => {
  expect(inWords({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
  expect(inWords({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
})
