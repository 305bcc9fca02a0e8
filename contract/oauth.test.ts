import { QueryClient } from '@tanstack/react-query'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { bindCache, kpiOf, setRenewal } from '#/api/client.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { beginSignIn, completeSignIn, type OAuthAuth, refreshTokens, revokeTokens } from '#/api/kpi/session/oauth.ts'
import { refreshOnce } from '#/api/kpi/session/refresh.ts'
import { Me } from '#/api/kpi/session/schema.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { CLIENT, type OAuthServer, redirectUriFor, startDemoServer, startOidcProvider } from './oauth-servers.ts'

vi.stubGlobal('document', { baseURI: 'http://localhost:4173/app/#/projects' })

describe.each([
  ['an OAuth2 server that is not ours', startOidcProvider],
  ['the demo server', startDemoServer],
])('signing in at %s', (_, start) => {
  let server: OAuthServer
  beforeAll(async () => void (server = await start()))
  afterAll(() => server.stop())
  beforeEach(() => {
    connections.forgetAll()
    server.asked.length = 0
  })

  const signIn = async () => {
    const { attempt, url } = await beginSignIn(server.address, CLIENT.id)
    return completeSignIn(attempt, await server.goThrough(url))
  }
  const authIn = async () => (await signIn()).auth as OAuthAuth
  const refreshes = () => server.asked.filter((one) => one === 'POST /o/token/').length

  it('makes a connection of the account that allowed it', async () => {
    const connection = await signIn()
    expect(connection).toMatchObject({ kind: 'kpi', server: server.address, username: 'demo' })
    const { scheme, clientId, expires } = connection.auth as OAuthAuth
    expect({ scheme, clientId }).toEqual({ scheme: 'oauth', clientId: CLIENT.id })
    expect(expires).toBeGreaterThan(Date.now() + 35_000_000)
  })

  it('keeps no secret in the address', async () => {
    const { attempt, url } = await beginSignIn(server.address, CLIENT.id)
    expect(url).not.toContain(attempt.verifier)
    const { searchParams } = new URL(url)
    expect(Object.fromEntries(searchParams)).toMatchObject({
      code_challenge_method: 'S256',
      redirect_uri: redirectUriFor(server.address),
      state: attempt.state,
    })
  })

  it('asks again where the answer is to another question', async () => {
    const { url } = await beginSignIn(server.address, CLIENT.id)
    const answer = await server.goThrough(url)
    const { attempt: another } = await beginSignIn(server.address, CLIENT.id)
    await expect(completeSignIn(another, answer)).rejects.toMatchObject({ failure: 'not-completed' })
    expect(refreshes()).toBe(0)
  })

  it('is refused a code that another verifier belongs to', async () => {
    const { attempt, url } = await beginSignIn(server.address, CLIENT.id)
    const answer = await server.goThrough(url)
    const { attempt: another } = await beginSignIn(server.address, CLIENT.id)
    const mixed = { ...attempt, verifier: another.verifier }
    await expect(completeSignIn(mixed, answer)).rejects.toMatchObject({ failure: 'not-completed' })
    expect(refreshes()).toBe(1)
  })

  describe('where another server sends the person here to sign in', () => {
    let other: OAuthServer
    beforeAll(async () => void (other = await startDemoServer()))
    afterAll(() => other.stop())

    /** The page of this server, with the question that the app has asked of the other. */
    const ledAstray = async (redirectUri: string) => {
      const { attempt, url } = await beginSignIn(other.address, CLIENT.id)
      const page = new URL(url.replace(other.address, server.address))
      page.searchParams.set('redirect_uri', redirectUri)
      other.asked.length = 0
      return { attempt, answer: await server.goThrough(page.href) }
    }

    it('does not send the code of this one there', async () => {
      const { attempt, answer } = await ledAstray(redirectUriFor(server.address))
      expect(answer.get('code'), 'this server did give one').toBeTruthy()
      expect(answer.get('state')).toBe(attempt.state)
      await expect(completeSignIn(attempt, answer)).rejects.toMatchObject({ failure: 'not-completed' })
      expect(other.asked).toEqual([])
    })

    it.each([
      ['names both', (answer: URLSearchParams) => answer.append('server', new URL(other.address).host)],
      ['names none', (answer: URLSearchParams) => answer.delete('server')],
      [
        'has an issuer that is not it',
        (answer: URLSearchParams) => {
          answer.set('server', new URL(other.address).host)
          answer.set('iss', server.address)
        },
      ],
    ])('takes no answer that %s', async (_, change) => {
      const { attempt, answer } = await ledAstray(redirectUriFor(server.address))
      change(answer)
      await expect(completeSignIn(attempt, answer)).rejects.toMatchObject({ failure: 'not-completed' })
      expect(other.asked).toEqual([])
    })

    it('is not led back to an address that is registered for the other', async () => {
      const { answer } = await ledAstray(redirectUriFor(other.address))
      expect([...answer.keys()]).toEqual([])
    })
  })

  it('says so where the person does not allow it', async () => {
    const { attempt, url } = await beginSignIn(server.address, CLIENT.id)
    const answer = await server.goThrough(url, false)
    await expect(completeSignIn(attempt, answer)).rejects.toMatchObject({ failure: 'not-consented' })
  })

  it('refreshes, and each token serves once', async () => {
    const first = await authIn()
    const second = await refreshTokens(server.address, first)
    expect(second.refreshToken).not.toBe(first.refreshToken)
    expect(second.accessToken).not.toBe(first.accessToken)
    await expect(refreshTokens(server.address, first)).rejects.toMatchObject({ kind: 'signed-out' })
  })

  it('revokes', async () => {
    const connection = await signIn()
    await revokeTokens(connection)
    await expect(refreshTokens(server.address, connection.auth as OAuthAuth)).rejects.toMatchObject({
      kind: 'signed-out',
    })
  })

  describe('many requests at once', () => {
    const use = async (change: Partial<OAuthAuth>) => {
      const connection = await signIn()
      const id = connections.use({ ...connection, auth: { ...(connection.auth as OAuthAuth), ...change } })
      const cache = new QueryClient()
      bindCache(cache, id)
      server.asked.length = 0
      setRenewal(refreshOnce)
      return { id, ask: () => kpiOf(cache).get('me/', Me) }
    }

    it.each([
      ['that has ended', { expires: 0 }],
      ['that the server does not know any more', { accessToken: 'revoked' }],
    ])('refresh once a token %s', async (_how, change) => {
      const { ask, id } = await use(change)
      const answers = await Promise.all(Array.from({ length: 12 }, ask))
      expect(answers.map(({ username }) => username)).toEqual(Array.from({ length: 12 }, () => 'demo'))
      expect(refreshes()).toBe(1)
      expect(connections.find(id)?.auth).not.toMatchObject(change)
      await ask()
      expect(refreshes()).toBe(1)
    })

    it('are all told where the server gives no new one', async () => {
      const { ask } = await use({ expires: 0, refreshToken: 'revoked' })
      const answers = await Promise.allSettled(Array.from({ length: 12 }, ask))
      expect(answers.every((one) => one.status === 'rejected' && (one.reason as Error).name === 'ApiError')).toBe(true)
      expect(refreshes()).toBe(1)
    })
  })
})

