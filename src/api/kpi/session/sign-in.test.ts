// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { setTransport, type Transport } from '#/api/client.ts'
import { signInWithKey, signInWithPassword } from './sign-in.ts'

const SERVER = 'https://kf.example.org'
const me = { username: 'Alice', server_time: '2026-11-21T01:41:17Z', projects_url: 'https://kf.example.org/Alice' }
const serve = (answer: Transport) => setTransport(SERVER, answer)
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('signInWithPassword', () => {
  it('exchanges the password for the key, and uses the server’s spelling of the username', async () => {
    serve(async ({ url }) => Response.json(url.includes('/token/') ? { token: 'k3y' } : me))
    expect(await signInWithPassword(SERVER, 'alice', 'secret')).toEqual({
      kind: 'kpi',
      server: SERVER,
      username: 'Alice',
      auth: { scheme: 'key', token: 'k3y' },
      knownAs: ['https://kf.example.org'],
    })
  })

  it.each([
    [401, '{"detail":"Invalid username/password."}', 'wrong-password'],
    [404, '<html>Not found</html>', 'not-kpi'],
    [200, '<html>Welcome</html>', 'not-kpi'],
    [200, '{"hello":"world"}', 'not-kpi'],
    [502, '<html>Bad gateway</html>', 'server-fault'],
  ])('fails for a response %i %s with "%s"', async (status, body, failure) => {
    serve(async () => new Response(body, { status }))
    expect(await failureOf(signInWithPassword(SERVER, 'alice', 'x'))).toMatchObject({ failure })
  })

  it('distinguishes a server that does not allow this site from one that does not respond', async () => {
    serve(({ mode }) => (mode === 'no-cors' ? Promise.resolve(new Response()) : Promise.reject(new TypeError())))
    expect(await failureOf(signInWithPassword(SERVER, 'alice', 'x'))).toMatchObject({ failure: 'not-allowed' })
    serve(() => Promise.reject(new TypeError()))
    expect(await failureOf(signInWithPassword(SERVER, 'alice', 'x'))).toMatchObject({ failure: 'no-server' })
  })
})

describe('signInWithKey', () => {
  it('fails with "wrong-key" and the server’s message for an unknown key', async () => {
    serve(async () => Response.json({ detail: 'Invalid token.' }, { status: 401 }))
    const failure = await failureOf(signInWithKey(SERVER, 'x'))
    expect(failure).toMatchObject({ failure: 'wrong-key', detail: 'Invalid token.' })
  })
})
