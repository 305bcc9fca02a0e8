import { describe, expect, it } from 'vitest'
import { setLoadedFields } from '#/api/kpi/submissions/loaded-fields.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { SYSTEM_COLUMNS } from './columns.ts'
import { calculatedSortAs, nextSort, sortAs, sortRows } from './sort.ts'

const submitted = SYSTEM_COLUMNS.find(({ kind }) => kind === 'submitted')
const person = SYSTEM_COLUMNS.find(({ kind }) => kind === 'person')

describe('the head of a column', () => {
  it('sorts one way, the other, and as before', () => {
    if (!person) throw new Error('no such column')
    const first = nextSort(person, null)
    expect(first).toEqual({ field: '_submitted_by', descending: false })
    const second = nextSort(person, first)
    expect(second).toEqual({ field: '_submitted_by', descending: true })
    expect(nextSort(person, second)).toBeNull()
  })

  it('begins with the newest where it sorts by time', () => {
    expect(submitted && nextSort(submitted, { field: 'other', descending: false })).toEqual({
      field: '_submission_time',
      descending: true,
    })
  })
})

const rowsWith = (answers: (string | undefined)[]) =>
  answers.map((size, _id) => setLoadedFields<Submission>({ _id, _uuid: '', size }, 'all'))
const idsOf = (rows: readonly Submission[]) => rows.map(({ _id }) => _id)

it('numbers are sorted by their size, blanks first, the newest first among those alike', () => {
  const rows = rowsWith(['9', '10', undefined, '-2.5', '9'])
  expect(idsOf(sortRows(rows, { field: 'size', descending: false }, 'number'))).toEqual([2, 3, 4, 0, 1])
  expect(idsOf(sortRows(rows, { field: 'size', descending: true }, 'number'))).toEqual([1, 4, 0, 3, 2])
})

describe('calculations', () => {
  const ascending = { field: 'size', descending: false }

  it('are sorted by size where their values are numbers, texts after them in their own order', () => {
    expect(sortAs({ survey: [{ type: 'calculate', $xpath: 'size', name: 'size' }] }, 'size')).toBe('calculated')
    expect(idsOf(sortRows(rowsWith(['10', '9', undefined, '1.5']), ascending, 'calculated'))).toEqual([2, 3, 1, 0])
    expect(idsOf(sortRows(rowsWith(['b', '9', 'a', '10']), ascending, 'calculated'))).toEqual([1, 3, 2, 0])
  })

  it('are numbers unless one of the loaded values is none', () => {
    expect(calculatedSortAs(rowsWith(['9', undefined]), 'size')).toBe('number')
    expect(calculatedSortAs(rowsWith([undefined]), 'size')).toBe('number')
    expect(calculatedSortAs(rowsWith(['9', 'HH-9']), 'size')).toBe('text')
  })
})

it('moments are sorted by when they were, whatever the zone of the device', () => {
  const rows = rowsWith(['2026-11-20T10:00:00.000+03:00', '2026-11-20T09:00:00.000+01:00', '2026-11-20T07:30:00.000Z'])
  expect(idsOf(sortRows(rows, { field: 'size', descending: false }, 'moment'))).toEqual([0, 2, 1])
})

it('repeat groups are sorted by how many entries they have', () => {
  const rows = [['b', 'a'], undefined, ['c'], []].map((of, _id) => ({ _id, size: of?.map((name) => ({ name })) }))
  expect(idsOf(sortRows(rows as unknown as Submission[], { field: 'size', descending: true }, 'count'))).toEqual([
    0, 2, 3, 1,
  ])
})
