import { QueryClient, QueryClientProvider, type QueryKey } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import type { SubmissionFilter } from '#/dataset/query/filter.ts'
import { readView, type SubmissionsViewState } from '#/dataset/query/query.ts'
import { type Chaos, createChaos } from '#/demo/chaos/chaos.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { placed } from './sparse-rows.ts'
import { useRows } from './use-rows.ts'

const { uid } = DEMO_PROJECTS.household
const ALL = Number.MAX_SAFE_INTEGER
const VIEW = readView(new URLSearchParams())
const of = (name: string): SubmissionFilter => ({
  join: 'and',
  parts: [{ field: '_submitted_by', test: { op: 'person', names: [name] } }],
})

let client: QueryClient
let asset: Asset
let chaos: Chaos
let demo: Transport
let asked: Request[]
/** Answers as if nothing above this `_id` had been sent yet. */
let sentUpTo: number

const params = ({ url }: Request) => new URL(url).searchParams
const dataOf = () =>
  asked.filter(({ url }) => url.includes('/data/') && params({ url } as Request).get('limit') !== '1')

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
  asked = []
  sentUpTo = ALL
  demo = chaos.wrap(asOf(await createDemoTransport({ storage: 'memory' })))
  setTransport(DEMO_CONNECTION.server, (request) => {
    asked.push(request)
    return demo(request)
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
  asset = await client.fetchQuery(assetQueries.detail(uid))
})

afterEach(() => {
  connections.forgetAll()
})

const look = (view: Partial<SubmissionsViewState> = {}) =>
  renderHook((props: Partial<SubmissionsViewState>) => useRows(asset, { ...VIEW, ...props }), {
    initialProps: view,
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  })

type Looked = ReturnType<typeof look>['result']
const isHere = (result: Looked) =>
  waitFor(() => expect(result.current).toMatchObject({ isFetching: false, isPlaceholderData: false, isError: false }))
const idsOf = (result: Looked) => result.current.rows.map(({ _id }) => _id)

describe('the rows of a view', () => {
  it('are of the newest filter, whichever is answered first', async () => {
    const { result, rerender } = look()
    await isHere(result)
    chaos.set('out-of-order;path=/data/')
    asked = []
    rerender({ filter: of('enum_team_01') })
    await waitFor(() => expect(asked).toHaveLength(1))
    rerender({ filter: of('enum_team_02') })
    await isHere(result)
    expect(new Set(result.current.rows.map(({ _submitted_by: name }) => name))).toEqual(new Set(['enum_team_02']))
    expect(dataOf().map(({ signal }) => signal.aborted)).toEqual([true, false])
  })

  it('are never those of another project, also while its own are on their way', async () => {
    const other = await client.fetchQuery(assetQueries.detail(DEMO_PROJECTS.arabic.uid))
    const { result, rerender } = renderHook((props: { of: Asset }) => useRows(props.of, VIEW), {
      initialProps: { of: asset },
      wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
    })
    await isHere(result)
    chaos.set('hang;path=/data/')
    rerender({ of: other })
    expect(result.current).toMatchObject({ rows: [], count: null, data: undefined })
  })

  it('keep their pages while others are sent', async () => {
    const newest = Math.max(...(await idsAsOf(ALL)))
    sentUpTo = newest - 3
    const { result, rerender } = look()
    await isHere(result)
    const first = idsOf(result)
    expect(first[0]).toBe(newest - 3)
    sentUpTo = ALL
    rerender({ page: 2 })
    await isHere(result)
    expect(idsOf(result)[0]).toBe((first.at(-1) ?? 0) - 1)
    await client.invalidateQueries()
    rerender({ page: 1 })
    await isHere(result)
    expect(idsOf(result)).toEqual(first)

    // What says elsewhere how many there are says so anew.
    const filter = { _submitted_by: 'enum_team_01' }
    await client.query(submissionQueries.count(uid, filter))
    result.current.letIn(newest)
    await waitFor(() => expect(idsOf(result)[0]).toBe(newest))
    const isStale = (queryKey: QueryKey) => client.getQueryState(queryKey)?.isInvalidated
    expect(
      [assetQueries.detail(uid), submissionQueries.count(uid, filter)].map(({ queryKey }) => isStale(queryKey)),
    ).toEqual([true, true])
  })

  it('are pinned in another order, too', async () => {
    const newest = Math.max(...(await idsAsOf(ALL)))
    sentUpTo = newest - 3
    const sort = { field: '_submitted_by', descending: false }
    const { result, rerender } = look({ sort })
    await waitFor(() => expect(result.current.upTo).toBe(newest - 3))
    const { count } = result.current
    sentUpTo = ALL
    rerender({ sort, page: 2 })
    await isHere(result)
    expect(result.current.count).toBe(count)
  })

  it('are asked for once, though the newest among them pins the rest', async () => {
    const { result } = look()
    await waitFor(() => expect(result.current.upTo).not.toBeNull())
    await isHere(result)
    expect(asked.filter(({ url }) => url.includes('/data/'))).toHaveLength(1)
  })
})

describe('the rows of one scroll', () => {
  const startsOf = () => dataOf().map(({ url }) => Number(params({ url } as Request).get('start')))
  const placeOf = (result: Looked, index: number) => placed(result.current.rows, result.current.places).at(index)?._id
  const lookAt = (result: Looked, first: number) => act(() => result.current.lookAt({ first, last: first + 20 }))

  it('are asked for where one looks, and given up where one has looked away', async () => {
    const { result } = look({ scrolls: true })
    await isHere(result)
    const newest = placeOf(result, 0) ?? 0
    chaos.set('hang;path=/data/')
    lookAt(result, 500)
    await waitFor(() => expect(startsOf().at(-1)).toBe(500))
    expect(placeOf(result, 500)).toBeUndefined()
    const given = dataOf().at(-1)
    chaos.set('')
    lookAt(result, 950)
    await waitFor(() => expect(placeOf(result, 950)).toBe(newest - 950))
    expect(given?.signal.aborted).toBe(true)
    expect(placeOf(result, 500)).toBeUndefined()
    expect(result.current.rows.length).toBeLessThanOrEqual(300)
  })

  it('are read again where some were deleted, so that none is passed over', async () => {
    const { result } = look({ scrolls: true })
    await isHere(result)
    const newest = placeOf(result, 0) ?? 0
    const remove = new Request(`${DEMO_CONNECTION.server}/api/v2/assets/${uid}/data/${newest - 5}/`, {
      method: 'DELETE',
      headers: { Authorization: `Token ${DEMO_CONNECTION.auth.scheme === 'key' ? DEMO_CONNECTION.auth.token : ''}` },
    })
    expect((await demo(remove)).status).toBe(204)
    lookAt(result, 80)
    await waitFor(() => expect(placeOf(result, 100)).toBe(newest - 101))
    await waitFor(() => expect(placeOf(result, 5)).toBe(newest - 6))
    expect(result.current.count).toBe(result.current.places?.count)
  })
})

async function idsAsOf(upTo: number) {
  sentUpTo = upTo
  const { result, unmount } = look()
  await isHere(result)
  const ids = idsOf(result)
  unmount()
  client.removeQueries({ queryKey: ['submissions'] })
  return ids
}
