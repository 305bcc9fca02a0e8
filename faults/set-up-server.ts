import type { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { connections } from '#/api/connection.ts'
import { clientOf } from '#/app/query-client.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_USERS } from '#/demo/seed/users.ts'
import { connectTo } from './app.ts'
import { fakeTime, type FaultyServer, openServer } from './faulty-server.ts'

export let server: FaultyServer
export let client: QueryClient

/** Opens a server for each test, or one for all tests that only read, and connects the app to it. */
export function setUpServer(scope: 'for-each' | 'for-all' = 'for-each') {
  const open = async () => {
    server = await openServer()
  }
  if (scope === 'for-all') beforeAll(open)
  else beforeEach(open)

  beforeEach(() => {
    fakeTime()
    server.chaos.set('')
    client = connectTo(server)
  })

  afterEach(() => {
    client.clear()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
    vi.useRealTimers()
  })
}

/** Connects the app as another user. */
export function actAs(name: string) {
  const token = DEMO_USERS.find(({ username }) => username === name)?.token ?? ''
  client = clientOf(connections.use({ ...DEMO_CONNECTION, username: name, auth: { scheme: 'key', token } }))
}
