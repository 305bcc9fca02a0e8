import { describe, expect, it } from 'vitest'
import { AUTHORIZE, consent, csrfIn, exchangeForm, openSession, refreshForm, requestTokens } from './demo-sign-in.ts'
import { type Demo, openDemo } from './demo.ts'

const statusOfMe = async (demo: Demo, headers: Record<string, string>) =>
  (await demo.request({ user: null, method: 'GET', path: '/me/', headers })).status

describe('OAuth2 at the demo server', () => {
  it('redirects to the login page, and from there back [1601]', async () => {
    const { status, headers } = await (await openDemo()).request({ user: null, method: 'GET', path: AUTHORIZE })
    expect(status).toBe(302)
    const location = headers.get('Location') ?? ''
    expect(location).toMatch(
      /^\/accounts\/login\/\?next=\/o\/authorize\/%3Fresponse_type%3Dcode%26.*scope%3Dread%2Bwrite/,
    )
    expect(new URL(location, 'https://x').searchParams.get('next')).toBe(AUTHORIZE)
  })

  it('redirects with the state, and a code or an error [1603]', async () => {
    const allowedUrl = (await consent(await openDemo(), true)).href
    expect(allowedUrl).toMatch(/^https:\/\/app\.example\.net\/callback\?code=\w{30}&state=xyz$/)
    const deniedUrl = (await consent(await openDemo(), false)).href
    expect(deniedUrl).toBe('https://app.example.net/callback?error=access_denied&state=xyz')
    const invalidScope = await consent(await openDemo(), true, AUTHORIZE.replace('read+write', 'nonsense'))
    expect(invalidScope.href).toBe('https://app.example.net/callback?error=invalid_scope&state=xyz') // [1615]
  })

  it('refuses a redirect URI that is not registered [1616]', async () => {
    const demo = await openDemo()
    const path = AUTHORIZE.replace('app.example.net', 'evil.example.org')
    const Cookie = await openSession(demo)
    const { status, headers, body } = await demo.request({ user: null, method: 'GET', path, headers: { Cookie } })
    expect({ status, location: headers.get('Location') }).toEqual({ status: 400, location: null })
    expect(body).toContain('Mismatching redirect URI')
  })

  it('accepts a refresh token once, and revokes the old tokens at once [1609-1611]', async () => {
    const demo = await openDemo()
    const first = await requestTokens(demo, await exchangeForm(demo))
    expect(await statusOfMe(demo, { Authorization: `Bearer ${first.access_token}` })).toBe(200)
    const second = await requestTokens(demo, refreshForm(first))
    expect(await statusOfMe(demo, { Authorization: `Bearer ${first.access_token}` })).toBe(401)
    expect(await statusOfMe(demo, { Authorization: `Bearer ${second.access_token}` })).toBe(200)
    expect(await requestTokens(demo, refreshForm(first))).toEqual({ error: 'invalid_grant' })
  })

  it('refuses an unknown client or redirect URI', async () => {
    const demo = await openDemo()
    expect(await requestTokens(demo, await exchangeForm(demo, { client_id: 'else' }))).toEqual({
      error: 'invalid_client',
    })
    const otherRedirect = await exchangeForm(demo, { redirect_uri: 'https://app.example.net/' })
    expect(await requestTokens(demo, otherRedirect)).toMatchObject({ error: 'invalid_request' })
  })

  it('revokes both tokens by the refresh token', async () => {
    const demo = await openDemo()
    const tokens = await requestTokens(demo, await exchangeForm(demo))
    const { refresh_token: token } = tokens
    const form = new URLSearchParams({ token, client_id: 'spa-public-client' })
    expect((await demo.request({ user: null, method: 'POST', path: '/o/revoke_token/', body: form })).status).toBe(200)
    expect(await statusOfMe(demo, { Authorization: `Bearer ${tokens.access_token}` })).toBe(401)
    expect(await requestTokens(demo, refreshForm(tokens))).toEqual({ error: 'invalid_grant' })
  })

  it('treats an unknown token as anonymous, with an empty list [0332]', async () => {
    const demo = await openDemo()
    const headers = { Authorization: 'Bearer dead' }
    const list = await demo.request({ user: null, method: 'GET', path: '/api/v2/assets/', headers })
    expect(list).toMatchObject({ status: 200, body: { count: 0 } })
    expect(list.headers.get('X-KoBoNaut')).toBeNull()
  })
})

describe('sessions of the demo server', () => {
  it('need a username and a password', async () => {
    const demo = await openDemo()
    expect(await statusOfMe(demo, { Cookie: await openSession(demo, 'amina') })).toBe(200)
    expect(await statusOfMe(demo, { Cookie: await openSession(demo, 'amina', 'guess') })).toBe(401)
  })

  it('allow reading, and writing with the CSRF token from the cookie [1520-1522]', async () => {
    const demo = await openDemo()
    const Cookie = await openSession(demo)
    const list = await demo.request({ user: null, method: 'GET', path: '/api/v2/assets/?limit=1', headers: { Cookie } })
    expect(list.headers.get('X-KoBoNaut')).toBe('demo')
    const write = (headers: Record<string, string>) =>
      demo.request({
        user: null,
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
