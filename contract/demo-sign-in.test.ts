import { describe, expect, it } from 'vitest'
import { askTokens, AUTHORIZE, consent, csrfIn, exchangeForm, openSession, refreshForm } from './demo-sign-in.ts'
import { openWorld, type World } from './demo-world.ts'

const who = async (world: World, headers: Record<string, string>) =>
  (await world.ask({ as: null, method: 'GET', path: '/me/', headers })).status

describe('OAuth2 at the demo server', () => {
  it('asks to sign in first, and comes back to the question [1601]', async () => {
    const { status, headers } = await (await openWorld()).ask({ as: null, method: 'GET', path: AUTHORIZE })
    expect(status).toBe(302)
    const location = headers.get('Location') ?? ''
    expect(location).toMatch(
      /^\/accounts\/login\/\?next=\/o\/authorize\/%3Fresponse_type%3Dcode%26.*scope%3Dread%2Bwrite/,
    )
    expect(new URL(location, 'https://x').searchParams.get('next')).toBe(AUTHORIZE)
  })

  it('gives a code and the state, or a refusal and the state [1603]', async () => {
    const yes = (await consent(await openWorld(), true)).href
    expect(yes).toMatch(/^https:\/\/app\.example\.net\/callback\?code=\w{30}&state=xyz$/)
    const no = (await consent(await openWorld(), false)).href
    expect(no).toBe('https://app.example.net/callback?error=access_denied&state=xyz')
    const odd = await consent(await openWorld(), true, AUTHORIZE.replace('read+write', 'nonsense'))
    expect(odd.href).toBe('https://app.example.net/callback?error=invalid_scope&state=xyz') // [1615]
  })

  it('leads to no address that the application did not register [1616]', async () => {
    const world = await openWorld()
    const path = AUTHORIZE.replace('app.example.net', 'evil.example.org')
    const Cookie = await openSession(world)
    const { status, headers, body } = await world.ask({ as: null, method: 'GET', path, headers: { Cookie } })
    expect({ status, location: headers.get('Location') }).toEqual({ status: 400, location: null })
    expect(body).toContain('Mismatching redirect URI')
  })

  it('takes a refresh token once; the tokens before it are dead at once [1609-1611]', async () => {
    const world = await openWorld()
    const first = await askTokens(world, await exchangeForm(world))
    expect(await who(world, { Authorization: `Bearer ${first.access_token}` })).toBe(200)
    const second = await askTokens(world, refreshForm(first))
    expect(await who(world, { Authorization: `Bearer ${first.access_token}` })).toBe(401)
    expect(await who(world, { Authorization: `Bearer ${second.access_token}` })).toBe(200)
    expect(await askTokens(world, refreshForm(first))).toEqual({ error: 'invalid_grant' })
  })

  it('knows its applications', async () => {
    const world = await openWorld()
    expect(await askTokens(world, await exchangeForm(world, { client_id: 'else' }))).toEqual({
      error: 'invalid_client',
    })
    const moved = await exchangeForm(world, { redirect_uri: 'https://app.example.net/' })
    expect(await askTokens(world, moved)).toMatchObject({ error: 'invalid_request' })
  })

  it('revokes both tokens by the one that refreshes', async () => {
    const world = await openWorld()
    const tokens = await askTokens(world, await exchangeForm(world))
    const { refresh_token: token } = tokens
    const form = new URLSearchParams({ token, client_id: 'spa-public-client' })
    expect((await world.ask({ as: null, method: 'POST', path: '/o/revoke_token/', body: form })).status).toBe(200)
    expect(await who(world, { Authorization: `Bearer ${tokens.access_token}` })).toBe(401)
    expect(await askTokens(world, refreshForm(tokens))).toEqual({ error: 'invalid_grant' })
  })

  it('answers a dead token as it answers nobody: an empty list, and nothing gone [0332, 0348]', async () => {
    const world = await openWorld()
    const headers = { Authorization: 'Bearer dead' }
    const list = await world.ask({ as: null, method: 'GET', path: '/api/v2/assets/', headers })
    expect(list).toMatchObject({ status: 200, body: { count: 0 } })
    expect(list.headers.get('X-KoBoNaut')).toBeNull()
  })
})

describe("the demo server's sessions", () => {
  it('open with name and password only', async () => {
    const world = await openWorld()
    expect(await who(world, { Cookie: await openSession(world, 'amina') })).toBe(200)
    expect(await who(world, { Cookie: await openSession(world, 'amina', 'guess') })).toBe(401)
  })

  it('read freely, and write with the CSRF token from the cookie [1520-1522]', async () => {
    const world = await openWorld()
    const Cookie = await openSession(world)
    const list = await world.ask({ as: null, method: 'GET', path: '/api/v2/assets/?limit=1', headers: { Cookie } })
    expect(list.headers.get('X-KoBoNaut')).toBe('demo')
    const write = (headers: Record<string, string>) =>
      world.ask({
        as: null,
        method: 'POST',
        path: '/api/v2/assets/',
        headers: { Cookie, ...headers },
        body: { name: 'A' },
      })
    expect(await write({})).toMatchObject({ status: 403, body: { detail: 'CSRF Failed: CSRF token missing.' } })
    expect((await write({ 'X-CSRFToken': 'guess' })).status).toBe(403)
    expect((await write({ 'X-CSRFToken': csrfIn(Cookie), Origin: 'https://evil.example.org' })).status).toBe(403)
    expect((await write({ 'X-CSRFToken': csrfIn(Cookie) })).status).not.toBe(403)
  })
})
