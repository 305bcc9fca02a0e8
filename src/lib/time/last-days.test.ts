import { expect, it } from 'vitest'
import { lastDays } from './last-days.ts'

it('lastDays fills missing days with 0, also across a month', () => {
  const counts = { '2026-02-28': 3, '2026-03-01': 5, '2026-01-01': 99 }
  expect(lastDays(counts, 3, new Date('2026-03-02T10:00:00Z'))).toEqual([
    { day: '2026-02-28', count: 3 },
    { day: '2026-03-01', count: 5 },
    { day: '2026-03-02', count: 0 },
  ])
})
