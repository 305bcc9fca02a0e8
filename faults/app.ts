import type { QueryClient } from '@tanstack/react-query'
import { vi } from 'vitest'
import { setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { clientOf } from '#/app/query-client.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import type { World } from './world.ts'

/** The app's own cache, with its rules for trying again, connected to a world; files beside the app come from it too. */
export function connectTo(world: World): QueryClient {
  vi.stubGlobal('fetch', (...request: ConstructorParameters<typeof Request>) =>
    world.transport(new Request(...request)),
  )
  setTransport(DEMO_CONNECTION.server, world.transport)
  connections.forgetAll()
  return clientOf(connections.use(DEMO_CONNECTION))
}
