import { expect, it } from 'vitest'
import { dayText, isDay, startOfDay } from './local-day.ts'

it('a day starts at midnight of this device, also after the end of a month', () => {
  expect(startOfDay('2026-02-28').getHours()).toBe(0)
  expect(dayText(startOfDay('2026-02-28'))).toBe('2026-02-28')
  expect(dayText(startOfDay('2026-02-28', 1))).toBe('2026-03-01')
  expect(dayText(startOfDay('2026-03-01', -1))).toBe('2026-02-28')
})

it.each([
  ['2026-11-20', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['9999-12-31', false],
  ['x', false],
])('isDay(%j) is %s', (text, expected) => expect(isDay(text)).toBe(expected))
