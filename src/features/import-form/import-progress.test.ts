import { describe, expect, it } from 'vitest'
import { ApiError } from '#/api/errors.ts'
import { PATIENCE } from '#/api/kpi/imports/queries.ts'
import { ImportTask } from '#/api/kpi/imports/schema.ts'
import type { ImportJob } from './import-jobs.ts'
import { hasEnded, isRunning, nextPoll, progressOf } from './import-progress.ts'

const START = Date.UTC(2026, 10, 21, 9)
const sent = { stage: 'sent', importUid: 'i1', sent: START, since: START } as const
const job: Extract<ImportJob, { stage: 'sent' }> = { id: '1', fileName: 'a.xlsx', started: START, ...sent }

const base = { uid: 'i1', date_created: '2026-11-21T09:00:00Z' }
const processing: ImportTask = { ...base, status: 'processing' }

/** The cache after a number of answers, the last at a time after the start. */
const asked = (after: number, answers = 1, change: Partial<Parameters<typeof nextPoll>[1]> = {}) => ({
  data: processing,
  error: null,
  dataUpdatedAt: START + after,
  errorUpdatedAt: 0,
  dataUpdateCount: answers,
  errorUpdateCount: 0,
  ...change,
})

describe('asking how far an import is', () => {
  it('slows down from half a second to five', () => {
    const delays = [0, 1, 2, 5, 7, 20].map((answers) => nextPoll(job, asked(1000, answers)))
    expect(delays[0]).toBe(500)
    expect(delays).toEqual(delays.toSorted((a, b) => Number(a) - Number(b)))
    expect(delays.at(-1)).toBe(5000)
  })

  it('goes on where no answer comes, and waits as long as the server asks', () => {
    const error = new ApiError('throttled', '', { retryAfter: 30 })
    expect(nextPoll(job, asked(1000, 1, { error, errorUpdatedAt: START + 2000, errorUpdateCount: 1 }))).toBe(30_000)
    expect(progressOf(job, asked(1000, 1, { error }))).toMatchObject({ stage: 'waiting', fault: error })
  })

  it('ends with patience, and says so', () => {
    expect(progressOf(job, asked(PATIENCE - 1))).toMatchObject({ stage: 'waiting' })
    expect(progressOf(job, asked(PATIENCE))).toMatchObject({ stage: 'slow' })
    expect(nextPoll(job, asked(PATIENCE))).toBe(false)
    expect(isRunning(progressOf(job, asked(PATIENCE)))).toBe(false)
    expect(hasEnded(progressOf(job, asked(PATIENCE)))).toBe(false)
  })

  it('ends with patience too where answers stay away', () => {
    const error = new ApiError('offline', '')
    expect(progressOf(job, asked(0, 1, { error, errorUpdatedAt: START + PATIENCE }))).toMatchObject({ stage: 'slow' })
  })

  it('starts again when the person keeps waiting', () => {
    const later = { ...job, since: START + PATIENCE + 60_000 }
    expect(nextPoll(later, asked(PATIENCE, 30))).toBe(5000)
  })

  it('asks once more after a sleep, however long: the last answer counts, not the clock', () => {
    expect(nextPoll(job, asked(3000, 5))).not.toBe(false)
  })

  it.each(['signed-out', 'forbidden', 'not-found'] as const)('stops where the answer is “%s”', (kind) => {
    const error = new ApiError(kind, '')
    expect(progressOf(job, asked(1000, 1, { error }))).toEqual({ stage: 'lost', error })
    expect(nextPoll(job, asked(1000, 1, { error }))).toBe(false)
  })
})

describe('the end of an import', () => {
  it('is a project, with what is in it [0207]', () => {
    const summary = { row_count: 954, languages: ['العربية (ar)'] }
    const messages = {
      created: { results: [{ uid: 'aHus4snzrCL98AskSTNfmo', kind: 'asset', summary }], unreadable: [] },
    }
    const state = asked(1000, 3, { data: { ...base, status: 'complete', messages } })
    expect(progressOf(job, state)).toEqual({ stage: 'done', projectUid: 'aHus4snzrCL98AskSTNfmo', summary })
    expect(nextPoll(job, state)).toBe(false)
  })

  it('is a project also where what is in it cannot be read', () => {
    const odd = { uid: 'aHus4snzrCL98AskSTNfmo', kind: 'asset', summary: 7 }
    const data = ImportTask.parse({ ...base, status: 'complete', messages: { created: [odd] } })
    expect(progressOf(job, asked(1000, 3, { data }))).toMatchObject({ stage: 'done', projectUid: odd.uid })
  })

  it('or the server’s error, in full [0220-b]', () => {
    const messages = { error: "unknown type ['texxt']", error_type: 'ValueError' }
    const state = asked(1000, 3, { data: { ...base, status: 'error', messages } })
    expect(progressOf(job, state)).toEqual({ stage: 'failed', words: "unknown type ['texxt']" })
    expect(nextPoll(job, state)).toBe(false)
  })

  it('stays what it was, where later questions get no answer', () => {
    const error = new ApiError('not-found', '')
    const messages = { error: 'Unsupported format, or corrupt file', error_type: 'XlsFormatException' }
    const state = asked(1000, 3, { data: { ...base, status: 'error', messages }, error })
    expect(progressOf(job, state)).toMatchObject({ stage: 'failed' })
  })
})
