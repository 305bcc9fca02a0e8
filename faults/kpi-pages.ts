import type { Transport } from '#/demo/transport.ts'

/** The app as an OAuth2 client. */
export const CLIENT = { id: 'fieldboard', redirectUris: [new URL('.', document.baseURI).href] }

/** Signs in at the server's own pages. */
async function openPages(server: Transport, origin: string) {
  const login = new URL('/accounts/login/', origin).href
  let cookies = ''
  const send = async (at: string, fields?: Record<string, string>) => {
    const csrfmiddlewaretoken = /csrftoken=(\w+)/.exec(cookies)?.[1] ?? ''
    const body = fields && new URLSearchParams({ ...fields, csrfmiddlewaretoken })
    const request = new Request(at, { headers: { Cookie: cookies }, ...(body && { method: 'POST', body }) })
    const { headers } = await server(request)
    const newCookies = headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
    if (newCookies.length > 0) cookies = newCookies.join('; ')
    return headers.get('Location') ?? ''
  }
  await send(login)
  await send(login, { login: 'demo', password: 'demo' })
  return { send, cookies }
}

/** Allows the app at the consent page and returns the query of the redirect. */
export async function allowOnPage(server: Transport, url: string): Promise<URLSearchParams> {
  const { send } = await openPages(server, url)
  return new URL(await send(url, { allow: 'Authorize' })).searchParams
}

/** Adds the session cookie to requests, as a browser does on the same site. */
export async function withSession(server: Transport, transport: Transport, origin: string): Promise<Transport> {
  const { cookies } = await openPages(server, origin)
  return (request) => {
    const headers = new Headers(request.headers)
    headers.set('Cookie', cookies)
    return transport(new Request(request, { headers }))
  }
}
