import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionsOf } from '#/dataset/sources/kpi/questions.ts'
import { setLoadedFields } from '#/lib/loaded-fields.ts'
import { SYSTEM_COLUMNS } from './columns.ts'
import type { Row } from './row.ts'
import { orderOf, type SortAs, type SortLabels } from './sort-keys.ts'
import { calculatedSortAs, nextSort, sortAs, sortRows } from './sort.ts'

const submitted = SYSTEM_COLUMNS.find(({ kind }) => kind === 'submitted')
const person = SYSTEM_COLUMNS.find(({ kind }) => kind === 'person')

describe('nextSort', () => {
  it('gives one direction, the other, then the default', () => {
    if (!person) throw new Error('no such column')
    const first = nextSort(person, null)
    expect(first).toEqual({ field: '_submitted_by', descending: false })
    const second = nextSort(person, first)
    expect(second).toEqual({ field: '_submitted_by', descending: true })
    expect(nextSort(person, second)).toBeNull()
  })

  it('begins with the newest for the submission time', () => {
    expect(submitted && nextSort(submitted, { field: 'other', descending: false })).toEqual({
      field: '_submission_time',
      descending: true,
    })
  })
})

const rowsWith = (answers: (string | undefined)[]) =>
  answers.map((size, _id) => setLoadedFields<Row>({ _id, _uuid: '', size }, 'all'))
const idsOf = (rows: readonly Row[]) => rows.map(({ _id }) => _id)

const order = (as: SortAs, labels: SortLabels | null = null) => ({ as, labels, locale: 'en' })

it('numbers are sorted by value, blanks last in both directions, equal ones newest first', () => {
  const rows = rowsWith(['9', '10', undefined, '-2.5', '9', ''])
  expect(idsOf(sortRows(rows, { field: 'size', descending: false }, order('number')))).toEqual([3, 4, 0, 1, 5, 2])
  expect(idsOf(sortRows(rows, { field: 'size', descending: true }, order('number')))).toEqual([1, 4, 0, 3, 5, 2])
})

it('texts are sorted as people do, whatever their case and accents, blanks last', () => {
  const rows = rowsWith(['Zed', 'amina', undefined, 'Émile', 'HH-10', 'HH-9'])
  expect(idsOf(sortRows(rows, { field: 'size', descending: false }, order('text')))).toEqual([1, 3, 5, 4, 0, 2])
  expect(idsOf(sortRows(rows, { field: 'size', descending: true }, order('text')))).toEqual([0, 4, 5, 3, 1, 2])
})

it('choices are sorted by their labels', () => {
  const labels = new Map([
    ['a', 'Well'],
    ['b', 'Tap'],
  ])
  const rows = rowsWith(['a', 'b', undefined, 'a b', 'removed'])
  expect(idsOf(sortRows(rows, { field: 'size', descending: false }, order('choice', labels)))).toEqual([4, 1, 0, 3, 2])
})

it('any order has blanks last and is the reverse of the other, but for those', () => {
  const key = fc.option(fc.oneof(fc.integer(), fc.string()))
  fc.assert(
    fc.property(fc.uniqueArray(key), (keys) => {
      const blanks = keys.includes(null) ? 1 : 0
      const [up, down] = [orderOf(keys, false, 'en'), orderOf(keys, true, 'en')]
      expect(up.toSorted((a, b) => a - b)).toEqual(keys.map((_, at) => at))
      const last = [keys[up.at(-1) ?? 0], keys[down.at(-1) ?? 0]]
      expect(blanks === 0 || last.every((each) => each === null)).toBe(true)
      const answered = up.slice(0, up.length - blanks).flatMap((at) => keys[at] ?? [])
      const numbers = answered.filter((each) => typeof each === 'number')
      expect(answered.slice(0, numbers.length)).toEqual(numbers.toSorted((a, b) => a - b))
    }),
  )
})

describe('calculations', () => {
  const ascending = { field: 'size', descending: false }

  it('are sorted by value if they are numbers, followed by texts in alphabetical order', () => {
    expect(
      sortAs({ questions: questionsOf({ survey: [{ type: 'calculate', $xpath: 'size', name: 'size' }] }) }, 'size'),
    ).toBe('calculated')
    expect(idsOf(sortRows(rowsWith(['10', '9', undefined, '1.5']), ascending, order('calculated')))).toEqual([
      3, 1, 0, 2,
    ])
    expect(idsOf(sortRows(rowsWith(['b', '9', 'a', '10']), ascending, order('calculated')))).toEqual([1, 3, 2, 0])
  })

  it('are numbers if all loaded values are numbers', () => {
    expect(calculatedSortAs(rowsWith(['9', undefined]), 'size')).toBe('number')
    expect(calculatedSortAs(rowsWith([undefined]), 'size')).toBe('number')
    expect(calculatedSortAs(rowsWith(['9', 'HH-9']), 'size')).toBe('text')
  })
})

it('times are sorted across time zones', () => {
  const rows = rowsWith(['2026-11-20T10:00:00.000+03:00', '2026-11-20T09:00:00.000+01:00', '2026-11-20T07:30:00.000Z'])
  expect(idsOf(sortRows(rows, { field: 'size', descending: false }, order('moment')))).toEqual([0, 2, 1])
})

it('repeat groups are sorted by their number of entries', () => {
  const rows = [['b', 'a'], undefined, ['c'], []].map((of, _id) => ({ _id, size: of?.map((name) => ({ name })) }))
  expect(idsOf(sortRows(rows as unknown as Row[], { field: 'size', descending: true }, order('count')))).toEqual([
    0, 2, 3, 1,
  ])
})
