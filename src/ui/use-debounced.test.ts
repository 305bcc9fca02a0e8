// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useDebounced } from './use-debounced.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('calls the latest function once, with the last value', () => {
  const [first, second] = [vi.fn<(text: string) => void>(), vi.fn<(text: string) => void>()]
  const { result, rerender } = renderHook(({ callback }) => useDebounced(callback, 300), {
    initialProps: { callback: first },
  })
  result.current.call('a')
  result.current.call('ab')
  rerender({ callback: second })
  vi.advanceTimersByTime(299)
  expect(second).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(second.mock.calls).toEqual([['ab']])
  expect(first).not.toHaveBeenCalled()
})

it('makes a delayed call at once when it is flushed, and none when it is unmounted', () => {
  const callback = vi.fn<(text: string) => void>()
  const { result, unmount } = renderHook(() => useDebounced(callback, 300))
  result.current.flush()
  expect(callback).not.toHaveBeenCalled()
  result.current.call('a')
  result.current.flush()
  expect(callback.mock.calls).toEqual([['a']])
  result.current.call('b')
  unmount()
  vi.advanceTimersByTime(1000)
  expect(callback).toHaveBeenCalledTimes(1)
})
