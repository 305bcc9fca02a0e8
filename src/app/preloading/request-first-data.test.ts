// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setTransport } from '#/api/client.ts'
import { type Auth, type Connection, connections } from '#/api/connection.ts'
import { projectLoader } from '#/app/loaders/project-loaders.ts'
import { projectsLoader } from '#/app/loaders/projects-loader.ts'
import { queryClient } from '#/app/query-client.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { requestFirstData } from './request-first-data.ts'

const { uid } = DEMO_PROJECTS.household
const SIGNED_IN: Connection = { ...DEMO_CONNECTION, kind: 'kpi' }
let requested: string[]
let isBroken: boolean

const settled = () => vi.waitFor(() => expect(queryClient().isFetching()).toBe(0))
const argsOf = (path: string, params = {}) =>
  ({ request: new Request(`https://app.example.org${path}`), params }) as Parameters<typeof projectsLoader>[0]

beforeEach(async () => {
  requested = []
  isBroken = false
  const respond = await createDemoTransport({ storage: 'memory' })
  setTransport(SIGNED_IN.server, async (request) => {
    requested.push(new URL(request.url).pathname)
    return isBroken ? new Response('', { status: 403 }) : respond(request)
  })
  connections.forgetAll()
  connections.use(SIGNED_IN)
  queryClient().clear()
})

describe('what an address requests before the app is there', () => {
  it.each(['', '#/', '#/projects', '#/projects?q=water&page=2'])(
    '%j: the list, which its loader finds',
    async (hash) => {
      requestFirstData(hash, 'en')
      await settled()
      expect(requested.toSorted()).toEqual(['/api/v2/assets/', '/api/v2/assets/counts/'])
      await projectsLoader(argsOf(hash.includes('?') ? hash.slice(1) : '/projects'))
      expect(requested).toHaveLength(2)
    },
  )

  it.each([`#/projects/${uid}`, `#/projects/${uid}/submissions?page=2`, `#/projects/${uid}?days=31`])(
    '%s: the project, which its loader finds',
    async (hash) => {
      requestFirstData(hash, 'en')
      await settled()
      expect(requested).toEqual([`/api/v2/assets/${uid}/`])
      await projectLoader(argsOf(`/projects/${uid}`, { assetUid: uid }))
      expect(requested).toHaveLength(1)
    },
  )

  it('is requested again by the loader where it failed', async () => {
    isBroken = true
    requestFirstData('#/projects', 'en')
    await settled()
    isBroken = false
    await projectsLoader(argsOf('/projects'))
    expect(requested).toHaveLength(4)
  })

  it.each(['#/connect', '#/imports', '#/projects/../../token', '#/signed-in'])('%s: nothing', (hash) => {
    requestFirstData(hash, 'en')
    expect(queryClient().isFetching()).toBe(0)
  })

  it('is nothing in the demo, with expired credentials, and without a connection', () => {
    const expired: Auth = { scheme: 'oauth', clientId: '', accessToken: 'a', refreshToken: 'b', expires: Date.now() }
    for (const connection of [DEMO_CONNECTION, { ...SIGNED_IN, auth: expired }]) {
      connections.use(connection)
      requestFirstData('#/projects', 'en')
      expect(queryClient().isFetching()).toBe(0)
    }
    connections.forgetAll()
    requestFirstData('#/projects', 'en')
    expect(requested).toEqual([])
  })
})
