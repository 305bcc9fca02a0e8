// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { createElement, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { bindCache } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { MIN_WIDTH, useColumnWidths } from './column-widths.ts'

const ALICE = {
  kind: 'kpi',
  server: 'https://kf.example.org',
  username: 'alice',
  auth: { scheme: 'key', token: 'k' },
} as const

let client: QueryClient

beforeEach(() => {
  client = new QueryClient()
  bindCache(client, connections.use(ALICE))
})
afterEach(() => {
  vi.restoreAllMocks()
  connections.forgetAll()
})

const open = (assetUid = 'aOne') =>
  renderHook(() => useColumnWidths(assetUid), {
    wrapper: ({ children }: { children: ReactNode }) => createElement(QueryClientProvider, { client }, children),
  }).result

it('stores the widths of each project, within limits', () => {
  const one = open()
  act(() => one.current.resize('hh/code', 1, true))
  act(() => one.current.resize('hh/people', 210.4, true))
  expect(open().current.widths).toEqual({ 'hh/code': MIN_WIDTH, 'hh/people': 210 })
  expect(open('aTwo').current.widths).toEqual({})
  act(() => one.current.resize('hh/code', null, true))
  expect(open().current.widths).toEqual({ 'hh/people': 210 })
})

it('keeps widths of other columns that another tab has stored', () => {
  const [one, other] = [open(), open()]
  act(() => one.current.resize('hh/code', 100, true))
  act(() => other.current.resize('hh/people', 200, true))
  expect(open().current.widths).toEqual({ 'hh/code': 100, 'hh/people': 200 })
})

it('are stored by account until it signs out', () => {
  const one = open()
  act(() => one.current.resize('hh/code', 100, true))
  const id = connections.use({ ...ALICE, username: 'bob' })
  bindCache(client, id)
  expect(open().current.widths).toEqual({})
  connections.forgetAll()
  expect([sessionStorage, localStorage].flatMap(Object.keys).filter((key) => key.includes('width'))).toEqual([])
})

it('works if storage is blocked or has other content', () => {
  sessionStorage.setItem('fieldboard.of:alice%40https%3A%2F%2Fkf.example.org:column-widths:aOne', '[1]')
  expect(open().current.widths).toEqual({})
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('blocked')
  })
  const one = open()
  act(() => one.current.resize('hh/code', 200, true))
  expect(one.current.widths).toEqual({ 'hh/code': 200 })
})
