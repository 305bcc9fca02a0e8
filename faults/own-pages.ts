import type { Transport } from '#/demo/transport.ts'

/** The app, as the server knows it. */
export const CLIENT = { id: 'fieldboard', redirectUris: [new URL('.', document.baseURI).href] }

/** What the server's own pages lead to, once the person has signed in there and allowed the app to act for them. */
export async function allowOnPage(server: Transport, url: string): Promise<URLSearchParams> {
  const login = new URL('/accounts/login/', url).href
  let cookies = ''
  const send = async (at: string, fields?: Record<string, string>) => {
    const csrfmiddlewaretoken = /csrftoken=(\w+)/.exec(cookies)?.[1] ?? ''
    const body = fields && new URLSearchParams({ ...fields, csrfmiddlewaretoken })
    const request = new Request(at, { headers: { Cookie: cookies }, ...(body && { method: 'POST', body }) })
    const { headers } = await server(request)
    const given = headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
    if (given.length > 0) cookies = given.join('; ')
    return headers.get('Location') ?? ''
  }
  await send(login)
  await send(login, { login: 'demo', password: 'demo' })
  return new URL(await send(url, { allow: 'Authorize' })).searchParams
}
