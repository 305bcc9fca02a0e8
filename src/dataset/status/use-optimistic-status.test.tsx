import { MutationObserver, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { setValidationStatus } from '#/api/kpi/submissions/mutations.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { statusRecordOf } from '#/dataset/model/system-fields.ts'
import { RowSourceProvider } from '#/dataset/provider/row-source.ts'
import type { Status } from '#/dataset/query/status.ts'
import { kpiSource } from '#/dataset/sources/kpi/kpi-source.ts'
import { EMPTY_PROJECT } from '#/dataset/sources/testing/empty-project.ts'
import { useOptimisticStatus } from './use-optimistic-status.ts'

const SERVER = 'https://kf.example.org'
const FIRST_PAGE = submissionQueries.page('a1', { page: 1, pageSize: 100 })

interface Change {
  /** `PATCH 1 approved`, `DELETE 2`. */
  what: string
  accept: () => void
  refuse: () => void
}

const SOURCE = kpiSource(EMPTY_PROJECT)

/** A server whose answers to changes come when the test says so. */
let changes: Change[] = []
let statuses: Record<number, string | null> = {}

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const id = Number(/data\/(\d+)\//.exec(pathname)?.[1])
  if (request.method === 'GET') {
    const results = [3, 2, 1].map((_id) => ({ _id, _uuid: `u${_id}`, _validation_status: wire(_id) }))
    return Response.json({ count: 3, results })
  }
  const sent = request.method === 'PATCH' ? ((await request.json()) as Record<string, string>) : {}
  const status = sent['validation_status.uid']?.replace('validation_status_', '') ?? null
  return new Promise((resolve) => {
    changes.push({
      what: [request.method, id, status].filter(Boolean).join(' '),
      accept: () => {
        statuses[id] = status
        resolve(status === null ? new Response(null, { status: 204 }) : Response.json(wire(id)))
      },
      refuse: () => resolve(Response.json({ detail: 'You may not.' }, { status: 403 })),
    })
  })
}

const wire = (id: number) => {
  const status = statuses[id]
  return status ? { uid: `validation_status_${status}`, timestamp: 1_795_000_000, by_whom: 'alice' } : {}
}

/** What the table shows for all three submissions. */
function useTable() {
  const { data } = useQuery(FIRST_PAGE)
  const row = (id: number) =>
    data?.results.find(({ _id }) => _id === id) ?? Submission.parse({ _id: id, _uuid: `u${id}` })
  const shown = [useOptimisticStatus(row(1)), useOptimisticStatus(row(2)), useOptimisticStatus(row(3))]
  return { rows: data?.results, shown: shown.map((status) => status?.replace('validation_status_', '') ?? null) }
}

async function openTable() {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false }, mutations: { networkMode: 'always' } },
  })
  bindCache(
    client,
    connections.use({ kind: 'kpi', server: SERVER, username: 'alice', auth: { scheme: 'key', token: 'key' } }),
  )
  const { result } = renderHook(useTable, {
    wrapper: ({ children }) => (
      <QueryClientProvider client={client}>
        <RowSourceProvider value={SOURCE}>{children}</RowSourceProvider>
      </QueryClientProvider>
    ),
  })
  await waitFor(() => expect(result.current.rows).toBeDefined())
  const set = (id: number, status: string | null) => {
    const verdict = status === null ? null : (`validation_status_${status}` as Status)
    const observer = new MutationObserver(client, setValidationStatus('a1', id))
    act(() => void observer.mutate(verdict).catch(() => null))
  }
  const shows = (...shown: (string | null)[]) => waitFor(() => expect(result.current.shown).toEqual(shown))
  return { result, set, shows, client }
}

/** In any order: those of different rows do not wait for one another. */
const arrived = (...what: string[]) =>
  waitFor(() => expect(changes.map((change) => change.what).toSorted()).toEqual(what.toSorted()))
const settle = (what: string, how: 'accept' | 'refuse') =>
  act(async () => changes.find((change) => change.what === what)?.[how]())

describe('a change of status', () => {
  beforeEach(() => {
    changes = []
    statuses = { 1: null, 2: 'on_hold', 3: null }
    setTransport(SERVER, answer)
  })

  it('is shown at once and kept after success; other rows stay the same objects', async () => {
    const { result, set, shows } = await openTable()
    const before = result.current.rows
    set(1, 'approved')
    await shows('approved', 'on_hold', null)
    await arrived('PATCH 1 approved')
    await settle('PATCH 1 approved', 'accept')
    await waitFor(() => expect(result.current.rows?.map(statusRecordOf)[2]?.by_whom).toBe('alice'))
    await shows('approved', 'on_hold', null)
    expect(result.current.rows?.[0]).toBe(before?.[0])
    expect(result.current.rows?.[1]).toBe(before?.[1])
  })

  it('is reverted if the server refuses it, without other pending changes', async () => {
    const { result, set, shows } = await openTable()
    set(1, 'approved')
    set(2, null)
    set(3, 'not_approved')
    await shows('approved', null, 'not_approved')
    await arrived('PATCH 1 approved', 'DELETE 2', 'PATCH 3 not_approved')
    await settle('PATCH 3 not_approved', 'accept')
    await settle('PATCH 1 approved', 'refuse')
    await shows(null, null, 'not_approved')
    await settle('DELETE 2', 'accept')
    await waitFor(() => expect(result.current.shown).toEqual([null, null, 'not_approved']))
  })

  it('waits for an earlier change of the same row, so that the last one wins', async () => {
    const { result, set, shows } = await openTable()
    set(1, 'approved')
    set(1, 'on_hold')
    await shows('on_hold', 'on_hold', null)
    await arrived('PATCH 1 approved')
    await settle('PATCH 1 approved', 'accept')
    await arrived('PATCH 1 approved', 'PATCH 1 on_hold')
    await shows('on_hold', 'on_hold', null)
    await settle('PATCH 1 on_hold', 'refuse')
    await waitFor(() => expect(result.current.shown).toEqual(['approved', 'on_hold', null]))
  })

  it('keeps a later change if an earlier one of the same row is refused', async () => {
    const { result, set, shows } = await openTable()
    set(1, 'approved')
    set(1, 'not_approved')
    await arrived('PATCH 1 approved')
    await settle('PATCH 1 approved', 'refuse')
    await shows('not_approved', 'on_hold', null)
    await arrived('PATCH 1 approved', 'PATCH 1 not_approved')
    await settle('PATCH 1 not_approved', 'accept')
    await waitFor(() => expect(result.current.shown).toEqual(['not_approved', 'on_hold', null]))
  })

  it('shows the status on the server after a refusal', async () => {
    const { result, set } = await openTable()
    set(1, 'approved')
    await arrived('PATCH 1 approved')
    statuses[1] = 'on_hold' // a colleague was quicker
    await settle('PATCH 1 approved', 'refuse')
    await waitFor(() => expect(result.current.shown).toEqual(['on_hold', 'on_hold', null]))
  })
})
