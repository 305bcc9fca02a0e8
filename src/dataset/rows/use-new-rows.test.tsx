import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { useKpiSource } from '#/dataset/provider/use-kpi-source.ts'
import { writeFilter } from '#/dataset/query/filter-params.ts'
import { readDatasetQuery } from '#/dataset/query/query.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { useNewRows } from './use-new-rows.ts'
import { useRows } from './use-rows.ts'

const NEWEST = 2059
const ofPerson = (name: string) =>
  new URLSearchParams({
    filter:
      writeFilter({ join: 'and', parts: [{ field: '_submitted_by', test: { op: 'person', names: [name] } }] }) ?? '',
  }).toString()

let client: QueryClient
let asset: Asset
let demo: Transport
let lists: URL[]

beforeEach(async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } })
  lists = []
  demo = await createDemoTransport({ storage: 'memory' })
  setTransport(DEMO_CONNECTION.server, (request) => {
    const url = new URL(request.url)
    if (url.pathname.endsWith('/data/')) lists.push(url)
    return demo(request)
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
  asset = await client.query(assetQueries.detail(DEMO_PROJECTS.household.uid))
})

afterEach(() => {
  cleanup()
  connections.forgetAll()
})

async function look(address = '') {
  const { result } = renderHook(
    () => {
      const dataset = useRows(useKpiSource(asset), readDatasetQuery(new URLSearchParams(address)))
      return { dataset, count: useNewRows(dataset) }
    },
    { wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider> },
  )
  await waitFor(() => expect(result.current.dataset.result.isSettled).toBe(true))
  await waitFor(() => expect(client.isFetching()).toBe(0))
  return result
}

/** Somebody else at work. */
async function meanwhile(method: 'POST' | 'DELETE', path: string) {
  const headers = { Authorization: `Token ${DEMO_CONNECTION.auth.token}` }
  const url = `${DEMO_CONNECTION.server}/api/v2/assets/${asset.uid}/data/${path}`
  expect((await demo(new Request(url, { method, headers }))).ok).toBe(true)
}

/** As when one comes back to the tab. */
async function comeBack() {
  await act(() => client.refetchQueries({ queryKey: [...assetQueries.detail(asset.uid).queryKey, 'state'] }))
  await waitFor(() => expect(client.isFetching()).toBe(0))
}

it('looks for new rows without a list of rows', async () => {
  const result = await look()
  for (let times = 0; times < 10; times += 1) await comeBack()
  expect(result.current.count).toBe(0)
  expect(lists).toHaveLength(1)
})

it('counts new rows without a list of rows, where there is no filter', async () => {
  const result = await look()
  await meanwhile('POST', `${NEWEST}/duplicate/`)
  await meanwhile('POST', `${NEWEST}/duplicate/`)
  await comeBack()
  await waitFor(() => expect(result.current.count).toBe(2))
  expect(lists).toHaveLength(1)

  act(() => result.current.dataset.result.showNew())
  await waitFor(() => expect(result.current.dataset.rows[0]?._id).toBeGreaterThan(NEWEST))
  await waitFor(() => expect(client.isFetching()).toBe(0))
  expect(result.current.count).toBe(0)
  expect(lists).toHaveLength(2)
})

it('counts new rows by one list where there is a filter, and only once some have arrived', async () => {
  const result = await look(ofPerson('demo'))
  await comeBack()
  const before = lists.length
  await meanwhile('POST', `${NEWEST}/duplicate/`)
  await comeBack()
  await comeBack()
  await waitFor(() => expect(result.current.count).toBe(1))
  expect(lists).toHaveLength(before + 1)
})

it('does not announce rows that do not match', async () => {
  const result = await look(ofPerson('nobody'))
  await meanwhile('POST', `${NEWEST}/duplicate/`)
  await comeBack()
  expect(result.current.count).toBe(0)
})

it('refetches the rows once where others have deleted some', async () => {
  const result = await look()
  await meanwhile('DELETE', `${NEWEST}/`)
  await comeBack()
  await comeBack()
  await waitFor(() => expect(result.current.dataset.rows[0]?._id).toBe(NEWEST - 1))
  expect(result.current.count).toBe(0)
  expect(lists).toHaveLength(2)
})
