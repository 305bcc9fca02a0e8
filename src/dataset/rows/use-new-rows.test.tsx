import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { useNewRows } from './use-new-rows.ts'

/** The newest of 1,060, which are numbered one after another. */
const NEWEST = 2059
let client: QueryClient

beforeEach(async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  setTransport(DEMO_CONNECTION.server, await createDemoTransport({ storage: 'memory' }))
  bindCache(client, connections.use(DEMO_CONNECTION))
})

/** As when one comes back to the tab. */
async function askedSince(upTo: number | null, query?: object) {
  const { result } = renderHook(() => useNewRows(DEMO_PROJECTS.household.uid, { ...query }, upTo), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  })
  await act(() => client.refetchQueries())
  await waitFor(() => expect(client.isFetching()).toBe(0))
  return result.current
}

it.each([
  ['none, where the newest is known', NEWEST, { count: 0, id: null }],
  ['those above the newest that is known', NEWEST - 3, { count: 3, id: NEWEST }],
  ['nothing, before anything is known', null, { count: 0, id: null }],
])('new submissions are %s', async (_, upTo, expected) => {
  expect(await askedSince(upTo)).toEqual(expected)
})

it('are only those that match', async () => {
  expect(await askedSince(NEWEST - 40, { _submitted_by: 'nobody' })).toEqual({ count: 0, id: null })
})
