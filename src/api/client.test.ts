// @vitest-environment happy-dom
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import {
  bindCache,
  kpiAs,
  kpiOf,
  setRenewCredentials,
  waitForRenewCredentials,
  setServerLanguage,
  setTransport,
  type Transport,
} from './client.ts'
import { connectionId, connections } from './connection.ts'
import { ApiError } from './errors.ts'

const SERVER = 'https://kf.example.org'
const Answer = z.object({ ok: z.boolean() })
const ALICE = { kind: 'kpi', server: SERVER, username: 'alice', auth: { scheme: 'key', token: 'k3y' } } as const

let client: QueryClient
let kpi: ReturnType<typeof kpiOf>

/** Connects to a server that answers like this, and keeps what it was asked. */
function serve(answer: Transport): Request[] {
  const asked: Request[] = []
  setTransport(SERVER, (request) => {
    asked.push(request.clone())
    return answer(request)
  })
  bindCache(client, connections.use(ALICE))
  return asked
}

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )

beforeEach(() => {
  client = new QueryClient()
  kpi = kpiOf(client)
})

afterEach(() => connections.forgetAll())

describe('a request', () => {
  it('sends the key, and accepts JSON in the language of the interface', async () => {
    const [request] = await ask()
    expect(request?.url).toBe(`${SERVER}/api/v2/assets/?q=asset_type%3Asurvey&limit=50`)
    expect(request?.headers.get('Authorization')).toBe('Token k3y')
    expect(request?.headers.get('Accept')).toBe('application/json')
    expect(request?.headers.get('Accept-Language')).toBe('fr')

    async function ask() {
      const asked = serve(async () => Response.json({ ok: true }))
      setServerLanguage('fr')
      await kpi.get('api/v2/assets/', Answer, { query: { q: 'asset_type:survey', limit: 50, start: undefined } })
      return asked
    }
  })

  it('sends JSON as JSON and a form as multipart', async () => {
    const asked = serve(async () => Response.json({ ok: true }))
    await kpi.patch('x/', Answer, { body: { name: 'é' } })
    await kpi.post('y/', Answer, { body: new FormData() })
    expect(asked.map(({ headers }) => headers.get('Content-Type')?.split(';')[0])).toEqual([
      'application/json',
      'multipart/form-data',
    ])
    expect(await asked[0]?.json()).toEqual({ name: 'é' })
  })

  it('encodes a username and password as UTF-8', async () => {
    const asked = serve(async () => Response.json({ ok: true }))
    await kpiAs({ server: SERVER, auth: { scheme: 'password', username: 'amélie', password: 'pä:ss' } }).get(
      'token/',
      Answer,
    )
    const basic = asked[0]?.headers.get('Authorization')?.replace('Basic ', '') ?? ''
    const text = new TextDecoder().decode(Uint8Array.from(atob(basic), (char) => char.charCodeAt(0)))
    expect(text).toBe('amélie:pä:ss')
  })
})

describe('a failure', () => {
  it('is "offline" if there is no response', async () => {
    serve(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await failureOf(kpi.get('x/', Answer))).toMatchObject({ kind: 'offline' })
  })

  it('is "no-network" only if the browser was offline before sending', async () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    serve(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await failureOf(kpi.get('x/', Answer))).toMatchObject({ kind: 'no-network' })
    onLine.mockReturnValue(true)
    serve(() => {
      onLine.mockReturnValue(false)
      return Promise.reject(new TypeError('Failed to fetch'))
    })
    expect(await failureOf(kpi.get('x/', Answer))).toMatchObject({ kind: 'offline' })
    onLine.mockRestore()
  })

  it('is "timed-out" if there is no response within the timeout', async () => {
    serve(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    )
    expect(await failureOf(kpi.get('x/', Answer, { timeout: 5 }))).toMatchObject({ kind: 'timed-out' })
  })

  it('is "unreadable" for a web page instead of JSON', async () => {
    serve(async () => new Response('<html>Sign in to the network</html>', { headers: { 'Content-Type': 'text/html' } }))
    expect(await failureOf(kpi.get('x/', Answer))).toMatchObject({ kind: 'unreadable', status: 200 })
  })

  it('is "unreadable" for data that does not match the schema, with the path', async () => {
    serve(async () => Response.json({ ok: 'yes' }))
    const error = await failureOf(kpi.get('x/', Answer))
    expect(error).toMatchObject({ kind: 'unreadable' })
    expect((error as ApiError).message).toContain('ok')
  })

  it('is the abort error if the caller aborted', async () => {
    serve(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    )
    const controller = new AbortController()
    const failure = failureOf(kpi.get('x/', Answer, { signal: controller.signal }))
    controller.abort()
    expect(await failure).not.toBeInstanceOf(ApiError)
  })

  it('is "signed-out" if there is no connection', async () => {
    expect(await failureOf(kpi.get('x/', Answer))).toMatchObject({ kind: 'signed-out' })
  })
})

