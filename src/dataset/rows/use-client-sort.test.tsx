import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { readView } from '#/dataset/query/query.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { MOST_SORTED } from './use-client-sort.ts'
import { useRows } from './use-rows.ts'

vi.setConfig({ testTimeout: 30_000 })

let client: QueryClient
let asset: Asset
let answer: Transport
let asked: URL[]

beforeEach(async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } })
  const demo = await createDemoTransport({ storage: 'memory' })
  answer = demo
  asked = []
  setTransport(DEMO_CONNECTION.server, (request) => {
    asked.push(new URL(request.url))
    return answer(request)
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
  asset = await client.query(assetQueries.detail(DEMO_PROJECTS.household.uid))
})

const rowsOf = (address: string) =>
  renderHook(({ at }) => useRows(asset, readView(new URLSearchParams(at))), {
    initialProps: { at: address },
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  })

/** The demo takes its time on a busy machine. */
const soon = (look: () => void) => waitFor(look, { timeout: 10_000 })

const people = (rows: readonly Record<string, unknown>[]) => rows.map((row) => Number(row['hh/people'] ?? -1))

const orderedIds = ({ trueOrder: { state } }: ReturnType<typeof useRows>) => (state.stage === 'sorted' ? state.ids : [])

/** Somebody else at work. Gives the status of the answer. */
async function meanwhile(method: string, path: string) {
  const headers = { Authorization: `Token ${DEMO_CONNECTION.auth.token}` }
  const url = `${DEMO_CONNECTION.server}/api/v2/assets/${asset.uid}/data/${path}`
  return (await answer(new Request(url, { method, headers }))).status
}

it('puts all that match in the order of their numbers, page by page, both ways', async () => {
  const { result, rerender } = rowsOf('sort=-hh/people&size=500')
  await soon(() => expect(result.current.upTo).not.toBeNull())
  expect(result.current.sortedAs).toBe('number')
  expect(people(result.current.rows)[0]).toBe(9)
  await act(() => result.current.trueOrder.begin(1060, result.current.upTo))

  const shown: number[] = []
  const ids: number[] = []
  for (const page of [1, 2, 3]) {
    rerender({ at: `sort=-hh/people&size=500&page=${page}` })
    await soon(() => expect(result.current.shown).toContain(`[${page},500`))
    shown.push(...people(result.current.rows))
    ids.push(...result.current.rows.map(({ _id }) => _id))
  }
  expect(shown).toEqual(shown.toSorted((a, b) => b - a))
  expect(new Set(ids).size).toBe(1060)

  rerender({ at: 'sort=hh/people&size=30' })
  await soon(() => expect(result.current.shown).toContain('[1,30'))
  expect(people(result.current.rows)[0]).toBe(-1)
  expect(result.current.count).toBe(1060)
})

it('says of a calculation of numbers that the server sorts it as text, and sorts it by size', async () => {
  const { result } = rowsOf('sort=-member_count&size=500')
  await soon(() => expect(result.current.upTo).not.toBeNull())
  expect(result.current.sortedAs).toBe('number')
  await act(() => result.current.trueOrder.begin(1060, result.current.upTo))
  await soon(() => expect(result.current.shown).toContain(',true]'))
  const counts = result.current.rows.map((row) => Number(row['member_count']))
  expect(counts).toEqual(counts.toSorted((a, b) => b - a))
})

it('asks for what it sorts by alone, and for no more than can be sorted', async () => {
  const { result } = rowsOf('sort=hh/people')
  await soon(() => expect(result.current.upTo).not.toBeNull())
  asked.length = 0
  await act(() => result.current.trueOrder.begin(MOST_SORTED + 1, result.current.upTo))
  expect(asked).toEqual([])
  await act(() => result.current.trueOrder.begin(1060, result.current.upTo))
  expect(asked[0]?.searchParams.get('fields')).toBe('["_id","_validation_status","hh/people"]')
})

it('is given up with the filter, and where newer ones are let in', async () => {
  const { result, rerender } = rowsOf('sort=hh/people')
  await soon(() => expect(result.current.upTo).not.toBeNull())
  await act(() => result.current.trueOrder.begin(1060, result.current.upTo))
  expect(result.current.trueOrder.state.stage).toBe('sorted')
  act(() => result.current.letIn(99_999))
  expect(result.current.trueOrder.state.stage).toBe('none')
  await act(() => result.current.trueOrder.begin(1060, result.current.upTo))
  rerender({ at: 'sort=hh/village' })
  expect(result.current.trueOrder.state.stage).toBe('none')
})

it('leaves out what was sent since the rows were looked at', async () => {
  const { result } = rowsOf('sort=hh/people')
  await soon(() => expect(result.current.upTo).not.toBeNull())
  expect(await meanwhile('POST', `${result.current.rows[0]?._id}/duplicate/`)).toBe(201)
  await act(() => result.current.trueOrder.begin(1060, result.current.upTo))
  expect(orderedIds(result.current)).toHaveLength(1060)
})

it('is given up where one of the rows is not there any more', async () => {
  const { result } = rowsOf('sort=hh/people')
  await soon(() => expect(result.current.upTo).not.toBeNull())
  await act(() => result.current.trueOrder.begin(1060, result.current.upTo))
  await soon(() => expect(result.current.isFetching).toBe(false))
  expect(await meanwhile('DELETE', `${result.current.rows[7]?._id}/`)).toBe(204)
  await act(() => client.invalidateQueries())
  await soon(() => expect(result.current.trueOrder.state.stage).toBe('none'))
  await soon(() => expect(result.current.count).toBe(1059))
})

it('goes on after a fault where it was', async () => {
  const { result } = rowsOf('sort=hh/people')
  await soon(() => expect(result.current.upTo).not.toBeNull())
  const demo = answer
  let reads = 0
  answer = (request) => {
    reads += 1
    return reads === 2 ? Promise.resolve(new Response('', { status: 502 })) : demo(request)
  }
  await act(() => result.current.trueOrder.begin(1060, result.current.upTo))
  expect(result.current.trueOrder.state).toMatchObject({ stage: 'stopped', done: 1000 })
  await act(() => result.current.trueOrder.begin(1060, result.current.upTo))
  expect(orderedIds(result.current)).toHaveLength(1060)
  expect(new Set(orderedIds(result.current)).size).toBe(1060)
  expect(reads).toBeGreaterThan(2)
})
