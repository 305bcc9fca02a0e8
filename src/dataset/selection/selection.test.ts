// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useNewSelection } from './selection.ts'

const chosen = (filter = '') => renderHook(({ name }) => useNewSelection(name), { initialProps: { name: filter } })

describe('a selection', () => {
  it('selects and deselects rows, and keeps the others', () => {
    const { result } = chosen()
    act(() => result.current.set([3, 1], true))
    act(() => result.current.set([2], true))
    act(() => result.current.set([1], false))
    expect([...result.current.ids]).toEqual([3, 2])
    expect([1, 2].map(result.current.has)).toEqual([false, true])
  })

  it('of all rows has each of them, until single rows are selected', () => {
    const { result } = chosen()
    act(() => result.current.selectAll())
    expect([result.current.isAll, result.current.has(7), result.current.ids.size]).toEqual([true, true, 0])
    act(() => result.current.set([7], true))
    expect([result.current.isAll, result.current.has(8), [...result.current.ids]]).toEqual([false, false, [7]])
  })

  it('is cleared when the filter changes, also for the way back', () => {
    const { result, rerender } = chosen('a')
    act(() => result.current.selectAll())
    rerender({ name: 'b' })
    expect([result.current.isAll, result.current.has(1)]).toEqual([false, false])
    rerender({ name: 'a' })
    expect(result.current.has(1)).toBe(false)
  })
})
