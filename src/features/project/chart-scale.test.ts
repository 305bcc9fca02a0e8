import { describe, expect, it } from 'vitest'
import { countTicks, labelled } from './chart-scale.ts'

describe('the axis of counts', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [5, [0, 2, 4, 6]],
    [61, [0, 20, 40, 60, 80]],
    [400, [0, 100, 200, 300, 400]],
    [1234, [0, 500, 1000, 1500]],
  ])('goes up to %i in whole, round steps', (highest, ticks) => expect(countTicks(highest)).toEqual(ticks))
})

describe('the axis of days', () => {
  it('always says the last one, which is today', () => {
    for (const count of [1, 7, 30, 90])
      for (const space of [0, 200, 900]) {
        expect(labelled(count, space, 60).at(-1)).toBe(count - 1)
      }
  })

  it('says as many as there is space for', () => {
    expect(labelled(7, 900, 60)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(labelled(7, 250, 60)).toEqual([0, 2, 4, 6])
    expect(labelled(90, 279, 72)).toEqual([0, 44, 89])
    for (const count of [7, 30, 90])
      for (const space of [200, 300, 900]) {
        expect(labelled(count, space, 60).length * 60).toBeLessThanOrEqual(space + 60)
      }
  })
})
