import { errorResponse, forbidden, json, notFound, serverError, unauthorized } from '#/demo/responses.ts'
import type { Random } from '#/demo/seed/random.ts'
import type { Fault } from './fault.ts'
import {
  badGateway,
  gatewayTimeout,
  loginPage,
  NO_CORS,
  redirectToLogin,
  serverErrorPage,
  throttled,
  unavailable,
  withUnreadableItem,
  wrongShape,
} from './responses.ts'
import { chunkedStream, connectionLost, cutStream, pause, slowStream, withBody } from './streams.ts'

/** What a fault needs to know about the request it changes. */
export interface FaultContext {
  request: Request
  /** Sends the request on and returns the real response. */
  forward: () => Promise<Response>
  random: Random
  /** Resolves when a later request has been answered. */
  overtaken: () => Promise<void>
}

/**
 * Applies one fault to a request. Faults that lose or refuse the request do not forward it; faults that spoil the
 * response (`answer-lost`, `cut-body`, `504` and those that change the body) do.
 */
export async function applyFault(fault: Fault, context: FaultContext): Promise<Response> {
  const { request, forward } = context
  switch (fault.name) {
    case 'latency':
      await pause(fault.ms, request)
      return forward()
    case 'jitter':
      await pause(Math.round(context.random() * fault.ms), request)
      return forward()
    case 'slow-first-byte':
      return withBody(await forward(), (bytes) => slowStream(bytes, fault.ms, request))
    case 'slow-body':
      return withBody(await forward(), (bytes) => chunkedStream(bytes, fault.ms, request))
    case 'out-of-order': {
      const response = await forward()
      await Promise.race([context.overtaken(), pause(fault.ms, request)])
      return response
    }
    case '429':
      return throttled(fault.retryAfter)
    case '500':
      return serverError()
    case '500-html':
      return serverErrorPage()
    case '502':
      return badGateway()
    case '503':
      return unavailable()
    case '504':
      await forward()
      return gatewayTimeout()
    case '401':
      return unauthorized('Invalid token.')
    case '403':
      return forbidden()
    case '404':
      return notFound()
    case '409':
      return errorResponse(409, { detail: 'It was changed meanwhile.' })
    case 'cut':
    case 'offline':
      throw connectionLost()
    case 'answer-lost':
      await forward()
      throw connectionLost()
    case 'cut-body':
      return withBody(await forward(), cutStream)
    case 'hang':
      return new Promise((_resolve, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason as Error), { once: true })
      })
    case 'truncated':
      return withBody(await forward(), (bytes) => bytes.slice(0, Math.floor(bytes.length * 0.6)))
    case 'empty':
      await forward()
      return new Response(null, { status: 200 })
    case 'login-page':
      return loginPage()
    case 'login-redirect':
      return redirectToLogin(request)
    case 'wrong-shape':
      await forward()
      return wrongShape()
    case 'unreadable-item':
      return withUnreadableEntry(await forward())
    case 'no-cors':
      return withoutCors(await forward())
  }
}

function withoutCors({ status, headers, body }: Response): Response {
  return new Response(body, { status, headers: { ...Object.fromEntries(headers), [NO_CORS]: '1' } })
}

async function withUnreadableEntry(response: Response): Promise<Response> {
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) return response
  return json(withUnreadableItem(await response.json()), response.status)
}
