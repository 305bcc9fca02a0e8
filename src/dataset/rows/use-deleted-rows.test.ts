import { expect, it } from 'vitest'
import { type CountRead, type DeletedRowsState, seenAfter } from './use-deleted-rows.ts'

const read = (count: number, at: number, name = 'all'): CountRead => ({ name, count, at })

const after = (...reads: CountRead[]) =>
  reads.reduce<DeletedRowsState | null>((seen, next) => seenAfter(seen, next, 0), null)

it('adds up what went while one pages, whichever page told of it', () => {
  expect(after(read(1060, 1), read(1058, 2), read(1057, 3))?.gone).toBe(3)
})

it('takes a page of earlier, shown again, for no news, and those that come back for no loss', () => {
  expect(after(read(1060, 1), read(1058, 3), read(1060, 2), read(1058, 4))?.gone).toBe(2)
  expect(after(read(1058, 1), read(1060, 2))?.gone).toBe(0)
})

it('begins anew with another filter', () => {
  expect(after(read(1060, 1), read(12, 2, 'few'))?.gone).toBe(0)
})

it('does not tell people what they did themselves', () => {
  const before = after(read(1060, 10))
  expect(seenAfter(before, read(1050, 30), 20).gone).toBe(0)
  expect(seenAfter(before, read(1050, 30), 5).gone).toBe(10)
})
