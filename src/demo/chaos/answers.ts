import { json } from '#/demo/answers.ts'

const HTML = { 'Content-Type': 'text/html; charset=utf-8' }

const page = (title: string, status = 200, body = `<h1>${title}</h1>`) =>
  new Response(`<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`, {
    status,
    headers: HTML,
  })

/** What stands between the browser and KPI answers in HTML. */
export const badGateway = () => page('502 Bad Gateway', 502)
export const gatewayTimeout = () => page('504 Gateway Time-out', 504)
export const unavailable = () => page('Service temporarily unavailable', 503)
export const djangoFault = () => page('Server Error (500)', 500)

export const LOGIN = '/accounts/login/'
export const loginPage = () =>
  page('Sign in', 200, '<form method="post"><input name="login"><input name="password" type="password"></form>')
export const toLogin = ({ url }: Request) => {
  const { origin, pathname } = new URL(url)
  return new Response(null, { status: 302, headers: { Location: `${origin}${LOGIN}?next=${pathname}` } })
}

/** Marks an answer that pages of no other site may read. */
export const NO_CORS = 'X-Demo-No-Cors'

/** `Retry-After` is read by the browser's pages only where the server exposes it [1713]. */
export const throttled = (retryAfter: number | undefined) => {
  const response = json({ detail: 'Request was throttled.' }, 429)
  if (retryAfter !== undefined) response.headers.set('Retry-After', String(retryAfter))
  return response
}

export const wrongShape = () => json({ hello: 'This is another program.' })

/** What an item is known by: a thing may be odd, and still be named. */
const NAMES = new Set(['uid', '_id', 'id', 'url', '_uuid'])

/** The JSON of a list, its first item not what anybody expects; other JSON as it is. */
export function withOddItem(body: unknown): unknown {
  if (Array.isArray(body)) return body.map((item: unknown, at) => (at === 0 ? odd(item) : item))
  const results: unknown = typeof body === 'object' && body !== null && 'results' in body ? body.results : undefined
  return Array.isArray(results) ? { ...(body as object), results: withOddItem(results) } : body
}

const odd = (item: unknown) =>
  typeof item !== 'object' || item === null
    ? null
    : Object.fromEntries(Object.entries(item).map(([key, value]) => [key, NAMES.has(key) ? value : { odd: key }]))
