import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { bindCache, kpiAs, kpiOf, setTransport, type Transport } from './client.ts'
import { connections } from './connection.ts'

const SERVER = 'https://kf.example.org'
const Answer = z.object({ ok: z.boolean() })
const ALICE = { kind: 'kpi', server: SERVER, username: 'alice', auth: { scheme: 'key', token: 'k3y' } } as const

let client: QueryClient
let kpi: ReturnType<typeof kpiOf>

beforeEach(() => {
  client = new QueryClient()
  kpi = kpiOf(client)
})
afterEach(() => connections.forgetAll())

/** Connects to a server that answers like this, and keeps what it was asked. */
function serve(answer: Transport): Request[] {
  const asked: Request[] = []
  setTransport(SERVER, (request) => {
    asked.push(request)
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

describe('requests and redirects', () => {
  /** An answer as `fetch` gives it after a redirection. */
  const redirectedTo = (url: string, answer: Response) =>
    Object.defineProperties(answer, { redirected: { value: true }, url: { value: url } })

  it('a response from another origin is an error', async () => {
    serve(async () => redirectedTo('https://evil.example.org/x', Response.json({ ok: true })))
    expect(await failureOf(kpi.get('api/v2/x/', Answer))).toMatchObject({
      kind: 'elsewhere',
      message: 'https://evil.example.org',
    })
  })

  it('a file may come from another origin, and a response from a redirect within the server', async () => {
    serve(async () => redirectedTo('https://store.example.org/signed', new Response('file')))
    expect(await (await kpi.blob('api/v2/file/')).text()).toBe('file')
    serve(async () => redirectedTo(`${SERVER}/x/`, Response.json({ ok: true })))
    expect(await kpi.get('x', Answer)).toEqual({ ok: true })
  })

  it('a file request accepts any type', async () => {
    const asked = serve(async () => new Response('PK'))
    await kpi.blob('api/v2/assets/aForm.xls')
    expect(asked[0]?.headers.get('Accept')).toBe('*/*')
  })

  it('a 401 from a file storage does not renew credentials', async () => {
    serve(async () => redirectedTo('https://store.example.org/', new Response('', { status: 401 })))
    expect(await failureOf(kpi.blob('api/v2/file/'))).toMatchObject({ kind: 'elsewhere' })
  })

  it('a redirect of a write is not followed', async () => {
    const asked = serve(async () => Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' }))
    expect(await failureOf(kpi.post('api/v2/x/', Answer, { body: {} }))).toMatchObject({ kind: 'unreadable' })
    expect(asked.map(({ redirect }) => redirect)).toEqual(['manual'])
  })

  it.each(['api/v2/assets/../users/bob/', 'api/v2/assets/%2E%2e/', 'api/v2/assets/a#/', 'a\\b', 'a\t/b', '..'])(
    'asks nothing under the path %j',
    async (path) => {
      const asked = serve(async () => Response.json({ ok: true }))
      expect(await failureOf(kpi.get(path, Answer))).toMatchObject({ kind: 'not-found' })
      expect(asked).toEqual([])
    },
  )

  it.each(['k\u200B3y', 'clé', 'a\r\nX-Header: b'])(
    'takes the key %j for one that the server does not know',
    async (token) => {
      const as = kpiAs({ server: SERVER, auth: { scheme: 'key', token } })
      expect(await failureOf(as.get('me/', Answer))).toMatchObject({ kind: 'signed-out' })
    },
  )
})
