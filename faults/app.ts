import type { QueryClient } from '@tanstack/react-query'
import { vi } from 'vitest'
import { setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { clientOf } from '#/app/query-client.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import type { FaultyServer } from './faulty-server.ts'

/**
 * Connects the app's query client, with its retry rules, to a server. Requests by `fetch` for the app's own files go
 * there too.
 */
export function connectTo(server: FaultyServer): QueryClient {
  vi.stubGlobal('fetch', (...request: ConstructorParameters<typeof Request>) =>
    server.transport(new Request(...request)),
  )
  setTransport(DEMO_CONNECTION.server, server.transport)
  connections.forgetAll()
  return clientOf(connections.use(DEMO_CONNECTION))
}
