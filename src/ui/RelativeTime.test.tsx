import { act, cleanup, render, screen } from '@testing-library/react'
import { Profiler } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startI18n } from '#/i18n/i18n.ts'
import { RelativeTime } from './RelativeTime.tsx'

const MINUTE = 60_000

beforeEach(async () => {
  await startI18n('en')
  vi.useFakeTimers({ now: new Date(2026, 10, 20, 12, 0) })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('follows the clock, and has the full time as its tooltip', () => {
  render(<RelativeTime iso={new Date(2026, 10, 20, 11, 58, 30).toISOString()} />)
  const time = screen.getByText('1 min ago')
  expect(time.title).toBe('20 Nov 2026, 11:58')
  act(() => void vi.advanceTimersByTime(MINUTE))
  expect(time.textContent).toBe('2 min ago')
})

it('renders again only when its text changes', () => {
  const onRender = vi.fn<() => void>()
  render(
    <Profiler id="time" onRender={onRender}>
      <RelativeTime iso={new Date(2026, 10, 20, 9, 30).toISOString()} />
    </Profiler>,
  )
  act(() => void vi.advanceTimersByTime(29 * MINUTE))
  expect(onRender).toHaveBeenCalledTimes(1)
  act(() => void vi.advanceTimersByTime(MINUTE))
  expect(onRender).toHaveBeenCalledTimes(2)
  expect(screen.getByText('3 hr ago')).toBeTruthy()
})
