import { NO_CORS } from '#/demo/chaos/responses.ts'

/** Handles a request. */
type Handler = (request: Request) => Promise<Response>

const METHODS = 'DELETE, GET, OPTIONS, PATCH, POST, PUT'
const HEADERS = 'accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with'

/**
 * Adds CORS headers as KPI does: for the configured origins only, with no header for others (recordings 1701–1713).
 * Without any, pages of other origins cannot read responses.
 */
export function withCors(handler: Handler, allowedOrigins: readonly string[]): Handler {
  return async (request) => {
    const origin = request.headers.get('Origin')
    const isAllowed = origin !== null && allowedOrigins.includes(origin)
    const response = isPreflight(request) ? new Response(null) : await handler(request)
    if (!isAllowed || response.headers.has(NO_CORS)) return response
    const headers = new Headers(response.headers)
    headers.set('Access-Control-Allow-Origin', origin)
    headers.append('Vary', 'origin')
    if (isPreflight(request)) {
      headers.set('Access-Control-Allow-Methods', METHODS)
      headers.set('Access-Control-Allow-Headers', HEADERS)
      headers.set('Access-Control-Max-Age', '86400')
    }
    return new Response(response.body, { status: response.status, headers })
  }
}

const isPreflight = ({ method, headers }: Request) =>
  method === 'OPTIONS' && headers.has('Access-Control-Request-Method')
