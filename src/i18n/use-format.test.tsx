import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startI18n } from './i18n.ts'
import { useFormat } from './use-format.ts'

const now = new Date(2026, 10, 20, 14, 30)

beforeEach(async () => {
  await startI18n('en')
  vi.useFakeTimers({ now })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const relative = (...local: Parameters<typeof Date.UTC>) => {
  const [year, ...rest] = local
  const { result } = renderHook(useFormat)
  return result.current.relativeTime(new Date(year, ...(rest as [number])).toISOString())
}

it('says how long ago a recent time was', () => {
  expect(relative(2026, 10, 20, 14, 29, 30)).toBe('now')
  expect(relative(2026, 10, 20, 14, 25)).toBe('5 min ago')
  expect(relative(2026, 10, 20, 12, 20)).toBe('2 hr ago')
  expect(relative(2026, 10, 20, 0, 5)).toBe('14 hr ago')
  expect(relative(2026, 10, 19, 23, 59)).toBe('yesterday')
  expect(relative(2026, 10, 19, 0, 0)).toBe('yesterday')
  expect(relative(2026, 10, 14, 18, 0)).toBe('6 days ago')
})

it('counts hours over midnight', () => {
  vi.setSystemTime(new Date(2026, 10, 20, 1, 0))
  expect(relative(2026, 10, 19, 22, 0)).toBe('3 hr ago')
})

it('gives the date where a time is older, in the future, or none', () => {
  expect(relative(2026, 10, 13, 23, 59)).toBe('13 Nov, 23:59')
  expect(relative(2025, 10, 19, 14, 0)).toBe('19 Nov 2025, 14:00')
  expect(relative(2026, 10, 20, 15, 30)).toBe('20 Nov, 15:30')
  const { result } = renderHook(useFormat)
  expect(result.current.relativeTime('size=1')).toBe('size=1')
})
