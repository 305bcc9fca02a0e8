import { expect, it } from 'vitest'
import { isInRange, rangeBetween } from './cell-range.ts'

it('the range does not depend on the direction in which it was dragged', () => {
  const [a, b] = [
    { row: 7, column: 2 },
    { row: 3, column: 5 },
  ]
  const range = { top: 3, bottom: 7, left: 2, right: 5 }
  expect(rangeBetween({ anchor: a, extent: b }, 1)).toEqual(range)
  expect(rangeBetween({ anchor: b, extent: a }, 1)).toEqual(range)
})

it('the range leaves out the selection column', () => {
  const checkbox = { row: 1, column: 0 }
  expect(rangeBetween({ anchor: { row: 1, column: 3 }, extent: checkbox }, 1)).toMatchObject({ left: 1, right: 3 })
  expect(rangeBetween({ anchor: checkbox, extent: checkbox }, 1)).toMatchObject({ left: 1, right: 1 })
})

it('a cell at the edge is in the range, the next one is not', () => {
  const range = { top: 3, bottom: 7, left: 2, right: 5 }
  expect([isInRange({ row: 3, column: 5 }, range), isInRange({ row: 7, column: 2 }, range)]).toEqual([true, true])
  expect([isInRange({ row: 2, column: 5 }, range), isInRange({ row: 7, column: 6 }, range)]).toEqual([false, false])
})
