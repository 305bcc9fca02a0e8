import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { useKpiSource } from '#/dataset/provider/use-kpi-source.ts'
import { readDatasetQuery } from '#/dataset/query/query.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { MOST_SORTED } from './use-client-sort.ts'
import { useRows } from './use-rows.ts'

vi.setConfig({ testTimeout: 30_000 })

let client: QueryClient
let asset: Asset
let answer: Transport
let requests: URL[]

beforeEach(async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } })
  const demo = await createDemoTransport({ storage: 'memory' })
  answer = demo
  requests = []
  setTransport(DEMO_CONNECTION.server, (request) => {
    requests.push(new URL(request.url))
    return answer(request)
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
  asset = await client.query(assetQueries.detail(DEMO_PROJECTS.household.uid))
})

const rowsOf = (address: string) =>
  renderHook(({ at }) => useRows(useKpiSource(asset), readDatasetQuery(new URLSearchParams(at))), {
    initialProps: { at: address },
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  })

/** The demo takes its time on a busy machine. */
const soon = (look: () => void) => waitFor(look, { timeout: 10_000 })

const people = (rows: readonly Record<string, unknown>[]) => rows.map((row) => Number(row['hh/people'] ?? -1))

type Rendered = ReturnType<typeof rowsOf>['result']

const sortedKeys = ({ current: { sort } }: Rendered) =>
  sort.client.state.stage === 'done' ? sort.client.state.result.keys : []

const start = (result: Rendered, count = 1060) =>
  act(() => result.current.sort.client.start(count, result.current.result.snapshot))

const isSorted = (result: Rendered) => soon(() => expect(result.current.sort.client.state.stage).toBe('done'))

const lists = () => requests.filter(({ pathname }) => pathname.endsWith('/data/'))

/** Somebody else at work. Gives the status of the answer. */
async function meanwhile(method: string, path: string) {
  const headers = { Authorization: `Token ${DEMO_CONNECTION.auth.token}` }
  const url = `${DEMO_CONNECTION.server}/api/v2/assets/${asset.uid}/data/${path}`
  return (await answer(new Request(url, { method, headers }))).status
}

it('puts all that match in the order of their numbers by itself, page by page, both ways', async () => {
  const { result, rerender } = rowsOf('sort=-hh/people&size=500')
  await isSorted(result)

  const shown: number[] = []
  const ids: number[] = []
  for (const page of [1, 2, 3]) {
    rerender({ at: `sort=-hh/people&size=500&page=${page}` })
    await soon(() => expect(result.current.pages.key).toContain(`[${page},500`))
    shown.push(...people(result.current.rows))
    ids.push(...result.current.rows.map(({ _id }) => _id))
  }
  expect(shown).toEqual(shown.toSorted((a, b) => b - a))
  expect(new Set(ids).size).toBe(1060)

  rerender({ at: 'sort=hh/people&size=30' })
  await soon(() => expect(result.current.pages.key).toContain('[1,30'))
  expect(people(result.current.rows)[0]).toBe(1) // those without an answer are last
  expect(result.current.result.count).toBe(1060)
})

it('sorts texts and choices as people do, blanks last', async () => {
  const { result, rerender } = rowsOf('sort=hh/village')
  await isSorted(result)
  await soon(() => expect(result.current.load.isPlaceholder).toBe(false))
  const villages = result.current.rows.map((row) => String(row['hh/village']))
  expect(villages).toEqual(villages.toSorted(new Intl.Collator('en', { numeric: true }).compare))
  rerender({ at: 'sort=hh/village&page=11' })
  await soon(() => expect(result.current.pages.key).toContain('[11,100'))
  expect(result.current.rows.at(-1)?.['hh/village']).toBeUndefined()
})

it('leaves an order to the server that is right there, and costs one list', async () => {
  const { result } = rowsOf('sort=_submission_time')
  await soon(() => expect(result.current.load.hasRows).toBe(true))
  expect(result.current.sort).toMatchObject({ missing: null, client: { field: null } })
  expect(lists()).toHaveLength(1)
})

