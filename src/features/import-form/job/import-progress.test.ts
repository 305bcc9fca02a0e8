import { describe, expect, it } from 'vitest'
import { ApiError, type ApiErrorKind } from '#/api/errors.ts'
import { ImportTask } from '#/api/kpi/imports/schema.ts'
import { SLOW_AFTER } from '#/api/polling.ts'
import type { ImportItem } from './import-job.ts'
import {
  canRetry,
  hasEnded,
  type ImportProgress,
  isRunning,
  nextPoll,
  progressOf,
  resultOf,
  urgencyOf,
} from './import-progress.ts'

const START = Date.UTC(2026, 10, 21, 9)
const sent = { stage: 'sent', importUid: 'i1', sentAt: START, waitingSince: START } as const
const item: Extract<ImportItem, { stage: 'sent' }> = { id: '1', fileName: 'a.xlsx', chosenAt: START, ...sent }

const base = { uid: 'i1', date_created: '2026-11-21T09:00:00Z' }
const processing: ImportTask = { ...base, status: 'processing' }

/** The state of the query after a number of responses, the last so many milliseconds after the start. */
const taskState = (after: number, answers = 1, change: Partial<Parameters<typeof nextPoll>[1]> = {}) => ({
  data: processing,
  error: null,
  dataUpdatedAt: START + after,
  errorUpdatedAt: 0,
  dataUpdateCount: answers,
  errorUpdateCount: 0,
  ...change,
})

describe('polling an import', () => {
  it('slows down from half a second to five', () => {
    const delays = [0, 1, 2, 5, 7, 20].map((answers) => nextPoll(item, taskState(1000, answers)))
    expect(delays[0]).toBe(500)
    expect(delays).toEqual(delays.toSorted((a, b) => Number(a) - Number(b)))
    expect(delays.at(-1)).toBe(5000)
  })

  it('continues after an error, with the delay that the server requests', () => {
    const error = new ApiError('throttled', '', { retryAfter: 30 })
    expect(nextPoll(item, taskState(1000, 1, { error, errorUpdatedAt: START + 2000, errorUpdateCount: 1 }))).toBe(
      30_000,
    )
    expect(progressOf(item, taskState(1000, 1, { error }))).toMatchObject({ stage: 'waiting', fault: error })
  })

  it('stops after the time limit, with the stage slow', () => {
    expect(progressOf(item, taskState(SLOW_AFTER - 1))).toMatchObject({ stage: 'waiting' })
    expect(progressOf(item, taskState(SLOW_AFTER))).toMatchObject({ stage: 'slow' })
    expect(nextPoll(item, taskState(SLOW_AFTER))).toBe(false)
    expect(isRunning(progressOf(item, taskState(SLOW_AFTER)))).toBe(false)
    expect(hasEnded(progressOf(item, taskState(SLOW_AFTER)))).toBe(false)
  })

  it('stops after the time limit without responses, too', () => {
    const error = new ApiError('offline', '')
    expect(progressOf(item, taskState(0, 1, { error, errorUpdatedAt: START + SLOW_AFTER }))).toMatchObject({
      stage: 'slow',
    })
  })

  it('continues when the person keeps waiting', () => {
    const later = { ...item, waitingSince: START + SLOW_AFTER + 60_000 }
    expect(nextPoll(later, taskState(SLOW_AFTER, 30))).toBe(5000)
  })

  it('queries once more after a long sleep of the device', () => {
    expect(nextPoll(item, taskState(3000, 5))).not.toBe(false)
  })

  it.each(['signed-out', 'forbidden', 'not-found'] as const)('stops after the error “%s”', (kind) => {
    const error = new ApiError(kind, '')
    expect(progressOf(item, taskState(1000, 1, { error }))).toEqual({ stage: 'lost', error })
    expect(nextPoll(item, taskState(1000, 1, { error }))).toBe(false)
  })
})

