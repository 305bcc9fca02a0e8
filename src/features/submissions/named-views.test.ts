import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { rememberedViews, useNamedViews, viewAddress, withView } from './named-views.ts'

afterEach(() => localStorage.clear())

it('keeps views by name, without the place where one was reading', () => {
  const { result } = renderHook(() => useNamedViews('aOne'))
  const address = viewAddress({ page: '3', submission: '7', columns: 'hh/code', sort: '-water' })
  act(() => result.current.keep(withView(result.current.views, { name: 'Daily review', address })))
  expect(rememberedViews('aOne')).toEqual([{ name: 'Daily review', address: { columns: 'hh/code', sort: '-water' } }])
  expect(rememberedViews('aTwo')).toEqual([])
  act(() => result.current.keep(withView(result.current.views, { name: 'Daily review', address: {} })))
  expect(rememberedViews('aOne')).toEqual([{ name: 'Daily review', address: {} }])
})

it('takes odd storage for none', () => {
  localStorage.setItem('fieldboard.views..aOne', '{"a":1}')
  expect(rememberedViews('aOne')).toEqual([])
})
