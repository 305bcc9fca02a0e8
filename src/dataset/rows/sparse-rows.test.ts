import { expect, it } from 'vitest'
import { toSparseRows } from './sparse-rows.ts'

const letters = ['a', 'b', 'c', 'd', 'e']
const ranges = [
  { start: 0, length: 2 },
  { start: 100, length: 3 },
]

it('places rows among many that are not there yet', () => {
  const rows = toSparseRows(letters, { count: 1_000_000, ranges })
  expect(rows).toHaveLength(1_000_000)
  expect([0, 1, 2, 99, 100, 102, 103, -1].map((at) => rows.at(at))).toEqual([
    'a',
    'b',
    undefined,
    undefined,
    'c',
    'e',
    undefined,
    undefined,
  ])
  expect(['a', 'b', 'c', 'e', 'z'].map((letter) => rows.indexOf((row) => row === letter))).toEqual([0, 1, 100, 102, -1])
})

it('takes a page for all there is', () => {
  const rows = toSparseRows(letters, null)
  expect([rows.length, rows.at(4), rows.at(5), rows.indexOf((row) => row === 'c')]).toEqual([5, 'e', undefined, 2])
})

it('knows which rows have come, but cannot be read', () => {
  const rows = toSparseRows(letters, {
    count: 300,
    ranges: [{ start: 0, length: 2, unreadable: 1 }, ranges[1] ?? { start: 0, length: 0 }],
  })
  expect([1, 2, 3, 103].map(rows.isUnreadable)).toEqual([false, true, false, false])
  expect(rows.at(2)).toBeUndefined()
})
