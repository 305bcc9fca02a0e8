import { expect, it } from 'vitest'
import { roundTrips } from './sent-requests.ts'

const request = (start: number, end: number) => ({ path: '/', start, end, bytes: 1 })

it('roundTrips counts requests that follow one another, not those beside one another', () => {
  expect(roundTrips([])).toBe(0)
  expect(roundTrips([request(0, 1), request(1, 4), request(1, 2), request(2, 3), request(4, 5)])).toBe(3)
  expect(roundTrips([request(0, 1), request(1, 2), request(2, 3), request(3, 4)])).toBe(4)
  expect(roundTrips([request(0, 2), request(1, 3), request(1.5, 2.5)])).toBe(1)
})
