import { vi } from 'vitest'
import { type Chaos, createChaos } from '#/demo/chaos/chaos.ts'
import { followRedirects } from '#/demo/chaos/follow-redirects.ts'
import { withFrontDoor } from '#/demo/sign-in/front-door.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { CLIENT } from './own-pages.ts'

/** A request that left the app, by the clock of the test. */
export interface Sent {
  method: string
  path: string
  at: number
  /** Asks only whether anybody is there. */
  isProbe: boolean
  /** What the server did of it: its status, where it got that far. */
  carriedOut?: number
}

/** A server behind a network as bad as is wished. */
export interface World {
  chaos: Chaos
  transport: Transport
  /** What was sent since the last call. */
  takeSent: () => Sent[]
  /** The server itself, past all faults. */
  server: Transport
}

let working = 0

export async function openWorld(): Promise<World> {
  const demo = withFrontDoor(await createDemoTransport({ storage: 'memory' }), { clients: [CLIENT] })
  const chaos = createChaos()
  let sent: Sent[] = []

  const server: Transport = async (request) => {
    working += 1
    try {
      return await (new URL(request.url).pathname === '/config.json' ? Response.json({}) : demo(request))
    } finally {
      working -= 1
    }
  }
  const known = new WeakMap<Request, Sent>()
  const inChaos = followRedirects(
    chaos.wrap(async (request) => {
      const answer = await server(request)
      const entry = known.get(request)
      if (entry) entry.carriedOut = answer.status
      return answer
    }),
  )
  return {
    chaos,
    server,
    transport: (request) => {
      const entry = {
        method: request.method,
        path: new URL(request.url).pathname,
        at: Date.now(),
        isProbe: request.mode === 'no-cors',
      }
      known.set(request, entry)
      sent.push(entry)
      return inChaos(request)
    },
    takeSent: () => {
      const taken = sent
      sent = []
      return taken
    },
  }
}

/** Waiting takes no time: the clock moves on when nobody has anything else to do. */
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

/** Lets time pass until something is settled. */
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

/** How often the event loop goes round until what needs no time is done. */
const ROUNDS = 4

export async function idle() {
  for (let quiet = 0; quiet < ROUNDS; quiet = working > 0 ? 0 : quiet + 1) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** What the browser believes of its network. */
export const setOnline = (isOnline: boolean) => void vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
