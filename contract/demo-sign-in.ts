import { createHash } from 'node:crypto'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import type { Situation } from './demo-situation.ts'
import { type Demo, RECORDED_CLIENT } from './demo.ts'

const VERIFIER = 'v'.repeat(50)
const [REDIRECT_URI = ''] = RECORDED_CLIENT.redirectUris

export const AUTHORIZE = `/o/authorize/?${new URLSearchParams({
  response_type: 'code',
  client_id: RECORDED_CLIENT.id,
  redirect_uri: REDIRECT_URI,
  scope: 'read write',
  state: 'xyz',
  code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
  code_challenge_method: 'S256',
})}`

const send = (demo: Demo, path: string, body: Record<string, string>, cookie = '') =>
  demo.request({ user: null, method: 'POST', path, body: new URLSearchParams(body), headers: { Cookie: cookie } })

const cookiesFrom = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ')

export const csrfIn = (cookies: string) => /csrftoken=(\w+)/.exec(cookies)?.[1] ?? ''

/** Signs in at the server's login page and returns the cookies. */
export async function openSession(demo: Demo, username = 'demo', password = username): Promise<string> {
  const page = await demo.request({ user: null, method: 'GET', path: '/accounts/login/' })
  const cookies = cookiesFrom(page.headers)
  const form = { login: username, password, csrfmiddlewaretoken: csrfIn(cookies) }
  return cookiesFrom((await send(demo, '/accounts/login/', form, cookies)).headers)
}

/** Allows or denies on the consent page and returns the URL of the redirect. */
export async function consent(demo: Demo, allow: boolean, path = AUTHORIZE): Promise<URL> {
  const cookies = await openSession(demo)
  const form = { csrfmiddlewaretoken: csrfIn(cookies), ...(allow && { allow: 'Authorize' }) }
  return new URL((await send(demo, path, form, cookies)).headers.get('Location') ?? 'about:blank')
}

export async function exchangeForm(demo: Demo, changes: Record<string, string> = {}) {
  return {
    grant_type: 'authorization_code',
    code: (await consent(demo, true)).searchParams.get('code') ?? '',
    redirect_uri: REDIRECT_URI,
    client_id: RECORDED_CLIENT.id,
    code_verifier: VERIFIER,
    ...changes,
  }
}

export interface Tokens {
  access_token: string
  refresh_token: string
}

export const requestTokens = async (demo: Demo, form: Record<string, string>) =>
  (await send(demo, '/o/token/', form)).body as Tokens

export const refreshForm = ({ refresh_token }: Tokens) => ({
  grant_type: 'refresh_token',
  refresh_token,
  client_id: RECORDED_CLIENT.id,
})

const signIn = async (demo: Demo) => requestTokens(demo, await exchangeForm(demo))

const bearer = (path?: string) => async (demo: Demo) => ({
  headers: { Authorization: `Bearer ${(await signIn(demo)).access_token}` },
  ...(path !== undefined && { path }),
})

const form = (body: Record<string, string>) => ({ body: new URLSearchParams(body) })

/** Login pages, sessions and OAuth2. */
export const SIGN_IN_SITUATIONS: Situation[] = [
  { recording: '0113', request: () => ({ headers: { Authorization: 'Bearer nope' } }) },
  { recording: '1520', request: async (demo) => ({ headers: { Cookie: await openSession(demo) } }) },
  { recording: '1521', request: async (demo) => ({ headers: { Cookie: await openSession(demo) } }) },
  { recording: '1601' },
  {
    recording: '1603',
    request: async (demo) => {
      const cookies = await openSession(demo)
      return {
        path: AUTHORIZE,
        headers: { Cookie: cookies },
        ...form({ csrfmiddlewaretoken: csrfIn(cookies), allow: 'Authorize' }),
      }
    },
  },
  { recording: '1604', request: async (demo) => form(await exchangeForm(demo, { code_verifier: 'w'.repeat(50) })) },
  { recording: '1605', request: async (demo) => form(await exchangeForm(demo)) },
  { recording: '1606', request: bearer() },
  { recording: '1607', request: bearer() },
  { recording: '1608', request: bearer(`/api/v2/assets/${DEMO_PROJECTS.draft.uid}/`) },
  { recording: '1609', request: async (demo) => form(refreshForm(await signIn(demo))) },
  {
    recording: '1610',
    request: async (demo) => {
      const usedForm = refreshForm(await signIn(demo))
      await requestTokens(demo, usedForm)
      return form(usedForm)
    },
  },
  {
    recording: '1611',
    request: async (demo) => {
      const oldTokens = await signIn(demo)
      await requestTokens(demo, refreshForm(oldTokens))
      return { headers: { Authorization: `Bearer ${oldTokens.access_token}` } }
    },
  },
  {
    recording: '1612',
    request: async (demo) => {
      const usedForm = await exchangeForm(demo)
      await requestTokens(demo, usedForm)
      return form(usedForm)
    },
  },
  {
    recording: '1615',
    request: async (demo) => ({
      path: AUTHORIZE.replace('read+write', 'nonsense'),
      headers: { Cookie: await openSession(demo) },
    }),
  },
  { recording: '1617' },
  { recording: '1620', request: bearer(`/api/v2/assets/${DEMO_PROJECTS.draft.uid}/`) },
]
