import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { bindCache, kpiAs, kpiOf, setRenewal, setServerLanguage, setTransport, type Transport } from './client.ts'
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
  it('carries the key, asks for JSON, and for words in the language of the interface', async () => {
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

  it('sends a name and password beyond ASCII as the server reads them', async () => {
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
  it('is "offline" where no answer comes', async () => {
    serve(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await failureOf(kpi.get('x/', Answer))).toMatchObject({ kind: 'offline' })
  })

  it('is "no-network" only where there was none before anything was sent', async () => {
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

  it('is "timed-out" where none comes within the limit', async () => {
    serve(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    )
    expect(await failureOf(kpi.get('x/', Answer, { timeout: 5 }))).toMatchObject({ kind: 'timed-out' })
  })

  it('is "unreadable" where a page comes in place of data', async () => {
    serve(async () => new Response('<html>Sign in to the network</html>', { headers: { 'Content-Type': 'text/html' } }))
    expect(await failureOf(kpi.get('x/', Answer))).toMatchObject({ kind: 'unreadable', status: 200 })
  })

  it('is "unreadable" where the data are not what they should be, and says which', async () => {
    serve(async () => Response.json({ ok: 'yes' }))
    const error = await failureOf(kpi.get('x/', Answer))
    expect(error).toMatchObject({ kind: 'unreadable' })
    expect((error as ApiError).message).toContain('ok')
  })

  it('is no failure of ours where the caller gave up', async () => {
    serve(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    )
    const controller = new AbortController()
    const failure = failureOf(kpi.get('x/', Answer, { signal: controller.signal }))
    controller.abort()
    expect(await failure).not.toBeInstanceOf(ApiError)
  })

  it('is "signed-out" where there is no connection', async () => {
    expect(await failureOf(kpi.get('x/', Answer))).toMatchObject({ kind: 'signed-out' })
  })
})

describe('a connection that is not on screen', () => {
  it('is the one that its own cache asks', async () => {
    const asked = serve(async () => Response.json({ ok: true }))
    connections.use({ ...ALICE, username: 'bob', auth: { scheme: 'key', token: 'bobs' } })
    await kpi.get('x/', Answer)
    expect(asked.at(-1)?.headers.get('Authorization')).toBe('Token k3y')
  })

  it('is asked nothing any more once it is forgotten', async () => {
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
    setRenewal(async () => connections.renew(connectionId(ALICE), { scheme: 'key', token }))

  it('are renewed, and the request goes on', async () => {
    const asked = serve(refuseOldKey)
    renewTo('new')
    await kpi.post('x/', Answer, { body: { name: 'as it was typed' } })
    expect(await Promise.all(asked.map((request) => request.json()))).toEqual(
      Array(2).fill({ name: 'as it was typed' }),
    )
  })

  it('are not renewed for ever', async () => {
    const asked = serve(refuseOldKey)
    renewTo('as bad')
    expect(await failureOf(kpi.get('x/', Answer))).toMatchObject({ kind: 'signed-out', message: 'Invalid token.' })
    expect(asked).toHaveLength(3)
  })

  it('do not hold a request that was given up', async () => {
    serve(refuseOldKey)
    setRenewal(() => new Promise(() => {}))
    const controller = new AbortController()
    const failure = failureOf(kpi.get('x/', Answer, { signal: controller.signal }))
    controller.abort()
    expect(await failure).not.toBeInstanceOf(ApiError)
  })
})

describe('a session that another account has taken over in this browser', () => {
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
    setRenewal(renewal)
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

  it('a write whose outcome is not known is not sent again either', async () => {
    const { asked } = serveOnceAs('bob', 502)
    expect(await failureOf(kpi.patch('x/', Answer, { body: {} }))).toMatchObject({ kind: 'server-fault' })
    expect(asked).toHaveLength(1)
  })

  it('a write that was refused did nothing, and is sent again once the session is renewed', async () => {
    const { asked, renewal } = serveOnceAs('bob', 403)
    await kpi.patch('x/', Answer, { body: {} })
    expect(asked).toHaveLength(2)
    expect(renewal).toHaveBeenCalledOnce()
  })

  it('what was read is not shown, and is read again', async () => {
    const { asked } = serveOnceAs('bob', 200)
    await kpi.get('x/', Answer)
    expect(asked).toHaveLength(2)
  })
})
