import { MutationObserver, QueryClient, QueryClientProvider, QueryObserver } from '@tanstack/react-query'
import { cleanup, render, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { bindCache } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { useSyncWithOtherTabs } from './use-sync-with-other-tabs.ts'

afterEach(() => {
  cleanup()
  connections.forgetAll()
})

function Tab() {
  useSyncWithOtherTabs()
  return null
}

/** A tab that shows something of a connection. */
function openTab(username: string) {
  const connection = { kind: 'kpi', server: 'https://kf.example.org', username, auth: { scheme: 'session' } } as const
  const client = new QueryClient()
  bindCache(client, connections.use(connection))
  let readings = 0
  const look = new QueryObserver(client, { queryKey: ['assets'], queryFn: () => ++readings, staleTime: Infinity })
  look.subscribe(() => {})
  render(
    <QueryClientProvider client={client}>
      <Tab />
    </QueryClientProvider>,
  )
  return { client, readings: () => readings }
}

it('reads again what another tab of the same connection changed, and nobody else’s', async () => {
  const [here, there, elsewhere] = [openTab('alice'), openTab('alice'), openTab('bob')]
  await waitFor(() => expect([here, there, elsewhere].map(({ readings }) => readings())).toEqual([1, 1, 1]))
  await new MutationObserver(here.client, { mutationFn: async () => 'done' }).mutate()
  await waitFor(() => expect(there.readings()).toBe(2))
  expect([here, elsewhere].map(({ readings }) => readings())).toEqual([1, 1])
})
