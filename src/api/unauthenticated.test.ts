import { describe, expect, it, vi } from 'vitest'
import type { Auth, Connection } from './connection.ts'
import { isExpiring, isUnauthenticated } from './unauthenticated.ts'

const key: Auth = { scheme: 'key', token: 'k3y' }
const session: Auth = { scheme: 'session' }
const oauth: Auth = { scheme: 'oauth', clientId: 'fieldboard', accessToken: 'a', refreshToken: 'r', expires: 0 }
const alice = (auth: Auth): Connection => ({ kind: 'kpi', server: 'https://kf.example.org', username: 'alice', auth })

const LIST = 'api/v2/assets/'
const empty = '{"count":0,"next":null,"previous":null,"results":[]}'
const answer = (status: number, body = '{}', headers = {}) => new Response(body, { status, headers })
const known = answer(200)
const unknown = answer(401)

describe('a response is unauthenticated', () => {
  it.each([
    [key, answer(401), 'me/'],
    [session, answer(401), 'me/'],
    [oauth, answer(403), LIST],
    [oauth, answer(404), 'api/v2/assets/aOne/'],
    [session, answer(200, empty), LIST],
    [session, answer(200, '{}', { 'X-KoBoNaut': 'bob' }), LIST], // who signed in to the server's own pages meanwhile
  ])('%#: to %o', async (auth, response, path) => {
    expect(await isUnauthenticated(response, alice(auth), { method: 'GET', path }, async () => unknown)).toBe(true)
  })
})

describe('a response is authenticated', () => {
  it.each([
    [key, answer(404), LIST], // a dead key is refused by itself [0112]
    [oauth, answer(200, '{"count":1}'), LIST],
    [oauth, answer(200, empty), 'api/v2/assets/aOne/data/'],
    [oauth, answer(500), LIST],
    [session, answer(404, '{}', { 'X-KoBoNaut': 'alice' }), 'api/v2/assets/aOne/'],
  ])('%#: to %o, without a request to me/', async (auth, response, path) => {
    const askMe = vi.fn<() => Promise<Response>>(async () => unknown)
    expect(await isUnauthenticated(response, alice(auth), { method: 'GET', path }, askMe)).toBe(false)
    expect(askMe).not.toHaveBeenCalled()
  })

  it.each([
    [oauth, answer(404), 'api/v2/assets/aOne/'],
    [session, answer(403), LIST], // the CSRF token was not right [1521]
    [session, answer(200, empty), LIST],
  ])('%#: to %o, if the server names the account', async (auth, response, path) => {
    expect(await isUnauthenticated(response, alice(auth), { method: 'GET', path }, async () => known)).toBe(false)
  })

  it('and its body can still be read', async () => {
    const response = answer(200, empty)
    await isUnauthenticated(response, alice(oauth), { method: 'GET', path: LIST }, async () => known)
    expect(await response.json()).toMatchObject({ count: 0 })
  })
})

it('a token is renewed before it expires, other credentials are not', () => {
  expect(isExpiring({ ...oauth, expires: Date.now() + 20_000 })).toBe(true)
  expect(isExpiring({ ...oauth, expires: Date.now() + 60_000 })).toBe(false)
  expect([key, session].some(isExpiring)).toBe(false)
})
