import { describe, expect, it } from 'vitest'
import type { Submission } from '#/demo/submissions/submission-serializer.ts'
import { compareTexts, readSortOrder, sortSubmissions } from './sort-order.ts'

const rows = [
  { _id: 1, name: 'amina', age: '9' },
  { _id: 2, name: 'Zed', age: '10' },
  { _id: 3, age: '9' },
  { _id: 4, name: 'é', _validation_status: { uid: 'validation_status_approved' } },
  { _id: 5, name: 'Zed', age: '9' },
].map((row): Submission => ({ _uuid: String(row._id), ...row }))

describe('sortSubmissions', () => {
  it.each([
    ['ascending: missing values first, then capitals', { name: 1, _id: 1 }, [3, 2, 5, 1, 4]],
    ['descending: missing values last', { name: -1, _id: 1 }, [4, 1, 2, 5, 3]],
    ['by several keys in their order [2167]', { age: -1, name: 1, _id: -1 }, [3, 5, 1, 2, 4]],
    ['by the validation status [2168]', { '_validation_status.uid': -1, _id: 1 }, [4, 1, 2, 3, 5]],
  ] as const)('%s', (_name, sort, ids) => {
    expect(sortSubmissions(rows, sort).map(({ _id }) => _id)).toEqual(ids)
  })

  it('compareTexts compares by code point', () => {
    expect(['\u{1f600}', '\uffee', 'a', 'B'].toSorted(compareTexts)).toEqual(['B', 'a', '\uffee', '\u{1f600}'])
  })

  it.each([[{ _id: 2 }], [{ _id: 'desc' }], [[]], ['_id']])('readSortOrder throws 500 for %j [2169]', async (sort) => {
    const thrown = await Promise.resolve()
      .then(() => readSortOrder(sort))
      .catch((error: unknown) => error)
    expect(thrown).toMatchObject({ status: 500 })
  })
})