describe('the result of an import', () => {
  it('is a project with its summary [0207]', () => {
    const summary = { row_count: 954, languages: ['العربية (ar)'] }
    const messages = {
      created: { results: [{ uid: 'aHus4snzrCL98AskSTNfmo', kind: 'asset', summary }], unreadable: [] },
    }
    const state = taskState(1000, 3, { data: { ...base, status: 'complete', messages } })
    expect(progressOf(item, state)).toEqual({ stage: 'done', projectUid: 'aHus4snzrCL98AskSTNfmo', summary })
    expect(nextPoll(item, state)).toBe(false)
  })

  it('is a project whose summary cannot be read', () => {
    const unreadable = { uid: 'aHus4snzrCL98AskSTNfmo', kind: 'asset', summary: 7 }
    const data = ImportTask.parse({ ...base, status: 'complete', messages: { created: [unreadable] } })
    expect(progressOf(item, taskState(1000, 3, { data }))).toMatchObject({ stage: 'done', projectUid: unreadable.uid })
  })

  it('is the full error of the server [0220-b]', () => {
    const messages = { error: "unknown type ['texxt']", error_type: 'ValueError' }
    const state = taskState(1000, 3, { data: { ...base, status: 'error', messages } })
    expect(progressOf(item, state)).toEqual({ stage: 'failed', message: "unknown type ['texxt']", isPassing: false })
    expect(nextPoll(item, state)).toBe(false)
  })

  it('stays the same when later queries fail', () => {
    const error = new ApiError('not-found', '')
    const messages = { error: 'Unsupported format, or corrupt file', error_type: 'XlsFormatException' }
    const state = taskState(1000, 3, { data: { ...base, status: 'error', messages }, error })
    expect(progressOf(item, state)).toMatchObject({ stage: 'failed' })
  })
})

describe('trying again', () => {
  const file = new File(['x'], 'a.xlsx')
  const unsent = (kind: ApiErrorKind): ImportProgress => ({ stage: 'unsent', error: new ApiError(kind, '') })

  it.each<[string, ImportProgress, File | string | undefined, boolean]>([
    ['an upload that was refused for a time', unsent('throttled'), file, true],
    ['an upload that was refused for what it is', unsent('rejected'), file, false],
    ['an upload without an answer', { stage: 'unknown', error: new ApiError('offline', '') }, file, false],
    ['a form with a fault', { stage: 'failed', message: '', isPassing: false }, file, false],
    ['a failure of the server', { stage: 'failed', message: '', isPassing: true }, file, true],
    ['a failure of the server, after a reload', { stage: 'failed', message: '', isPassing: true }, undefined, false],
    ['a link, whose form may be another now', { stage: 'failed', message: '', isPassing: false }, 'https://a.example/f.xlsx', true],
    ['an import that cannot be asked after', { stage: 'lost', error: new ApiError('not-found', '') }, undefined, true],
  ])('%s', (_name, progress, source, can) => expect(canRetry(progress, source)).toBe(can)) // prettier-ignore

  it('a connection that the server could not make [0238] may succeed later', () => {
    const messages = { error: 'Max retries exceeded', error_type: 'ConnectionError' }
    const state = taskState(1000, 3, { data: { ...base, status: 'error', messages } })
    expect(progressOf(item, state)).toMatchObject({ stage: 'failed', isPassing: true })
  })
})

describe('imports in the list', () => {
  const done = { stage: 'done', projectUid: 'a1', summary: {} } as const
  const failed = { stage: 'failed', message: 'unknown type', isPassing: false } as const
  const refused = { stage: 'refused', reason: 'pdf', fileSize: 4 } as const
  const unknown = { stage: 'unknown' } as const
  const cancelled = { stage: 'stopped', reachedServer: 'no' } as const
  const abandoned = { stage: 'stopped', reachedServer: 'maybe' } as const
  const running = { stage: 'checking' } as const
  const repeated = { stage: 'repeated', repetition: { fileName: 'a.xlsx', by: 'name' } } as const

  it.each<[ImportProgress, string | undefined]>([
    [done, 'imported'],
    [failed, 'notImported'],
    [refused, 'notImported'],
    [unknown, 'uncertain'],
    [cancelled, 'notImported'],
    [abandoned, 'uncertain'],
    [running, undefined],
    [repeated, undefined],
  ])('$stage counts as %s', (progress, result) => expect(resultOf(progress)).toBe(result))

  it('come with those that need a decision first, then those that are running', () => {
    const all: ImportProgress[] = [done, running, cancelled, failed, unknown, refused, repeated]
    expect(all.toSorted((one, other) => urgencyOf(one) - urgencyOf(other))).toEqual([
      failed,
      unknown,
      refused,
      repeated,
      running,
      done,
      cancelled,
    ])
  })
})
