import { QueryClient } from '@tanstack/react-query'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { bindCache, kpiOf, setRenewCredentials } from '#/api/client.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { beginSignIn, completeSignIn, type OAuthAuth, refreshTokens, revokeTokens } from '#/api/kpi/session/oauth.ts'
import { refreshOnce } from '#/api/kpi/session/refresh.ts'
import { Me } from '#/api/kpi/session/schema.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { CLIENT, type OAuthServer, redirectUriFor, startDemoServer, startOidcProvider } from './oauth-servers.ts'

vi.stubGlobal('document', { baseURI: 'http://localhost:4173/app/#/projects' })

describe.each([
  ['a certified OAuth2 server', startOidcProvider],
  ['the demo server', startDemoServer],
])('signing in at %s', (_, start) => {
  let server: OAuthServer
  beforeAll(async () => void (server = await start()))
  afterAll(() => server.stop())
  beforeEach(() => {
    connections.forgetAll()
    server.requests.length = 0
  })

  const signIn = async () => {
    const { attempt, url } = await beginSignIn(server.address, CLIENT.id)
    return completeSignIn(attempt, await server.authorize(url))
  }
  const authIn = async () => (await signIn()).auth as OAuthAuth
  const tokenRequestCount = () => server.requests.filter((one) => one === 'POST /o/token/').length

  it('creates a connection of the account that authorized the app', async () => {
    const connection = await signIn()
    expect(connection).toMatchObject({ kind: 'kpi', server: server.address, username: 'demo' })
    const { scheme, clientId, expires } = connection.auth as OAuthAuth
    expect({ scheme, clientId }).toEqual({ scheme: 'oauth', clientId: CLIENT.id })
    expect(expires).toBeGreaterThan(Date.now() + 35_000_000)
  })

  it('puts no secret into the URL', async () => {
    const { attempt, url } = await beginSignIn(server.address, CLIENT.id)
    expect(url).not.toContain(attempt.verifier)
    const { searchParams } = new URL(url)
    expect(Object.fromEntries(searchParams)).toMatchObject({
      code_challenge_method: 'S256',
      redirect_uri: redirectUriFor(server.address),
      state: attempt.state,
    })
  })

  it('fails if the state belongs to another attempt', async () => {
    const { url } = await beginSignIn(server.address, CLIENT.id)
    const response = await server.authorize(url)
    const { attempt: another } = await beginSignIn(server.address, CLIENT.id)
    await expect(completeSignIn(another, response)).rejects.toMatchObject({ failure: 'not-completed' })
    expect(tokenRequestCount()).toBe(0)
  })

  it('fails if the code belongs to another verifier', async () => {
    const { attempt, url } = await beginSignIn(server.address, CLIENT.id)
    const response = await server.authorize(url)
    const { attempt: another } = await beginSignIn(server.address, CLIENT.id)
    const mixed = { ...attempt, verifier: another.verifier }
    await expect(completeSignIn(mixed, response)).rejects.toMatchObject({ failure: 'not-completed' })
    expect(tokenRequestCount()).toBe(1)
  })

  describe('when another server redirects to this server’s login', () => {
    let other: OAuthServer
    beforeAll(async () => void (other = await startDemoServer()))
    afterAll(() => other.stop())

    /** Opens this server's page with the authorization request for the other server. */
    const authorizeAtWrongServer = async (redirectUri: string) => {
      const { attempt, url } = await beginSignIn(other.address, CLIENT.id)
      const page = new URL(url.replace(other.address, server.address))
      page.searchParams.set('redirect_uri', redirectUri)
      other.requests.length = 0
      return { attempt, answer: await server.authorize(page.href) }
    }

    it('the code of this server is not sent to the other', async () => {
      const { attempt, answer: response } = await authorizeAtWrongServer(redirectUriFor(server.address))
      expect(response.get('code'), 'this server issued a code').toBeTruthy()
      expect(response.get('state')).toBe(attempt.state)
      await expect(completeSignIn(attempt, response)).rejects.toMatchObject({ failure: 'not-completed' })
      expect(other.requests).toEqual([])
    })

    it.each([
      ['names both servers', (response: URLSearchParams) => response.append('server', new URL(other.address).host)],
      ['names no server', (response: URLSearchParams) => response.delete('server')],
      [
        'has another issuer',
        (response: URLSearchParams) => {
          response.set('server', new URL(other.address).host)
          response.set('iss', server.address)
        },
      ],
    ])('a redirect that %s is refused', async (_, change) => {
      const { attempt, answer: response } = await authorizeAtWrongServer(redirectUriFor(server.address))
      change(response)
      await expect(completeSignIn(attempt, response)).rejects.toMatchObject({ failure: 'not-completed' })
      expect(other.requests).toEqual([])
    })

    it('a redirect URI that is registered only at the other server is refused', async () => {
      const { answer: response } = await authorizeAtWrongServer(redirectUriFor(other.address))
      expect([...response.keys()]).toEqual([])
    })
  })

  it('reports that the user denied access', async () => {
    const { attempt, url } = await beginSignIn(server.address, CLIENT.id)
    const response = await server.authorize(url, false)
    await expect(completeSignIn(attempt, response)).rejects.toMatchObject({ failure: 'not-consented' })
  })

  it('refreshes, and accepts each refresh token once', async () => {
    const first = await authIn()
    const second = await refreshTokens(server.address, first)
    expect(second.refreshToken).not.toBe(first.refreshToken)
    expect(second.accessToken).not.toBe(first.accessToken)
    await expect(refreshTokens(server.address, first)).rejects.toMatchObject({ kind: 'signed-out' })
  })

  it('revokes the tokens', async () => {
    const connection = await signIn()
    await revokeTokens(connection)
    await expect(refreshTokens(server.address, connection.auth as OAuthAuth)).rejects.toMatchObject({
      kind: 'signed-out',
    })
  })

  describe('concurrent requests', () => {
    const connectWith = async (change: Partial<OAuthAuth>) => {
      const connection = await signIn()
      const id = connections.use({ ...connection, auth: { ...(connection.auth as OAuthAuth), ...change } })
      const cache = new QueryClient()
      bindCache(cache, id)
      server.requests.length = 0
      setRenewCredentials(refreshOnce)
      return { id, request: () => kpiOf(cache).get('me/', Me) }
    }

    it.each([
      ['that has expired', { expires: 0 }],
      ['that was revoked', { accessToken: 'revoked' }],
    ])('refresh once a token %s', async (_how, change) => {
      const { request, id } = await connectWith(change)
      const answers = await Promise.all(Array.from({ length: 12 }, request))
      expect(answers.map(({ username }) => username)).toEqual(Array.from({ length: 12 }, () => 'demo'))
      expect(tokenRequestCount()).toBe(1)
      expect(connections.find(id)?.auth).not.toMatchObject(change)
      await request()
      expect(tokenRequestCount()).toBe(1)
    })

    it('all fail if the server issues no new token', async () => {
      const { request } = await connectWith({ expires: 0, refreshToken: 'revoked' })
      const answers = await Promise.allSettled(Array.from({ length: 12 }, request))
      expect(answers.every((one) => one.status === 'rejected' && (one.reason as Error).name === 'ApiError')).toBe(true)
      expect(tokenRequestCount()).toBe(1)
    })
  })
})

