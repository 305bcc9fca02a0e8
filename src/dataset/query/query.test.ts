import { describe, expect, it } from 'vitest'
import { NO_FILTER, type SubmissionFilter } from './filter.ts'
import { DEFAULT_COLUMNS, pageCount, pageOf, readView, writeView } from './query.ts'

const read = (search: string) => readView(new URLSearchParams(search))
const FILTER: SubmissionFilter = {
  join: 'or',
  parts: [
    { field: 'household/name', test: { op: 'contains', text: 'a & b = "ç"' } },
    { join: 'and', conditions: [{ field: 'size', test: { op: 'number', from: '2', to: null } }] },
  ],
}
const usual = {
  page: 1,
  size: 100,
  scrolls: false,
  language: 0,
  submission: null,
  filter: NO_FILTER,
  sort: null,
  folded: [],
  ...DEFAULT_COLUMNS,
} as const

describe('the address of the table', () => {
  it('says nothing of what goes without saying', () => {
    expect(read('')).toEqual(usual)
    expect(writeView(usual)).toEqual({})
  })

  it('comes back as it was written', () => {
    const view = {
      page: 3,
      size: 500,
      scrolls: false,
      language: 1,
      submission: 1054,
      filter: FILTER,
      sort: { field: 'hh/people', descending: true },
      columns: ['visit', { from: 'hh/code', to: null }],
      frozen: ['_validation_status', 'hh/head/name'],
      hidesEmpty: true,
      folded: ['#metadata', 'hh/head'],
    } as const
    expect(read(new URLSearchParams(writeView(view)).toString())).toEqual(view)
    expect(read(new URLSearchParams(writeView({ ...usual, language: null })).toString()).language).toBeNull()
  })

  it('has no page where all rows stand in one scroll', () => {
    const scrolled = { ...usual, page: 3, scrolls: true }
    expect(writeView(scrolled)).toEqual({ scroll: '1' })
    expect(pageOf(scrolled)).toEqual({ page: 1, pageSize: 100 })
  })

  it('tells none from the usual columns', () => {
    const none = { ...usual, columns: [], frozen: [] }
    expect(read(new URLSearchParams(writeView(none)).toString())).toEqual(none)
  })

  it('takes what makes no sense for not said', () => {
    expect(read('page=0&size=99&labels=French&submission=abc')).toEqual(usual)
    expect(read('page=-2&size=1e3&submission=-1')).toEqual(usual)
    expect(read('page=2.5')).toEqual(usual)
    expect(read('sort=$where')).toEqual(usual)
    expect(read('sort=-$where')).toEqual(usual)
  })

  it('keeps a filter that cannot be read, and does not take it for none', () => {
    const view = read('filter=abc')
    expect(view.filter.unreadable).toBe('abc')
    expect(writeView(view)).toEqual({ filter: 'abc' })
  })
})

it('has a first page even where there is nothing', () => {
  expect(pageCount(0, 100)).toBe(1)
  expect(pageCount(100, 100)).toBe(1)
  expect(pageCount(101, 100)).toBe(2)
})
