import { json } from '#/demo/responses.ts'

const HTML = { 'Content-Type': 'text/html; charset=utf-8' }

const page = (title: string, status = 200, body = `<h1>${title}</h1>`) =>
  new Response(`<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`, {
    status,
    headers: HTML,
  })

/** Error pages of the proxies in front of KPI are HTML. */
export const badGateway = () => page('502 Bad Gateway', 502)
export const gatewayTimeout = () => page('504 Gateway Time-out', 504)
export const unavailable = () => page('Service temporarily unavailable', 503)
export const serverErrorPage = () => page('Server Error (500)', 500)

export const LOGIN_PATH = '/accounts/login/'
export const loginPage = () =>
  page('Sign in', 200, '<form method="post"><input name="login"><input name="password" type="password"></form>')
export const redirectToLogin = ({ url }: Request) => {
  const { origin, pathname } = new URL(url)
  return new Response(null, { status: 302, headers: { Location: `${origin}${LOGIN_PATH}?next=${pathname}` } })
}

/** Header of a response without CORS headers, which other origins cannot read. */
export const NO_CORS = 'X-Demo-No-Cors'

/** Pages of other origins can read `Retry-After` only if the server exposes it [1713]. */
export const throttled = (retryAfter: number | undefined) => {
  const response = json({ detail: 'Request was throttled.' }, 429)
  if (retryAfter !== undefined) response.headers.set('Retry-After', String(retryAfter))
  return response
}

export const wrongShape = () => json({ hello: 'This is another program.' })

/** Keys that stay readable, so that the app can still name the item. */
const IDENTIFYING_KEYS = new Set(['uid', '_id', 'id', 'url', '_uuid'])

/** Makes the first item of a JSON list unreadable; other JSON is returned unchanged. */
export function withUnreadableItem(body: unknown): unknown {
  if (Array.isArray(body)) return body.map((item: unknown, index) => (index === 0 ? unreadable(item) : item))
  const results: unknown = typeof body === 'object' && body !== null && 'results' in body ? body.results : undefined
  return Array.isArray(results) ? { ...(body as object), results: withUnreadableItem(results) } : body
}

const unreadable = (item: unknown) =>
  typeof item !== 'object' || item === null
    ? null
    : Object.fromEntries(
        Object.entries(item).map(([key, value]) => [key, IDENTIFYING_KEYS.has(key) ? value : { unreadable: key }]),
      )
