import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { withSignIn } from '#/demo/sign-in/sign-in.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { serveHttp } from '../tooling/http-server.ts'
import { csrfIn } from './demo-sign-in.ts'

export const CLIENT = { id: 'fieldboard' }

const APP = 'http://localhost:4173/app/'

/** The redirect URI that is registered at a server. */
export const redirectUriFor = (address: string) => `${APP}?server=${new URL(address).host}`

/** An OAuth2 server, with a user who signs in at its pages. */
export interface OAuthServer {
  address: string
  /** Requests so far: `POST /o/token/`. */
  requests: string[]
  /** Signs in and allows or denies at the server's pages; returns the query of the final redirect. */
  authorize: (url: string, allow?: boolean) => Promise<URLSearchParams>
  stop: () => void
}

/** A certified OAuth2 library with KPI's paths, and a `/me/` endpoint. */
export async function startOidcProvider(): Promise<OAuthServer> {
  const requests: string[] = []
  const handle = { now: (_request: IncomingMessage, response: ServerResponse): unknown => response.end() }
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url?.split('?')[0]}`)
    void handle.now(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = providerAt(address)
  const callback = provider.callback()
  let isAllowed = true

  handle.now = async (request, response) => {
    if (request.url === '/me/') return me(provider, request, response)
    if (!request.url?.startsWith('/interaction/')) return callback(request, response)
    if (!isAllowed) return provider.interactionFinished(request, response, { error: 'access_denied' })
    const grant = new provider.Grant({ accountId: 'demo', clientId: CLIENT.id })
    grant.addOIDCScope('read write')
    const consent = { grantId: await grant.save() }
    return provider.interactionFinished(request, response, { login: { accountId: 'demo' }, consent })
  }
  return {
    address,
    requests,
    authorize: async (url, allow = true) => {
      isAllowed = allow
      return new BrowserSession().follow(url)
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const providerAt = (issuer: string) =>
  new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        redirect_uris: [redirectUriFor(issuer)],
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    scopes: ['read', 'write'],
    routes: { authorization: '/o/authorize/', token: '/o/token/', revocation: '/o/revoke_token/' },
    features: { devInteractions: { enabled: false }, revocation: { enabled: true } },
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    ttl: {
      AccessToken: 36_000,
      RefreshToken: 86_400,
      AuthorizationCode: 60,
      Grant: 86_400,
      Session: 600,
      Interaction: 60,
    },
    findAccount: async (_, accountId) => ({ accountId, claims: async () => ({ sub: accountId }) }),
    cookies: { keys: ['not a secret'] },
  })

async function me(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  const token = await provider.AccessToken.find(request.headers.authorization?.replace('Bearer ', '') ?? '')
  const body = token ? { username: token.accountId, server_time: '2026-11-21T02:00:00Z' } : { detail: 'No.' }
  response.writeHead(token ? 200 : 401, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}

/** The demo server, which imitates KPI. */
export async function startDemoServer(): Promise<OAuthServer> {
  const requests: string[] = []
  const client = { ...CLIENT, redirectUris: new Array<string>() }
  const demo = withSignIn(await createDemoTransport({ storage: 'memory' }), { clients: [client] })
  const { address, stop } = await serveHttp((request) => {
    requests.push(`${request.method} ${new URL(request.url).pathname}`)
    return demo(request)
  })
  client.redirectUris.push(redirectUriFor(address))
  return {
    address,
    requests,
    stop,
    authorize: async (url, allow = true) => {
      const browser = new BrowserSession()
      await browser.follow(url)
      await browser.send({ login: 'demo', password: 'demo' })
      return browser.send(allow ? { allow: 'Authorize' } : {})
    },
  }
}

/** Follows redirects with cookies, up to the app's address. */
class BrowserSession {
  private readonly cookies = new Map<string, string>()
  private page = ''

  async follow(url: string, init: RequestInit = {}): Promise<URLSearchParams> {
    if (url.startsWith(APP)) return new URL(url).searchParams
    this.page = url
    const headers = { Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.cookies.set(name, value)
    }
    const next = answer.headers.get('Location')
    return next === null ? new URLSearchParams() : this.follow(new URL(next, url).href)
  }

  send(fields: Record<string, string>) {
    const csrfmiddlewaretoken = csrfIn(`csrftoken=${this.cookies.get('csrftoken')}`)
    return this.follow(this.page, { method: 'POST', body: new URLSearchParams({ ...fields, csrfmiddlewaretoken }) })
  }
}
