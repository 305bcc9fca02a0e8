import { describe, expect, it } from 'vitest'
import { NO_FILTER, type RowFilter } from './filter.ts'
import { DEFAULT_COLUMNS, pageCount, pageOf, readDatasetQuery, writeDatasetQuery } from './query.ts'

const read = (search: string) => readDatasetQuery(new URLSearchParams(search))
const FILTER: RowFilter = {
  join: 'or',
  parts: [
    { field: 'household/name', test: { op: 'contains', text: 'a & b = "ç"' } },
    { join: 'and', conditions: [{ field: 'size', test: { op: 'number', from: '2', to: null } }] },
  ],
}
const defaults = {
  page: 1,
  size: 100,
  scrolls: false,
  language: 0,
  submission: null,
  filter: NO_FILTER,
  sort: null,
  collapsed: [],
  ...DEFAULT_COLUMNS,
} as const

describe('the URL of the table', () => {
  it('has no parameters for defaults', () => {
    expect(read('')).toEqual(defaults)
    expect(writeDatasetQuery(defaults)).toEqual({})
  })

  it('is read as it was written', () => {
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
      collapsed: ['#metadata', 'hh/head'],
    } as const
    expect(read(new URLSearchParams(writeDatasetQuery(view)).toString())).toEqual(view)
    expect(read(new URLSearchParams(writeDatasetQuery({ ...defaults, language: null })).toString()).language).toBeNull()
  })

  it('has no page if all rows are in one scroll area', () => {
    const scrolled = { ...defaults, page: 3, scrolls: true }
    expect(writeDatasetQuery(scrolled)).toEqual({ scroll: '1' })
    expect(pageOf(scrolled)).toEqual({ page: 1, pageSize: 100 })
  })

  it('distinguishes no columns from the default columns', () => {
    const none = { ...defaults, columns: [], frozen: [] }
    expect(read(new URLSearchParams(writeDatasetQuery(none)).toString())).toEqual(none)
  })

  it('ignores parameters that cannot be read', () => {
    expect(read('page=0&size=99&labels=French&submission=abc')).toEqual(defaults)
    expect(read('page=-2&size=1e3&submission=-1')).toEqual(defaults)
    expect(read('page=2.5')).toEqual(defaults)
    expect(read('sort=$where')).toEqual(defaults)
    expect(read('sort=-$where')).toEqual(defaults)
  })

  it('keeps an unreadable filter, which is not the same as no filter', () => {
    const view = read('filter=abc')
    expect(view.filter.unreadable).toBe('abc')
    expect(writeDatasetQuery(view)).toEqual({ filter: 'abc' })
  })
})

it('an empty result has one page', () => {
  expect(pageCount(0, 100)).toBe(1)
  expect(pageCount(100, 100)).toBe(1)
  expect(pageCount(101, 100)).toBe(2)
})
