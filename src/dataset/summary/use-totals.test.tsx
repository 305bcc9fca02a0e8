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
import { type SubmissionColumn, SUBMITTED } from '#/dataset/model/columns.ts'
import { columnsOf } from '#/dataset/model/loaded-fields.ts'
import { readView } from '#/dataset/query/query.ts'
import { useLazyColumns } from '#/dataset/rows/use-lazy-columns.ts'
import { useRows } from '#/dataset/rows/use-rows.ts'
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
let asked: URL[]
/** What people were told, of which there must be so much. */
async function expectTold(...words: string[]) {
  await waitFor(() => expect(notificationsStore.getState().notifications).toHaveLength(words.length))
  const told = notificationsStore.getState().notifications.map(({ message }) => message)
  expect(told).toEqual(words.map((why) => `The figures are of the rows loaded again: ${why}.`))
}

beforeEach(async () => {
  await startI18n()
  await i18n.loadNamespaces('submissions')
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } })
  const demo = await createDemoTransport({ storage: 'memory' })
  answer = demo
  asked = []
  notificationsStore.setState({ ...notificationsStore.getState(), notifications: [], queue: [] })
  setTransport(DEMO_CONNECTION.server, (request) => {
    asked.push(new URL(request.url))
    return answer(request)
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
  asset = await client.query(assetQueries.detail(DEMO_PROJECTS.household.uid))
})

const column = (id: string) => columnsOf(asset.content).find((each) => each.id === id) as SubmissionColumn

async function look(address = '') {
  const hook = renderHook(
    ({ at }) => {
      const found = useLazyColumns(asset, useRows(asset, readView(new URLSearchParams(at))))
      const reading = useNewDisplay(0)
      return { found, figures: useTotals(asset.uid, found, { shown: [column(PEOPLE), SUBMITTED], reading }) }
    },
    {
      initialProps: { at: address },
      wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
    },
  )
  await waitFor(() => expect(hook.result.current.found.upTo).not.toBeNull(), { timeout: 10_000 })
  return hook
}

type Looked = Awaited<ReturnType<typeof look>>['result']
const begin = (result: Looked, ...columns: SubmissionColumn[]) => act(() => result.current.figures.begin(columns))
const isSummed = (result: Looked, count: number) =>
  waitFor(() => expect(result.current.figures.summed).toBe(count), { timeout: 10_000 })

/** All answers, by plain code. */
async function numbers(): Promise<number[]> {
  const all: number[] = []
  for await (const { results } of walkSubmissions(client, asset.uid)) {
    for (const row of results) if (row[PEOPLE] !== undefined) all.push(Number(row[PEOPLE]))
  }
  return all
}

it('sums up a column over all that match, and asks for its answers alone', async () => {
  const { result } = await look()
  expect(result.current.figures.of(column(PEOPLE))).toBeNull()
  asked.length = 0
  begin(result, column(PEOPLE))
  await isSummed(result, 1)
  const walked = asked.filter(({ searchParams }) => searchParams.get('limit') === '1000')
  expect(walked.map(({ searchParams }) => searchParams.get('fields'))).toEqual([
    '["_id","_validation_status","hh/people"]',
    '["_id","_validation_status","hh/people"]',
  ])
  const all = await numbers()
  const figures = result.current.figures.of(column(PEOPLE))
  expect(figures?.count).toBe(1060)
  expect(figures?.found).toMatchObject({ answered: all.length, blank: 1060 - all.length })
  expect(figures?.found.numbers?.sum).toBe(String(all.reduce((sum, each) => sum + each, 0)))
  expect(result.current.figures.of(SUBMITTED)).toBeNull()

  // Another column is added; the first stays.
  begin(result, SUBMITTED)
  await isSummed(result, 2)
  expect(result.current.figures.of(SUBMITTED)?.found.answered).toBe(1060)
  await expectTold()
})

it('is given up, and told, with the filter', async () => {
  const { result, rerender } = await look()
  begin(result, column(PEOPLE))
  await isSummed(result, 1)
  rerender({ at: 'page=2' })
  expect(result.current.figures.summed).toBe(1)
  rerender({ at: new URLSearchParams({ filter: FILTER }).toString() })
  expect(result.current.figures.of(column(PEOPLE))).toBeNull()
  await expectTold('what is looked for has changed')
})

it('is given up, and told, where newer ones are let in, and where some were changed', async () => {
  const { result } = await look()
  begin(result, column(PEOPLE))
  await isSummed(result, 1)
  act(() => result.current.found.letIn(99_999))
  expect(result.current.figures.summed).toBe(0)
  await expectTold('new submissions are shown')
  await waitFor(() => expect(result.current.figures.offer).not.toBeNull(), { timeout: 10_000 })

  // Also while it is still under way: nothing of it comes after all.
  begin(result, column(PEOPLE))
  expect(result.current.figures.load.stage).toBe('loading')
  await act(() => client.invalidateQueries({ queryKey: submissionQueries.all(asset.uid) }))
  expect(result.current.figures).toMatchObject({ summed: 0, load: { stage: 'none' } })
  await expectTold('new submissions are shown', 'submissions may have changed')
})

it('goes on after a fault where it was, or is put away', async () => {
  const { result } = await look()
  const demo = answer
  let reads = 0
  answer = (request) => {
    if (!request.url.includes('limit=1000')) return demo(request)
    reads += 1
    return reads === 2 ? Promise.resolve(new Response('', { status: 502 })) : demo(request)
  }
  begin(result, column(PEOPLE))
  await waitFor(() => expect(result.current.figures.load).toMatchObject({ stage: 'stopped', done: 1000, of: 1060 }), {
    timeout: 10_000,
  })
  act(() => result.current.figures.again())
  await isSummed(result, 1)
  expect(reads).toBe(3)
  expect(result.current.figures.of(column(PEOPLE))?.count).toBe(1060)
  act(() => result.current.figures.clear())
  expect(result.current.figures.of(column(PEOPLE))).toBeNull()
  await expectTold()
})

it('knows the figures of all where the true order has read them', async () => {
  const { result } = await look(`sort=-${PEOPLE}`)
  await act(() => result.current.found.trueOrder.begin(1060, result.current.found.upTo))
  asked.length = 0
  const figures = result.current.figures.of(column(PEOPLE))
  expect(figures?.count).toBe(1060)
  expect(asked.filter(({ searchParams }) => searchParams.get('limit') === '1000')).toEqual([])
  const all = await numbers()
  expect(figures?.found.numbers?.sum).toBe(String(all.reduce((sum, each) => sum + each, 0)))
})

it('needs nothing where all are on the page', async () => {
  const { result } = await look(new URLSearchParams({ filter: FILTER, size: '1000' }).toString())
  await waitFor(() => expect(result.current.figures.isAll).toBe(true))
  expect(result.current.figures.offer).toBeNull()
})