it('sorts a calculation of numbers by value', async () => {
  const { result } = rowsOf('sort=-member_count&size=500')
  await isSorted(result)
  await soon(() => expect(result.current.pages.key).toContain(',true]'))
  const counts = result.current.rows.map((row) => Number(row['member_count']))
  expect(counts).toEqual(counts.toSorted((a, b) => b - a))
})

it('requests the sorted column alone, then the page, and nothing more for the other direction', async () => {
  const { result, rerender } = rowsOf('sort=hh/people')
  await isSorted(result)
  await soon(() => expect(result.current.load.hasRows).toBe(true))
  const [first, second, page, ...others] = lists()
  for (const list of [first, second]) {
    expect(list?.searchParams.get('fields')).toBe('["_id","_validation_status","hh/people"]')
    expect(list?.searchParams.get('limit')).toBe('1000')
  }
  expect(page?.searchParams.get('query')).toContain('$in')
  expect(others).toEqual([])
  requests.length = 0
  rerender({ at: 'sort=-hh/people' })
  await soon(() => expect(result.current.load.isPlaceholder).toBe(false))
  expect(lists()).toHaveLength(1)
})

it('shows the order of the server where the sorting is cancelled, and sorts on demand', async () => {
  const { result } = rowsOf('sort=hh/people')
  await isSorted(result)
  act(() => result.current.sort.client.cancel())
  await soon(() => expect(result.current.load.isPlaceholder).toBe(false))
  expect(result.current.sort).toMatchObject({ missing: 'number', client: { state: { stage: 'idle' } } })
  requests.length = 0
  start(result, MOST_SORTED + 1)
  expect(requests).toEqual([])
  start(result)
  await isSorted(result)
})

it('sorts again where newer rows are shown, and under another sort', async () => {
  const { result, rerender } = rowsOf('sort=hh/people')
  await isSorted(result)
  act(() => result.current.result.showNew())
  expect(result.current.sort.client.state.stage).not.toBe('done')
  await isSorted(result)
  rerender({ at: 'sort=hh/village' })
  expect(result.current.sort.client.state.stage).not.toBe('done')
  await isSorted(result)
})

it('leaves out what was sent after the snapshot', async () => {
  const { result, rerender } = rowsOf('')
  await soon(() => expect(result.current.result.snapshot).not.toBeNull())
  expect(await meanwhile('POST', `${result.current.rows[0]?._id}/duplicate/`)).toBe(201)
  rerender({ at: 'sort=hh/people' })
  await isSorted(result)
  expect(sortedKeys(result)).toHaveLength(1060)
})

it('sorts again where one of the rows was deleted', async () => {
  const { result } = rowsOf('sort=hh/people')
  await isSorted(result)
  await soon(() => expect(result.current.load.hasRows).toBe(true))
  await soon(() => expect(client.isFetching()).toBe(0))
  expect(await meanwhile('DELETE', `${result.current.rows[7]?._id}/`)).toBe(204)
  await act(() => client.invalidateQueries())
  await soon(() => expect(result.current.result.count).toBe(1059))
  await isSorted(result)
  expect(sortedKeys(result)).toHaveLength(1059)
})

it('resumes after an error where it stopped', async () => {
  const demo = answer
  let reads = 0
  answer = (request) => {
    reads += 1
    return reads === 2 ? Promise.resolve(new Response('', { status: 502 })) : demo(request)
  }
  const { result } = rowsOf('sort=hh/people')
  await soon(() => expect(result.current.sort.client.state).toMatchObject({ stage: 'stopped', done: 1000 }))
  act(() => result.current.sort.client.resume())
  await soon(() => expect(result.current.sort.client.state.stage).toBe('done'))
  expect(sortedKeys(result)).toHaveLength(1060)
  expect(new Set(sortedKeys(result)).size).toBe(1060)
  expect(reads).toBeGreaterThan(2)
})