describe('a token that is revoked before it expires', () => {
  let server: OAuthServer
  beforeAll(async () => void (server = await startDemoServer()))
  afterAll(() => server.stop())

  const withDeadToken = async () => {
    const { attempt, url } = await beginSignIn(server.address, CLIENT.id)
    const connection = await completeSignIn(attempt, await server.authorize(url))
    const cache = new QueryClient()
    const auth = { ...(connection.auth as OAuthAuth), accessToken: 'revoked' }
    bindCache(cache, connections.use({ ...connection, auth }))
    setRenewCredentials(refreshOnce)
    server.requests.length = 0
    return kpiOf(cache)
  }

  it('is refreshed instead of showing the empty list of anonymous users [0332]', async () => {
    const { count } = await (
      await withDeadToken()
    ).get('api/v2/assets/', z.object({ count: z.number() }), { query: { limit: 1 } })
    expect(count).toBeGreaterThan(10)
    expect(server.requests).toContain('POST /o/token/')
  })

  it('is refreshed instead of reporting a project as not found [0348]', async () => {
    const kpi = await withDeadToken()
    const path = `api/v2/assets/${DEMO_PROJECTS.draft.uid}/`
    await expect(kpi.get(path, z.object({ uid: z.string() }))).resolves.toEqual({ uid: DEMO_PROJECTS.draft.uid })
  })

  it('is refreshed only once if something is really not found', async () => {
    const kpi = await withDeadToken()
    await kpi.get('me/', Me)
    server.requests.length = 0
    await expect(kpi.get('api/v2/assets/aNope/', z.object({}))).rejects.toMatchObject({ kind: 'not-found' })
    expect(server.requests).not.toContain('POST /o/token/')
  })
})

it('an unreachable server does not sign the user out', async () => {
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true }) // missing in Node
  const server = await startDemoServer()
  const { attempt, url } = await beginSignIn(server.address, CLIENT.id)
  const connection = await completeSignIn(attempt, await server.authorize(url))
  server.stop()
  const id = connections.use(connection)
  await expect(refreshOnce(connection)).rejects.toMatchObject({ kind: 'offline' })
  expect(connections.find(id)?.auth).toEqual(connection.auth)
  expect(connectionId(connection)).toBe(id)
})
