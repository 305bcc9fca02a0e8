import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { NARROWEST, useColumnWidths } from './column-widths.ts'

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

it('keeps the widths of a project, apart from those of others, within limits', () => {
  const { result } = renderHook(() => useColumnWidths('aOne'))
  act(() => result.current.resize('hh/code', 1, true))
  act(() => result.current.resize('hh/people', 210.4, true))
  expect(renderHook(() => useColumnWidths('aOne')).result.current.widths).toEqual({
    'hh/code': NARROWEST,
    'hh/people': 210,
  })
  expect(renderHook(() => useColumnWidths('aTwo')).result.current.widths).toEqual({})
  act(() => result.current.resize('hh/code', null, true))
  expect(renderHook(() => useColumnWidths('aOne')).result.current.widths).toEqual({ 'hh/people': 210 })
})

it('works where storage is blocked or holds something odd', () => {
  localStorage.setItem('fieldboard.column-widths.aOne', '[1]')
  expect(renderHook(() => useColumnWidths('aOne')).result.current.widths).toEqual({})
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('blocked')
  })
  const { result } = renderHook(() => useColumnWidths('aOne'))
  act(() => result.current.resize('hh/code', 200, true))
  expect(result.current.widths).toEqual({ 'hh/code': 200 })
})