describe('a connection that is not the current one', () => {
  it('gets the requests of the query client that is bound to it', async () => {
    const asked = serve(async () => Response.json({ ok: true }))
    connections.use({ ...ALICE, username: 'bob', auth: { scheme: 'key', token: 'bobs' } })
    await kpi.get('x/', Answer)
    expect(asked.at(-1)?.headers.get('Authorization')).toBe('Token k3y')
  })

  it('gets no requests after it was removed', async () => {
    const asked = serve(async () => Response.json({ ok: true }))
    connections.forget(connectionId(ALICE))
    expect(await failureOf(kpi.get('x/', Answer))).toMatchObject({ kind: 'signed-out' })
    expect(asked).toEqual([])
  })
})

describe('refused credentials', () => {
  const refuseOldKey: Transport = async ({ headers }) =>
    headers.get('Authorization') === 'Token new'
      ? Response.json({ ok: true })
      : Response.json({ detail: 'Invalid token.' }, { status: 401 })
  const renewTo = (token: string) =>
    setRenewCredentials(async () => connections.renew(connectionId(ALICE), { scheme: 'key', token }))

  it('are renewed, and the request is sent again', async () => {
    const asked = serve(refuseOldKey)
    renewTo('new')
    await kpi.post('x/', Answer, { body: { name: 'as it was typed' } })
    expect(await Promise.all(asked.map((request) => request.json()))).toEqual(
      Array(2).fill({ name: 'as it was typed' }),
    )
  })

  it('are renewed a limited number of times', async () => {
    const asked = serve(refuseOldKey)
    renewTo('as bad')
    expect(await failureOf(kpi.get('x/', Answer))).toMatchObject({ kind: 'signed-out', message: 'Invalid token.' })
    expect(asked).toHaveLength(3)
  })

  it('wait for the code that renews them while it is still loading', async () => {
    const asked = serve(refuseOldKey)
    waitForRenewCredentials()
    const answer = kpi.get('x/', Answer)
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    renewTo('new')
    expect(await answer).toEqual({ ok: true })
  })

  it('do not delay a request that is aborted', async () => {
    serve(refuseOldKey)
    setRenewCredentials(() => new Promise(() => {}))
    const controller = new AbortController()
    const failure = failureOf(kpi.get('x/', Answer, { signal: controller.signal }))
    controller.abort()
    expect(await failure).not.toBeInstanceOf(ApiError)
  })
})

describe('a session that belongs to another account now', () => {
  const answeredAs = (username: string, status: number) =>
    Response.json({ ok: true }, { status, headers: { 'X-KoBoNaut': username } })
  /** The first answer comes under another account; those after it under the connection's own. */
  const serveOnceAs = (username: string, status: number) => {
    let isFirst = true
    const asked = serve(async () => {
      const answer = isFirst ? answeredAs(username, status) : answeredAs('alice', 200)
      isFirst = false
      return answer
    })
    bindCache(client, connections.use({ ...ALICE, auth: { scheme: 'session' } }))
    const renewal = vi.fn<() => Promise<void>>(async () => {})
    setRenewCredentials(renewal)
    return { asked, renewal }
  }

  it.each([200, 201])(
    'a write that the server carried out (%i) is not sent again, and says whose it is',
    async (status) => {
      const { asked, renewal } = serveOnceAs('bob', status)
      const failure = await failureOf(kpi.post('x/', Answer, { body: {} }))
      expect(failure).toMatchObject({ kind: 'other-account', message: 'bob' })
      expect(asked).toHaveLength(1)
      expect(renewal).not.toHaveBeenCalled()
    },
  )

  it('a write with an unknown outcome is not sent again', async () => {
    const { asked } = serveOnceAs('bob', 502)
    expect(await failureOf(kpi.patch('x/', Answer, { body: {} }))).toMatchObject({ kind: 'server-fault' })
    expect(asked).toHaveLength(1)
  })

  it('a refused write is sent again after the session was renewed', async () => {
    const { asked, renewal } = serveOnceAs('bob', 403)
    await kpi.patch('x/', Answer, { body: {} })
    expect(asked).toHaveLength(2)
    expect(renewal).toHaveBeenCalledOnce()
  })

  it('a query is sent again', async () => {
    const { asked } = serveOnceAs('bob', 200)
    await kpi.get('x/', Answer)
    expect(asked).toHaveLength(2)
  })
})
