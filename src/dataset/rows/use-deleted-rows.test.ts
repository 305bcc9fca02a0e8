import { expect, it } from 'vitest'
import { type LoadedCount, type DeletedRowsState, nextDeletedRows } from './use-deleted-rows.ts'

const read = (count: number, at: number, resultKey = 'all'): LoadedCount => ({ resultKey, count, at })

const after = (...reads: LoadedCount[]) =>
  reads.reduce<DeletedRowsState | null>((seen, next) => nextDeletedRows(seen, next, 0), null)

it('adds up what went while one pages, whichever page told of it', () => {
  expect(after(read(1060, 1), read(1058, 2), read(1057, 3))?.deleted).toBe(3)
})

it('takes a page of earlier, shown again, for no news, and those that come back for no loss', () => {
  expect(after(read(1060, 1), read(1058, 3), read(1060, 2), read(1058, 4))?.deleted).toBe(2)
  expect(after(read(1058, 1), read(1060, 2))?.deleted).toBe(0)
})

it('begins anew with another filter', () => {
  expect(after(read(1060, 1), read(12, 2, 'few'))?.deleted).toBe(0)
})

it('does not tell people what they did themselves', () => {
  const before = after(read(1060, 10))
  expect(nextDeletedRows(before, read(1050, 30), 20).deleted).toBe(0)
  expect(nextDeletedRows(before, read(1050, 30), 5).deleted).toBe(10)
})
