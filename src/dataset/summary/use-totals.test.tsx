import { notificationsStore } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { walkSubmissions } from '#/api/kpi/submissions/walk-submissions.ts'
import { useNewDisplay } from '#/dataset/answers/display.ts'
import { columnsOf, type DataColumn, SUBMITTED } from '#/dataset/model/columns.ts'
import { useKpiSource } from '#/dataset/provider/use-kpi-source.ts'
import { readDatasetQuery } from '#/dataset/query/query.ts'
import { useRows } from '#/dataset/rows/use-rows.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { useTotals } from './use-totals.ts'

vi.setConfig({ testTimeout: 30_000 })

const PEOPLE = 'hh/people'
const FILTER = JSON.stringify({
  join: 'and',
  parts: [{ field: '_submitted_by', test: { op: 'person', names: ['enum_team_01'] } }],
})

let client: QueryClient
let asset: Asset
let answer: Transport
let requests: URL[]
/** What people were told, of which there must be so much. */
async function expectTold(...words: string[]) {
  await waitFor(() => expect(notificationsStore.getState().notifications).toHaveLength(words.length))
  const told = notificationsStore.getState().notifications.map(({ message }) => message)
  expect(told).toEqual(words.map((why) => `Totals are for the loaded rows again, because ${why}.`))
}

beforeEach(async () => {
  await startI18n()
  await i18n.loadNamespaces('submissions')
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } })
  const demo = await createDemoTransport({ storage: 'memory' })
  answer = demo
  requests = []
  notificationsStore.setState({ ...notificationsStore.getState(), notifications: [], queue: [] })
  setTransport(DEMO_CONNECTION.server, (request) => {
    requests.push(new URL(request.url))
    return answer(request)
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
  asset = await client.query(assetQueries.detail(DEMO_PROJECTS.household.uid))
})

const column = (id: string) => columnsOf(formOf(asset.content)).find((each) => each.id === id) as DataColumn

async function look(address = '') {
  const hook = renderHook(
    ({ at }) => {
      const dataset = useRows(useKpiSource(asset), readDatasetQuery(new URLSearchParams(at)))
      const display = useNewDisplay(0)
      return { dataset, totals: useTotals(dataset, { visibleColumns: [column(PEOPLE), SUBMITTED], display }) }
    },
    {
      initialProps: { at: address },
      wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
    },
  )
  await waitFor(() => expect(hook.result.current.dataset.result.isSettled).toBe(true), { timeout: 10_000 })
  return hook
}

type Looked = Awaited<ReturnType<typeof look>>['result']
const begin = (result: Looked, ...columns: DataColumn[]) => act(() => result.current.totals.start(columns))
const isSummed = (result: Looked, count: number) =>
  waitFor(() => expect(result.current.totals.columnCount).toBe(count), { timeout: 10_000 })

/** All answers, by plain code. */
async function numbers(): Promise<number[]> {
  const all: number[] = []
  for await (const { results } of walkSubmissions(client, asset.uid)) {
    for (const row of results) if (row[PEOPLE] !== undefined) all.push(Number(row[PEOPLE]))
  }
  return all
}

it('aggregates a column over all rows that match, and requests only this column', async () => {
  const { result } = await look()
  expect(result.current.totals.of(column(PEOPLE))).toBeNull()
  requests.length = 0
  begin(result, column(PEOPLE))
  await isSummed(result, 1)
  const walked = requests.filter(({ searchParams }) => searchParams.get('limit') === '1000')
  expect(walked.map(({ searchParams }) => searchParams.get('fields'))).toEqual([
    '["_id","_validation_status","hh/people"]',
    '["_id","_validation_status","hh/people"]',
  ])
  const all = await numbers()
  const totals = result.current.totals.of(column(PEOPLE))
  expect(totals?.count).toBe(1060)
  expect(totals?.aggregate).toMatchObject({ answered: all.length, blank: 1060 - all.length })
  expect(totals?.aggregate.numbers?.sum).toBe(String(all.reduce((sum, each) => sum + each, 0)))
  expect(result.current.totals.of(SUBMITTED)).toBeNull()

  // Another column is added; the first stays.
  begin(result, SUBMITTED)
  await isSummed(result, 2)
  expect(result.current.totals.of(SUBMITTED)?.aggregate.answered).toBe(1060)
  await expectTold()
})

it('drops totals with a notification when the filter changes', async () => {
  const { result, rerender } = await look()
  begin(result, column(PEOPLE))
  await isSummed(result, 1)
  rerender({ at: 'page=2' })
  expect(result.current.totals.columnCount).toBe(1)
  rerender({ at: new URLSearchParams({ filter: FILTER }).toString() })
  expect(result.current.totals.of(column(PEOPLE))).toBeNull()
  await expectTold('the filter changed')
})

it('drops totals with a notification when newer rows are shown or rows change', async () => {
  const { result } = await look()
  begin(result, column(PEOPLE))
  await isSummed(result, 1)
  act(() => result.current.dataset.result.showNew())
  expect(result.current.totals.columnCount).toBe(0)
  await expectTold('new submissions are shown')
  await waitFor(() => expect(result.current.totals.offer).not.toBeNull(), { timeout: 10_000 })

  // Also while it is still under way: nothing of it comes after all.
  begin(result, column(PEOPLE))
  expect(result.current.totals.collection.stage).toBe('loading')
  await act(() => client.invalidateQueries({ queryKey: submissionQueries.all(asset.uid) }))
  expect(result.current.totals).toMatchObject({ columnCount: 0, collection: { stage: 'idle' } })
  await expectTold('new submissions are shown', 'submissions may have changed')
})

it('resumes after an error, or is cleared', async () => {
  const { result } = await look()
  const demo = answer
  let reads = 0
  answer = (request) => {
    if (!request.url.includes('limit=1000')) return demo(request)
    reads += 1
    return reads === 2 ? Promise.resolve(new Response('', { status: 502 })) : demo(request)
  }
  begin(result, column(PEOPLE))
  await waitFor(
    () => expect(result.current.totals.collection).toMatchObject({ stage: 'stopped', done: 1000, total: 1060 }),
    {
      timeout: 10_000,
    },
  )
  act(() => result.current.totals.resume())
  await isSummed(result, 1)
  expect(reads).toBe(3)
  expect(result.current.totals.of(column(PEOPLE))?.count).toBe(1060)
  act(() => result.current.totals.clear())
  expect(result.current.totals.of(column(PEOPLE))).toBeNull()
  await expectTold()
})

it('has the totals of all rows where the client-side sort has loaded them', async () => {
  const { result } = await look(`sort=-${PEOPLE}`)
  act(() => result.current.dataset.sort.client.start(1060, result.current.dataset.result.snapshot))
  await waitFor(() => expect(result.current.dataset.sort.client.state.stage).toBe('done'), { timeout: 10_000 })
  requests.length = 0
  const totals = result.current.totals.of(column(PEOPLE))
  expect(totals?.count).toBe(1060)
  expect(requests.filter(({ searchParams }) => searchParams.get('limit') === '1000')).toEqual([])
  const all = await numbers()
  expect(totals?.aggregate.numbers?.sum).toBe(String(all.reduce((sum, each) => sum + each, 0)))
})

it('offers nothing if all rows are on the page', async () => {
  const { result } = await look(new URLSearchParams({ filter: FILTER, size: '1000' }).toString())
  await waitFor(() => expect(result.current.totals.isComplete).toBe(true))
  expect(result.current.totals.offer).toBeNull()
})
