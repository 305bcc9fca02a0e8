import { expect, it } from 'vitest'
import { rangeOf } from './cell-range.ts'

it('is the same rectangle whichever way it was drawn', () => {
  const [a, b] = [
    { row: 7, column: 2 },
    { row: 3, column: 5 },
  ]
  const range = { top: 3, bottom: 7, left: 2, right: 5 }
  expect(rangeOf({ from: a, to: b }, 1)).toEqual(range)
  expect(rangeOf({ from: b, to: a }, 1)).toEqual(range)
})

it('leaves out the ticks', () => {
  const tick = { row: 1, column: 0 }
  expect(rangeOf({ from: { row: 1, column: 3 }, to: tick }, 1)).toMatchObject({ left: 1, right: 3 })
  expect(rangeOf({ from: tick, to: tick }, 1)).toMatchObject({ left: 1, right: 1 })
})
