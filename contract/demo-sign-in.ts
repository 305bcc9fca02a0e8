import { createHash } from 'node:crypto'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import type { Situation } from './demo-asking.ts'
import { RECORDED_CLIENT, type World } from './demo-world.ts'

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

const send = (world: World, path: string, body: Record<string, string>, cookie = '') =>
  world.ask({ as: null, method: 'POST', path, body: new URLSearchParams(body), headers: { Cookie: cookie } })

const jar = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ')

export const csrfIn = (cookies: string) => /csrftoken=(\w+)/.exec(cookies)?.[1] ?? ''

/** Signs in at the server's own page; gives the cookies. */
export async function openSession(world: World, username = 'demo', password = username): Promise<string> {
  const page = await world.ask({ as: null, method: 'GET', path: '/accounts/login/' })
  const cookies = jar(page.headers)
  const form = { login: username, password, csrfmiddlewaretoken: csrfIn(cookies) }
  return jar((await send(world, '/accounts/login/', form, cookies)).headers)
}

/** Says yes or no on the consent page; gives where that leads. */
export async function consent(world: World, allow: boolean, path = AUTHORIZE): Promise<URL> {
  const cookies = await openSession(world)
  const form = { csrfmiddlewaretoken: csrfIn(cookies), ...(allow && { allow: 'Authorize' }) }
  return new URL((await send(world, path, form, cookies)).headers.get('Location') ?? 'about:blank')
}

export async function exchangeForm(world: World, changes: Record<string, string> = {}) {
  return {
    grant_type: 'authorization_code',
    code: (await consent(world, true)).searchParams.get('code') ?? '',
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

export const askTokens = async (world: World, form: Record<string, string>) =>
  (await send(world, '/o/token/', form)).body as Tokens

export const refreshForm = ({ refresh_token }: Tokens) => ({
  grant_type: 'refresh_token',
  refresh_token,
  client_id: RECORDED_CLIENT.id,
})

const signIn = async (world: World) => askTokens(world, await exchangeForm(world))

const bearer = (path?: string) => async (world: World) => ({
  headers: { Authorization: `Bearer ${(await signIn(world)).access_token}` },
  ...(path !== undefined && { path }),
})

const form = (body: Record<string, string>) => ({ body: new URLSearchParams(body) })

/** The server's own pages, sessions and OAuth2. */
export const SIGN_IN: Situation[] = [
  { recording: '0113', ask: () => ({ headers: { Authorization: 'Bearer nope' } }) },
  { recording: '1520', ask: async (world) => ({ headers: { Cookie: await openSession(world) } }) },
  { recording: '1521', ask: async (world) => ({ headers: { Cookie: await openSession(world) } }) },
  { recording: '1601' },
  {
    recording: '1603',
    ask: async (world) => {
      const cookies = await openSession(world)
      return {
        path: AUTHORIZE,
        headers: { Cookie: cookies },
        ...form({ csrfmiddlewaretoken: csrfIn(cookies), allow: 'Authorize' }),
      }
    },
  },
  { recording: '1604', ask: async (world) => form(await exchangeForm(world, { code_verifier: 'w'.repeat(50) })) },
  { recording: '1605', ask: async (world) => form(await exchangeForm(world)) },
  { recording: '1606', ask: bearer() },
  { recording: '1607', ask: bearer() },
  { recording: '1608', ask: bearer(`/api/v2/assets/${DEMO_PROJECTS.draft.uid}/`) },
  { recording: '1609', ask: async (world) => form(refreshForm(await signIn(world))) },
  {
    recording: '1610',
    ask: async (world) => {
      const used = refreshForm(await signIn(world))
      await askTokens(world, used)
      return form(used)
    },
  },
  {
    recording: '1611',
    ask: async (world) => {
      const old = await signIn(world)
      await askTokens(world, refreshForm(old))
      return { headers: { Authorization: `Bearer ${old.access_token}` } }
    },
  },
  {
    recording: '1612',
    ask: async (world) => {
      const used = await exchangeForm(world)
      await askTokens(world, used)
      return form(used)
    },
  },
  {
    recording: '1615',
    ask: async (world) => ({
      path: AUTHORIZE.replace('read+write', 'nonsense'),
      headers: { Cookie: await openSession(world) },
    }),
  },
  { recording: '1617' },
  { recording: '1620', ask: bearer(`/api/v2/assets/${DEMO_PROJECTS.draft.uid}/`) },
]