describe('a token that is dead before its time', () => {
  let server: OAuthServer
  beforeAll(async () => void (server = await startDemoServer()))
  afterAll(() => server.stop())

  const withDeadToken = async () => {
    const { attempt, url } = await beginSignIn(server.address, CLIENT.id)
    const connection = await completeSignIn(attempt, await server.goThrough(url))
    const cache = new QueryClient()
    const auth = { ...(connection.auth as OAuthAuth), accessToken: 'revoked' }
    bindCache(cache, connections.use({ ...connection, auth }))
    setRenewal(refreshOnce)
    server.asked.length = 0
    return kpiOf(cache)
  }

  it('shows no empty list of projects, which is what nobody would see [0332]', async () => {
    const { count } = await (
      await withDeadToken()
    ).get('api/v2/assets/', z.object({ count: z.number() }), { query: { limit: 1 } })
    expect(count).toBeGreaterThan(10)
    expect(server.asked).toContain('POST /o/token/')
  })

  it('does not call a project gone that nobody could see [0348]', async () => {
    const kpi = await withDeadToken()
    const path = `api/v2/assets/${DEMO_PROJECTS.draft.uid}/`
    await expect(kpi.get(path, z.object({ uid: z.string() }))).resolves.toEqual({ uid: DEMO_PROJECTS.draft.uid })
  })

  it('is no reason to refresh where something is gone indeed', async () => {
    const kpi = await withDeadToken()
    await kpi.get('me/', Me)
    server.asked.length = 0
    await expect(kpi.get('api/v2/assets/aNope/', z.object({}))).rejects.toMatchObject({ kind: 'not-found' })
    expect(server.asked).not.toContain('POST /o/token/')
  })
})

it('a server that cannot be asked is no reason to sign in again', async () => {
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true }) // Node has no such thing
  const server = await startDemoServer()
  const { attempt, url } = await beginSignIn(server.address, CLIENT.id)
  const connection = await completeSignIn(attempt, await server.goThrough(url))
  server.stop()
  const id = connections.use(connection)
  await expect(refreshOnce(connection)).rejects.toMatchObject({ kind: 'offline' })
  expect(connections.find(id)?.auth).toEqual(connection.auth)
  expect(connectionId(connection)).toBe(id)
})
