import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { withFrontDoor } from '#/demo/sign-in/front-door.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { serveHttp } from '../tooling/http-server.ts'
import { csrfIn } from './demo-sign-in.ts'

export const CLIENT = { id: 'fieldboard' }

const APP = 'http://localhost:4173/app/'

/** What is registered at a server: where it leads back to, and no other does. */
export const redirectUriFor = (address: string) => `${APP}?server=${new URL(address).host}`

/** A server that signs people in by OAuth2, and somebody who uses its pages. */
export interface OAuthServer {
  address: string
  /** What was asked of it: `POST /o/token/`. */
  asked: string[]
  /** Goes through the server's pages as a person would; gives where they lead. */
  goThrough: (url: string, allow?: boolean) => Promise<URLSearchParams>
  stop: () => void
}

/** OAuth2 by the library of those who certify others, at KPI's addresses; with a `/me/` behind it. */
export async function startOidcProvider(): Promise<OAuthServer> {
  const asked: string[] = []
  const handle = { now: (_request: IncomingMessage, response: ServerResponse): unknown => response.end() }
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url?.split('?')[0]}`)
    void handle.now(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = providerAt(address)
  const answer = provider.callback()
  let allows = true

  handle.now = async (request, response) => {
    if (request.url === '/me/') return me(provider, request, response)
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    if (!allows) return provider.interactionFinished(request, response, { error: 'access_denied' })
    const grant = new provider.Grant({ accountId: 'demo', clientId: CLIENT.id })
    grant.addOIDCScope('read write')
    const consent = { grantId: await grant.save() }
    return provider.interactionFinished(request, response, { login: { accountId: 'demo' }, consent })
  }
  return {
    address,
    asked,
    goThrough: async (url, allow = true) => {
      allows = allow
      return new Visitor().follow(url)
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

/** The demo server, which does as KPI does. */
export async function startDemoServer(): Promise<OAuthServer> {
  const asked: string[] = []
  const client = { ...CLIENT, redirectUris: new Array<string>() }
  const demo = withFrontDoor(await createDemoTransport({ storage: 'memory' }), { clients: [client] })
  const { address, stop } = await serveHttp((request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`)
    return demo(request)
  })
  client.redirectUris.push(redirectUriFor(address))
  return {
    address,
    asked,
    stop,
    goThrough: async (url, allow = true) => {
      const visitor = new Visitor()
      await visitor.follow(url)
      await visitor.send({ login: 'demo', password: 'demo' })
      return visitor.send(allow ? { allow: 'Authorize' } : {})
    },
  }
}

/** Goes from page to page with cookies, up to the address of the app. */
class Visitor {
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
