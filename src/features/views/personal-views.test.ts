// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { createElement, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bindCache } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { useNamedViews, viewAddress } from './personal-views.ts'

const ALICE = {
  kind: 'kpi',
  server: 'https://kf.example.org',
  username: 'alice',
  auth: { scheme: 'key', token: 'k' },
} as const
const KEY = 'fieldboard.of:alice%40https%3A%2F%2Fkf.example.org:views:aOne'

let client: QueryClient

beforeEach(() => {
  client = new QueryClient()
  bindCache(client, connections.use(ALICE, { keep: true }))
})
afterEach(() => {
  connections.forgetAll()
  localStorage.clear()
})

const open = (assetUid = 'aOne') =>
  renderHook(() => useNamedViews(assetUid), {
    wrapper: ({ children }: { children: ReactNode }) => createElement(QueryClientProvider, { client }, children),
  }).result
const stored = () => JSON.parse(localStorage.getItem(KEY) ?? '[]') as { name: string; address: object }[]
const names = (views: readonly { name: string }[]) => views.map(({ name }) => name)

it('stores views by name, without page and open submission', () => {
  const one = open()
  const address = viewAddress({ page: '3', submission: '7', columns: 'hh/code', sort: '-water' })
  act(() => void one.current.save({ name: 'Daily review', address }))
  expect(stored()).toEqual([{ name: 'Daily review', address: { columns: 'hh/code', sort: '-water' } }])
  expect(open('aTwo').current.views).toEqual([])
  act(() => void one.current.save({ name: 'Daily review', address: {} }))
  expect(open().current.views).toEqual([{ name: 'Daily review', address: {} }])
  act(() => void one.current.save({ name: 'Weekly', address: {} }, 'Daily review'))
  expect(names(open().current.views)).toEqual(['Weekly'])
})

it('ignores malformed storage', () => {
  localStorage.setItem(KEY, '{"a":1}')
  expect(open().current.views).toEqual([])
})

it('keeps and shows views that another tab stores', () => {
  const [one, other] = [open(), open()]
  act(() => void one.current.save({ name: 'Mine', address: {} }))
  act(() => void other.current.save({ name: 'Theirs', address: {} }))
  expect(names(stored())).toEqual(['Mine', 'Theirs'])
  act(() => void other.current.remove('Theirs'))
  expect(names(stored())).toEqual(['Mine'])
  act(() => void dispatchEvent(new StorageEvent('storage', { key: KEY })))
  expect(names(other.current.views)).toEqual(['Mine'])
})

it('does not overwrite a view that another tab changed, and shows that one', () => {
  const [one, other] = [open(), open()]
  act(() => void one.current.save({ name: 'Daily', address: { sort: 'a' } }))
  let isSaved = true
  act(() => void (isSaved = other.current.save({ name: 'Daily', address: { sort: 'b' } })))
  expect(isSaved).toBe(false)
  expect(stored()).toEqual([{ name: 'Daily', address: { sort: 'a' } }])
  expect(names(other.current.views)).toEqual(['Daily'])
  act(() => void (isSaved = other.current.save({ name: 'Daily', address: { sort: 'b' } })))
  expect([isSaved, stored()]).toEqual([true, [{ name: 'Daily', address: { sort: 'b' } }]])
})

it('migrates views from the former storage key', () => {
  localStorage.setItem('fieldboard.views.alice@https://kf.example.org.aOne', '[{"name":"Old","address":{}}]')
  expect(names(open().current.views)).toEqual(['Old'])
  expect(Object.keys(localStorage).filter((key) => key.startsWith('fieldboard.views'))).toEqual([])
  expect(names(stored())).toEqual(['Old'])
})
