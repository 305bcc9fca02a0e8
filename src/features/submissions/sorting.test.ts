import { describe, expect, it } from 'vitest'
import type { Submission } from '#/api/submissions/schema.ts'
import { SYSTEM_COLUMNS } from './columns.ts'
import { byNumber, nextSort } from './sorting.ts'

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

it('numbers are sorted by their size, blanks first', () => {
  const rows = ['9', '10', undefined, '-2.5', '9'].map((size, _id) => ({ _id, size }) as unknown as Submission)
  expect(byNumber(rows, { field: 'size', descending: false }).map(({ _id }) => _id)).toEqual([2, 3, 0, 4, 1])
  expect(byNumber(rows, { field: 'size', descending: true }).map(({ _id }) => _id)).toEqual([1, 0, 4, 3, 2])
})
