import type { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { connections } from '#/api/connection.ts'
import { clientOf } from '#/app/query-client.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_USERS } from '#/demo/seed/users.ts'
import { connectTo } from './app.ts'
import { fakeTime, openWorld, type World } from './world.ts'

export let world: World
export let client: QueryClient

/** A demo server for each test, or where nothing is written one for all, and an app connected to it. */
export function inAWorld(lasts: 'for-each' | 'for-all' = 'for-each') {
  const open = async () => {
    world = await openWorld()
  }
  if (lasts === 'for-all') beforeAll(open)
  else beforeEach(open)

  beforeEach(() => {
    fakeTime()
    world.chaos.set('')
    client = connectTo(world)
  })

  afterEach(() => {
    client.clear()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
    vi.useRealTimers()
  })
}

/** From now on the app is somebody else's. */
export function actAs(name: string) {
  const token = DEMO_USERS.find(({ username }) => username === name)?.token ?? ''
  client = clientOf(connections.use({ ...DEMO_CONNECTION, username: name, auth: { scheme: 'key', token } }))
}
