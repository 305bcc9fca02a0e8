import { forbidden, json, notFound, refusal, serverFault, unauthorized } from '#/demo/answers.ts'
import type { Random } from '#/demo/seed/random.ts'
import {
  badGateway,
  djangoFault,
  gatewayTimeout,
  loginPage,
  NO_CORS,
  throttled,
  toLogin,
  unavailable,
  withOddItem,
  wrongShape,
} from './answers.ts'
import type { Fault } from './fault.ts'
import { connectionLost, cutStream, inPieces, pause, slowStream, withBody } from './streams.ts'

/** What happens around one request. */
export interface Scene {
  request: Request
  /** Carries the request out, and gives the true answer. */
  carryOut: () => Promise<Response>
  random: Random
  /** Resolves once a request that came later was answered. */
  overtaken: () => Promise<void>
}

/**
 * Plays one fault. Where the request itself is lost, it is not carried out; where something was done on the way back
 * (`answer-lost`, `cut-body`, `504`, all that spoils the body), it is.
 */
export async function act(fault: Fault, scene: Scene): Promise<Response> {
  const { request, carryOut } = scene
  switch (fault.name) {
    case 'latency':
      await pause(fault.ms, request)
      return carryOut()
    case 'jitter':
      await pause(Math.round(scene.random() * fault.ms), request)
      return carryOut()
    case 'slow-first-byte':
      return withBody(await carryOut(), (bytes) => slowStream(bytes, fault.ms, request))
    case 'slow-body':
      return withBody(await carryOut(), (bytes) => inPieces(bytes, fault.ms, request))
    case 'out-of-order': {
      const answer = await carryOut()
      await Promise.race([scene.overtaken(), pause(fault.ms, request)])
      return answer
    }
    case '429':
      return throttled(fault.retryAfter)
    case '500':
      return serverFault()
    case '500-html':
      return djangoFault()
    case '502':
      return badGateway()
    case '503':
      return unavailable()
    case '504':
      await carryOut()
      return gatewayTimeout()
    case '401':
      return unauthorized('Invalid token.')
    case '403':
      return forbidden()
    case '404':
      return notFound()
    case '409':
      return refusal(409, { detail: 'It was changed meanwhile.' })
    case 'cut':
    case 'offline':
      throw connectionLost()
    case 'answer-lost':
      await carryOut()
      throw connectionLost()
    case 'cut-body':
      return withBody(await carryOut(), cutStream)
    case 'hang':
      return new Promise((_resolve, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason as Error), { once: true })
      })
    case 'truncated':
      return withBody(await carryOut(), (bytes) => bytes.slice(0, Math.floor(bytes.length * 0.6)))
    case 'empty':
      await carryOut()
      return new Response(null, { status: 200 })
    case 'login-page':
      return loginPage()
    case 'login-redirect':
      return toLogin(request)
    case 'wrong-shape':
      await carryOut()
      return wrongShape()
    case 'odd-item':
      return oddly(await carryOut())
    case 'no-cors':
      return withoutCors(await carryOut())
  }
}

function withoutCors({ status, headers, body }: Response): Response {
  return new Response(body, { status, headers: { ...Object.fromEntries(headers), [NO_CORS]: '1' } })
}

async function oddly(answer: Response): Promise<Response> {
  if (!(answer.headers.get('Content-Type') ?? '').includes('json')) return answer
  return json(withOddItem(await answer.json()), answer.status)
}
