import { QueryClient, QueryClientProvider, type QueryKey } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { columnsOf } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { useKpiSource } from '#/dataset/provider/use-kpi-source.ts'
import type { RowFilter } from '#/dataset/query/filter.ts'
import { readDatasetQuery, type DatasetQuery } from '#/dataset/query/query.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { type Chaos, createChaos } from '#/demo/chaos/chaos.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { isFieldLoaded } from '#/lib/loaded-fields.ts'
import { toSparseRows } from './sparse-rows.ts'
import { useRows } from './use-rows.ts'

const { uid } = DEMO_PROJECTS.household
const ALL = Number.MAX_SAFE_INTEGER
const VIEW = readDatasetQuery(new URLSearchParams())
const of = (name: string): RowFilter => ({
  join: 'and',
  parts: [{ field: '_submitted_by', test: { op: 'person', names: [name] } }],
})

let client: QueryClient
let asset: Asset
let chaos: Chaos
let demo: Transport
let requests: Request[]
/** Answers as if nothing above this `_id` had been sent yet. */
let sentUpTo: number

const params = ({ url }: Request) => new URL(url).searchParams
const listsOf = () => requests.filter(({ url }) => new URL(url).pathname.endsWith('/data/'))
const dataOf = () =>
  requests.filter(({ url }) => url.includes('/data/') && params({ url } as Request).get('limit') !== '1')

/** The demo, as it was when so many had been sent. */
const asOf =
  (demo: Transport): Transport =>
  (request) => {
    const url = new URL(request.url)
    if (!url.pathname.endsWith('/data/')) return demo(request)
    const query = JSON.parse(url.searchParams.get('query') ?? '{}') as object
    url.searchParams.set('query', JSON.stringify({ $and: [query, { _id: { $lte: sentUpTo } }] }))
    return demo(new Request(url, request))
  }

beforeEach(async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } })
  chaos = createChaos()
  requests = []
  sentUpTo = ALL
  demo = chaos.wrap(asOf(await createDemoTransport({ storage: 'memory' })))
  setTransport(DEMO_CONNECTION.server, (request) => {
    requests.push(request)
    return demo(request)
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
  asset = await client.fetchQuery(assetQueries.detail(uid))
})

afterEach(() => {
  connections.forgetAll()
})

const render = (view: Partial<DatasetQuery> = {}) =>
  renderHook((props: Partial<DatasetQuery>) => useRows(useKpiSource(asset), { ...VIEW, ...props }), {
    initialProps: view,
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  })

type Rendered = ReturnType<typeof render>['result']
const isLoaded = (result: Rendered) =>
  waitFor(() => {
    expect(client.isFetching()).toBe(0)
    expect(result.current.load).toMatchObject({ hasRows: true, isPlaceholder: false, error: null })
  })
const idsOf = (result: Rendered) => result.current.rows.map(({ _id }) => _id)

describe('the rows of a view', () => {
  it('are of the newest filter, whichever is answered first', async () => {
    const { result, rerender } = render()
    await isLoaded(result)
    chaos.set('out-of-order;path=/data/')
    requests = []
    rerender({ filter: of('enum_team_01') })
    await waitFor(() => expect(requests).toHaveLength(1))
    rerender({ filter: of('enum_team_02') })
    await isLoaded(result)
    expect(new Set(result.current.rows.map(({ _submitted_by: name }) => name))).toEqual(new Set(['enum_team_02']))
    expect(dataOf().map(({ signal }) => signal.aborted)).toEqual([true, false])
  })

  it('are never those of another project, also while its own are pending', async () => {
    const other = await client.fetchQuery(assetQueries.detail(DEMO_PROJECTS.arabic.uid))
    const { result, rerender } = renderHook((props: { of: Asset }) => useRows(useKpiSource(props.of), VIEW), {
      initialProps: { of: asset },
      wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
    })
    await isLoaded(result)
    chaos.set('hang;path=/data/')
    rerender({ of: other })
    expect(result.current).toMatchObject({ rows: [], result: { count: null }, load: { hasRows: false } })
  })

  it('keep their pages while others are sent', async () => {
    const newest = Math.max(...(await idsAsOf(ALL)))
    sentUpTo = newest - 3
    const { result, rerender } = render()
    await isLoaded(result)
    const first = idsOf(result)
    expect(first[0]).toBe(newest - 3)
    sentUpTo = ALL
    rerender({ page: 2 })
    await isLoaded(result)
    expect(idsOf(result)[0]).toBe((first.at(-1) ?? 0) - 1)
    await client.invalidateQueries()
    rerender({ page: 1 })
    await isLoaded(result)
    expect(idsOf(result)).toEqual(first)

    // What says elsewhere how many there are says so anew.
    const filter = { _submitted_by: 'enum_team_01' }
    await client.query(submissionQueries.count(uid, filter))
    result.current.result.showNew()
    await waitFor(() => expect(idsOf(result)[0]).toBe(newest))
    const isStale = (queryKey: QueryKey) => client.getQueryState(queryKey)?.isInvalidated
    expect(
      [assetQueries.detail(uid), submissionQueries.count(uid, filter)].map(({ queryKey }) => isStale(queryKey)),
    ).toEqual([true, true])
  })

  it('keep their snapshot under another sort, too', async () => {
    const newest = Math.max(...(await idsAsOf(ALL)))
    sentUpTo = newest - 3
    const sort = { field: '_submission_time', descending: false }
    requests = []
    const { result, rerender } = render({ sort })
    await isLoaded(result)
    const { count } = result.current.result
    rerender({ sort, page: 2 })
    await isLoaded(result)
    // Nothing has arrived: no snapshot was needed.
    expect(listsOf()).toHaveLength(2)
    sentUpTo = ALL
    rerender({ sort, page: 3 })
    await waitFor(() => expect(result.current.result.snapshot).toBe(newest - 3))
    await isLoaded(result)
    expect(result.current.result.count).toBe(count)
  })

  it('are requested once, although the newest of them is the snapshot', async () => {
    const { result } = render()
    await waitFor(() => expect(result.current.result.snapshot).not.toBeNull())
    await isLoaded(result)
    expect(listsOf()).toHaveLength(1)
  })
})

