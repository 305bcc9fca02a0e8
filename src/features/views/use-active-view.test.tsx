// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { readDatasetQuery, type DatasetQuery } from '#/dataset/query/query.ts'
import { openView } from './project-view.ts'
import { useActiveView } from './use-active-view.ts'

const content = { survey: [{ type: 'text', name: 'village', $xpath: 'village' }], choices: [], translations: [null] }
const plain = { settings: {}, content } as unknown as Asset
const withShared = {
  settings: { 'data-table': { 'selected-columns': ['village'], 'translation-index': 0 } },
  content,
} as unknown as Asset

const query = (address: Record<string, string>): DatasetQuery => readDatasetQuery(new URLSearchParams(address))
const PLACES = { name: 'Places', address: { columns: 'village', sort: '-village' } }

const show = (asset: Asset, address: Record<string, string>, views = [PLACES]) =>
  renderHook(({ view }: { view: DatasetQuery }) => useActiveView(asset, view, views), {
    initialProps: { view: query(address) },
  })

it('names the saved view that the table shows, whatever page and submission', () => {
  const { result } = show(plain, { ...PLACES.address, page: '3', submission: '7' })
  expect(result.current).toEqual({ kind: 'personal', name: 'Places', changed: false })
})

it('remembers the view after a change, until another one is shown', () => {
  const { result, rerender } = show(plain, PLACES.address)
  rerender({ view: query({ ...PLACES.address, labels: 'xml' }) })
  expect(result.current).toEqual({ kind: 'personal', name: 'Places', changed: true })
  rerender({ view: query({}) })
  expect(result.current).toEqual({ kind: 'default', changed: false })
  rerender({ view: query({ labels: 'xml' }) })
  expect(result.current).toBeNull()
})

it('forgets a view that was deleted', () => {
  const { result, rerender } = renderHook(
    ({ view, views }: { view: DatasetQuery; views: (typeof PLACES)[] }) => useActiveView(plain, view, views),
    { initialProps: { view: query(PLACES.address), views: [PLACES] } },
  )
  rerender({ view: query({ ...PLACES.address, labels: 'xml' }), views: [] })
  expect(result.current).toBeNull()
})

it('knows the view of the project, under any filter', () => {
  const filter = JSON.stringify({ join: 'and', parts: [{ field: 'village', test: { op: 'blank' } }] })
  const shared = openView(new URLSearchParams(), withShared)
  const activeOf = (view: DatasetQuery) => renderHook(() => useActiveView(withShared, view, [])).result.current
  expect(activeOf(shared)).toEqual({ kind: 'project', changed: false })
  expect(activeOf({ ...shared, filter: query({ filter }).filter })).toEqual({ kind: 'project', changed: false })
  expect(activeOf(query({}))).toEqual({ kind: 'default', changed: false })
})
