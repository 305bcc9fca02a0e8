import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useNewSelection } from './selection.ts'

const chosen = (filter = '') => renderHook(({ name }) => useNewSelection(name), { initialProps: { name: filter } })

describe('a selection', () => {
  it('takes rows in and out, and keeps the others', () => {
    const { result } = chosen()
    act(() => result.current.set([3, 1], true))
    act(() => result.current.set([2], true))
    act(() => result.current.set([1], false))
    expect([...result.current.ids]).toEqual([3, 2])
    expect([1, 2].map(result.current.has)).toEqual([false, true])
  })

  it('of all that match has each of them, until single ones are chosen', () => {
    const { result } = chosen()
    act(() => result.current.chooseAll())
    expect([result.current.isAll, result.current.has(7), result.current.ids.size]).toEqual([true, true, 0])
    act(() => result.current.set([7], true))
    expect([result.current.isAll, result.current.has(8), [...result.current.ids]]).toEqual([false, false, [7]])
  })

  it('is given up with the filter it was made under, for good', () => {
    const { result, rerender } = chosen('a')
    act(() => result.current.chooseAll())
    rerender({ name: 'b' })
    expect([result.current.isAll, result.current.has(1)]).toEqual([false, false])
    rerender({ name: 'a' })
    expect(result.current.has(1)).toBe(false)
  })
})