describe('the rows of one scroll', () => {
  const startsOf = () => dataOf().map(({ url }) => Number(params({ url } as Request).get('start')))
  const keyAt = (result: Rendered, index: number) =>
    toSparseRows(result.current.rows, result.current.positions).at(index)?._id
  const scrollTo = (result: Rendered, first: number) =>
    act(() => result.current.pages.setVisibleRange({ first, last: first + 20 }))

  it('are requested for the visible range, and cancelled where it was scrolled away', async () => {
    const { result } = render({ scrolls: true })
    await isLoaded(result)
    const newest = keyAt(result, 0) ?? 0
    chaos.set('hang;path=/data/')
    scrollTo(result, 500)
    await waitFor(() => expect(startsOf().at(-1)).toBe(500))
    expect(keyAt(result, 500)).toBeUndefined()
    const cancelled = dataOf().at(-1)
    chaos.set('')
    scrollTo(result, 950)
    await waitFor(() => expect(keyAt(result, 950)).toBe(newest - 950))
    expect(cancelled?.signal.aborted).toBe(true)
    expect(keyAt(result, 500)).toBeUndefined()
    expect(result.current.rows.length).toBeLessThanOrEqual(300)
  })

  it('are requested again where some were deleted, so that none is skipped', async () => {
    const { result } = render({ scrolls: true })
    await isLoaded(result)
    const newest = keyAt(result, 0) ?? 0
    const remove = new Request(`${DEMO_CONNECTION.server}/api/v2/assets/${uid}/data/${newest - 5}/`, {
      method: 'DELETE',
      headers: { Authorization: `Token ${DEMO_CONNECTION.auth.scheme === 'key' ? DEMO_CONNECTION.auth.token : ''}` },
    })
    expect((await demo(remove)).status).toBe(204)
    scrollTo(result, 80)
    await waitFor(() => expect(keyAt(result, 100)).toBe(newest - 101))
    await waitFor(() => expect(keyAt(result, 5)).toBe(newest - 6))
    expect(result.current.result.count).toBe(result.current.positions?.count)
  })
})

describe('further columns of a wide form', () => {
  const columnsFrom = (at: number) =>
    columnsOf(formOf(asset.content))
      .slice(at, at + 10)
      .map(({ id }) => id)

  async function renderWide() {
    asset = await client.query(assetQueries.detail(DEMO_PROJECTS.arabic.uid))
    const { result } = render(readDatasetQuery(new URLSearchParams('columns=*')))
    await isLoaded(result)
    requests = []
    return result
  }

  it('come by three lists at most, whatever is scrolled to, and are kept', async () => {
    const result = await renderWide()
    for (const at of [300, 900, 600, 150, 450, 750, 990, 300]) {
      act(() => result.current.columns.loadVisible(columnsFrom(at)))
      await waitFor(() =>
        expect(result.current.rows[0]).toSatisfy((row: Row) => isFieldLoaded(row, columnsFrom(at)[0] ?? '')),
      )
    }
    expect(listsOf().length).toBeLessThanOrEqual(3)
    expect(listsOf().map((request) => params(request).has('fields'))).toEqual([true, true, false])
  })

  it('are cancelled where others are visible by now', async () => {
    const result = await renderWide()
    chaos.set('hang;path=/data/')
    act(() => result.current.columns.loadVisible(columnsFrom(300)))
    await waitFor(() => expect(listsOf()).toHaveLength(1))
    chaos.set('')
    act(() => result.current.columns.loadVisible(columnsFrom(900)))
    await isLoaded(result)
    expect(listsOf().map(({ signal }) => signal.aborted)).toEqual([true, false])
  })
})

async function idsAsOf(upTo: number) {
  sentUpTo = upTo
  const { result, unmount } = render()
  await isLoaded(result)
  const ids = idsOf(result)
  unmount()
  client.removeQueries({ queryKey: ['submissions'] })
  return ids
}
