import { describe, expect, it } from 'vitest'
import { type DataQuery, readDataQuery } from '#/demo/search/data-query.ts'
import { matches } from '#/demo/search/mongo-query.ts'
import { type SortOrder, sortSubmissions } from '#/demo/search/sort-order.ts'
import { largeQuestions } from './large-form.ts'
import { largePage } from './large-rows.ts'

const questions = largeQuestions(30)
const TOTAL = 2345
const asked = (search: Record<string, unknown>): DataQuery =>
  readDataQuery(new URLSearchParams(Object.entries(search).map(([key, value]) => [key, JSON.stringify(value)])))
const page = (search: Record<string, unknown>) => largePage(questions, TOTAL, asked(search))
const all = [0, 1000, 2000].flatMap((start) => page({ start, limit: 1000, sort: { _id: -1 } }).results)

describe('rows made as they are asked for', () => {
  it('are as many as there should be, each once', () => {
    expect(all.map(({ _id }) => _id)).toEqual(Array.from({ length: TOTAL }, (_, at) => TOTAL - at))
  })

  const [select, number, text] = questions
  it.each<[string, Record<string, unknown>]>([
    ['a choice', { [select?.path ?? '']: { $in: ['yes'] } }],
    ['a text, blank or not', { $or: [{ [text?.path ?? '']: { $exists: false } }, { _submitted_by: null }] }],
    ['a range of ids', { $and: [{ _id: { $lte: 1200 } }, { _id: { $gt: 15 } }, { [select?.path ?? '']: 'no' }] }],
    ['nothing', { _submitted_by: 'nobody' }],
  ])('are found as by looking at each: %s', (_, query) => {
    const orders: SortOrder[] = [{ _id: -1 }, { [number?.path ?? '']: 1, _id: -1 }, { _submitted_by: -1, _id: -1 }]
    for (const sort of orders) {
      const expected = sortSubmissions(
        all.filter((row) => matches(row, query)),
        sort,
      )
      for (const start of [0, 7, Math.max(0, expected.length - 5)]) {
        const found = page({ query, sort, start, limit: 40 })
        expect(found.count).toBe(expected.length)
        expect(found.results.map(({ _id }) => _id)).toEqual(expected.slice(start, start + 40).map(({ _id }) => _id))
      }
    }
  })

  it('cost as much for a million as for a thousand', () => {
    const sort = { _id: -1 }
    const last = largePage(questions, 1_000_000, asked({ sort, start: 999_990, limit: 30 }))
    expect(last.results.map(({ _id }) => _id)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  })

  it('hold what is asked for only', () => {
    const [row] = page({ limit: 1, fields: [text?.path] }).results
    expect(Object.keys(row ?? {}).filter((key) => key.startsWith('part_'))).toHaveLength(
      row?.[text?.path ?? ''] === undefined ? 0 : 1,
    )
  })
})
