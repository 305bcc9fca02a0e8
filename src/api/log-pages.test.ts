import { describe, expect, it } from 'vitest'
import { joinLogPages, type LogPage, walkLog } from './log-pages.ts'

/** A log whose newest row has the highest number. */
const pageOf = (count: number, start: number, limit: number): LogPage<number> => ({
  start,
  count,
  results: Array.from({ length: Math.max(0, Math.min(limit, count - start)) }, (_, index) => count - start - index),
  unreadable: [],
})

describe('joinLogPages', () => {
  it('joins pages of a log that stays as it is', () => {
    const log = joinLogPages([pageOf(5, 0, 2), pageOf(5, 2, 2)])
    expect(log).toMatchObject({ results: [5, 4, 3, 2], count: 5, next: 4 })
    expect(joinLogPages([pageOf(5, 0, 2), pageOf(5, 2, 3)]).next).toBeNull()
  })

  it('leaves out rows that come again because others were added before them', () => {
    const log = joinLogPages([pageOf(10, 0, 4), pageOf(12, 4, 4)])
    expect(log).toMatchObject({ results: [10, 9, 8, 7, 6, 5], count: 12, next: 8 })
    expect(joinLogPages([pageOf(10, 0, 4), pageOf(12, 4, 4), pageOf(13, 8, 4)]).results).toEqual([
      10, 9, 8, 7, 6, 5, 4, 3, 2,
    ])
  })

  it('keeps all rows where old ones were removed at the end', () => {
    expect(joinLogPages([pageOf(10, 0, 4), { ...pageOf(10, 4, 4), count: 9 }]).results).toEqual([
      10, 9, 8, 7, 6, 5, 4, 3,
    ])
  })

  it('counts unreadable rows as loaded, and ends with an empty page', () => {
    const unreadable = [{ id: null, raw: {}, cause: undefined }]
    expect(joinLogPages([{ start: 0, count: 3, results: [3], unreadable }])).toMatchObject({ results: [3], next: 2 })
    expect(joinLogPages([{ start: 4, count: 9, results: [], unreadable: [] }]).next).toBeNull()
    expect(joinLogPages([])).toMatchObject({ count: 0, next: null })
  })
})

describe('walkLog', () => {
  it('loads each row once, also where each request adds one', async () => {
    let count = 2500
    const logs = []
    for await (const log of walkLog(
      async ({ start, limit }) => pageOf(++count, start, limit),
      new AbortController().signal,
    ))
      logs.push(log)
    expect(logs.at(-1)?.results).toEqual(Array.from({ length: 2501 }, (_, index) => 2501 - index))
  })

  it('stops when it is cancelled', async () => {
    const cancelled = new AbortController()
    const walk = walkLog(async ({ start, limit }) => pageOf(5000, start, limit), cancelled.signal)
    await walk.next()
    cancelled.abort()
    await expect(walk.next()).rejects.toThrow('aborted')
  })
})
