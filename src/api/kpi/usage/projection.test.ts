import { describe, expect, it } from 'vitest'
import { projectUsage } from './projection.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const november = { start: day('2026-11-01'), end: day('2026-12-01'), now: day('2026-11-11') }

describe('projectUsage', () => {
  it('says when the limit is reached, at the average pace of the period so far', () => {
    // 400 in ten days, 40 a day.
    expect(projectUsage({ ...november, used: 400, limit: 1000 })).toEqual({ state: 'reaches', at: day('2026-11-26') })
  })

  it('says how much will be used, where the limit lasts', () => {
    expect(projectUsage({ ...november, used: 300, limit: 1000 })).toEqual({ state: 'lasts', expected: 900 })
    // Reached with the end of the period: the next one begins anew.
    expect(projectUsage({ ...november, used: 300, limit: 900 })).toEqual({ state: 'lasts', expected: 900 })
  })

  it('uses the days of the period', () => {
    const february = { start: day('2027-02-01'), end: day('2027-03-01'), now: day('2027-02-08') }
    expect(projectUsage({ ...february, used: 100, limit: 1000 })).toEqual({ state: 'lasts', expected: 400 })
  })

  it('tells over from reached', () => {
    expect(projectUsage({ ...november, used: 1001, limit: 1000 })).toEqual({ state: 'over' })
    expect(projectUsage({ ...november, used: 1000, limit: 1000 })).toEqual({ state: 'reached' })
    expect(projectUsage({ ...november, used: 1, limit: 0 })).toEqual({ state: 'over' })
  })

  it('knows no pace without usage, in the first day, or with a period that cannot be read', () => {
    expect(projectUsage({ ...november, used: 0, limit: 1000 })).toEqual({ state: 'no-pace' })
    expect(projectUsage({ ...november, now: new Date('2026-11-01T23:00:00Z'), used: 9, limit: 10 })).toEqual({
      state: 'no-pace',
    })
    expect(projectUsage({ ...november, start: new Date(NaN), used: 9, limit: 10 })).toEqual({ state: 'no-pace' })
    // A clock of this device that is behind.
    expect(projectUsage({ ...november, now: day('2026-10-20'), used: 9, limit: 10 })).toEqual({ state: 'no-pace' })
  })

  it('has nothing to project without a limit', () => {
    expect(projectUsage({ ...november, used: 5000, limit: null })).toEqual({ state: 'no-limit' })
  })

  it('does not go beyond the end of the period', () => {
    expect(projectUsage({ ...november, now: day('2026-12-20'), used: 500, limit: 1000 })).toEqual({
      state: 'lasts',
      expected: 500,
    })
  })
})
