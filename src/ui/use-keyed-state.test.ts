// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useKeyedState } from './use-keyed-state.ts'

const start = () => renderHook(({ key }) => useKeyedState(key, 0), { initialProps: { key: 'a' } })

describe('state that belongs to a key', () => {
  it('is kept under the same key', () => {
    const { result, rerender } = start()
    act(() => result.current[1](1))
    act(() => result.current[1]((before) => before + 1))
    rerender({ key: 'a' })
    expect(result.current[0]).toBe(2)
  })

  it('starts again under another key, and does not come back with the former one', () => {
    const { result, rerender } = start()
    act(() => result.current[1](1))
    rerender({ key: 'b' })
    expect(result.current[0]).toBe(0)
    rerender({ key: 'a' })
    expect(result.current[0]).toBe(0)
  })

  it('drops an update that was begun under a former key', () => {
    const { result, rerender } = start()
    const [, setUnderA] = result.current
    rerender({ key: 'b' })
    act(() => setUnderA(7))
    expect(result.current[0]).toBe(0)
  })
})
