import { vi } from 'vitest'
import { type Chaos, createChaos } from '#/demo/chaos/chaos.ts'
import { followRedirects } from '#/demo/chaos/follow-redirects.ts'
import { withSignIn } from '#/demo/sign-in/sign-in.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { CLIENT } from './kpi-pages.ts'

/** A request of the app. `at` is in milliseconds of the fake clock. */
export interface SentRequest {
  method: string
  path: string
  at: number
  /** Whether it only checks that the server is reachable. */
  isProbe: boolean
  /** Status of the server's response, if the request reached the server. */
  serverStatus?: number
}

/** A demo server behind a network with faults. */
export interface FaultyServer {
  chaos: Chaos
  transport: Transport
  /** Returns the requests since the last call. */
  takeRequests: () => SentRequest[]
  /** The server without faults. */
  directTransport: Transport
}

let pendingRequests = 0

export async function openServer(): Promise<FaultyServer> {
  const demo = withSignIn(await createDemoTransport({ storage: 'memory' }), { clients: [CLIENT] })
  const chaos = createChaos()
  let requests: SentRequest[] = []

  const directTransport: Transport = async (request) => {
    pendingRequests += 1
    try {
      return await (new URL(request.url).pathname === '/config.json' ? Response.json({}) : demo(request))
    } finally {
      pendingRequests -= 1
    }
  }
  const entries = new WeakMap<Request, SentRequest>()
  const faultyTransport = followRedirects(
    chaos.wrap(async (request) => {
      const response = await directTransport(request)
      const entry = entries.get(request)
      if (entry) entry.serverStatus = response.status
      return response
    }),
  )
  return {
    chaos,
    directTransport,
    transport: (request) => {
      const entry = {
        method: request.method,
        path: new URL(request.url).pathname,
        at: Date.now(),
        isProbe: request.mode === 'no-cors',
      }
      entries.set(request, entry)
      requests.push(entry)
      return faultyTransport(request)
    },
    takeRequests: () => {
      const taken = requests
      requests = []
      return taken
    },
  }
}

/** Replaces timers by fake ones; {@link settled} advances them when nothing else is pending. */
export function fakeTime() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const limit = new AbortController()
    setTimeout(() => limit.abort(new DOMException('The operation timed out.', 'TimeoutError')), ms)
    return limit.signal
  })
}

export interface Outcome {
  value?: unknown
  error?: unknown
}

/** Advances the fake time until a promise is settled. */
export async function settled(work: Promise<unknown>): Promise<Outcome> {
  let outcome: Outcome | undefined
  void work.then(
    (value) => (outcome = { value }),
    (error: unknown) => (outcome = { error }),
  )
  for (;;) {
    await idle()
    if (outcome) return outcome
    await vi.advanceTimersToNextTimerAsync()
  }
}

/** Number of turns of the event loop after which immediate work counts as finished. */
const ROUNDS = 4

export async function idle() {
  for (let idleRounds = 0; idleRounds < ROUNDS; idleRounds = pendingRequests > 0 ? 0 : idleRounds + 1) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Sets `navigator.onLine`. */
export const setOnline = (isOnline: boolean) => void vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
