import { type Random, randomOf } from '#/demo/seed/random.ts'
import type { Transport } from '#/demo/transport.ts'
import { applyFault } from './apply-fault.ts'
import type { FaultName, Rule, Script } from './fault.ts'
import { formatChaos, parseChaos } from './grammar.ts'
import { LOGIN_PATH, loginPage } from './responses.ts'

/** A request and the faults that were applied to it. */
interface LoggedRequest {
  method: string
  path: string
  faults: FaultName[]
}

export interface Chaos {
  /** Replaces the faults (see `grammar.ts`); an empty text removes all. Clears the log. */
  set: (text: string) => void
  /** The faults in their shortest form; empty without faults. */
  text: () => string
  /** The requests since the last `set`, oldest first. */
  log: () => readonly LoggedRequest[]
  subscribe: (listener: () => void) => () => void
  wrap: (transport: Transport) => Transport
}

const LOG_LENGTH = 1000
const RELEASE_DELAY = 50

/** Creates a fault injector. The same requests in the same order get the same faults. */
export function createChaos(initial = ''): Chaos {
  const listeners = new Set<() => void>()
  let script: Script
  let states: RuleState[]
  let random: Random
  let log: LoggedRequest[]
  let waiting: (() => void)[] = []

  const set = (text: string) => {
    script = parseChaos(text)
    random = randomOf('chaos', script.seed)
    states = script.rules.map((rule) => ({ rule, matched: 0, applied: 0, startedAt: Date.now() }))
    log = []
    listeners.forEach((listener) => listener())
  }
  set(initial)

  return {
    set,
    text: () => formatChaos(script),
    log: () => log,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    wrap: (transport) => async (request) => {
      request.signal.throwIfAborted()
      const { pathname } = new URL(request.url)
      if (pathname.endsWith(LOGIN_PATH)) return loginResponse(await transport(request))
      const faults = states.filter((state) => isDue(state, request, random)).map(({ rule }) => rule.fault)
      log = [
        ...log.slice(1 - LOG_LENGTH),
        { method: request.method, path: pathname, faults: faults.map(({ name }) => name) },
      ]

      // The first fault is the outermost, nearest to the client.
      const respond = faults.reduceRight<() => Promise<Response>>(
        (forward, fault) => () => applyFault(fault, { request, forward, random, overtaken }),
        () => transport(request),
      )
      try {
        return await respond()
      } finally {
        setTimeout(releaseWaiting, RELEASE_DELAY) // after this response has arrived
      }
    },
  }

  /** The first of two requests waits; the second finds it waiting and does not wait itself. */
  async function overtaken() {
    if (waiting.length === 0) await new Promise<void>((resolve) => waiting.push(resolve))
  }

  function releaseWaiting() {
    waiting.forEach((resolve) => resolve())
    waiting = []
  }
}

/** The demo in the page has no login page of its own; the demo server has one. */
const loginResponse = (response: Response) =>
  response.status === 404 || response.headers.get('Content-Type') === 'application/json' ? loginPage() : response

interface RuleState {
  rule: Rule
  /** Number of requests that matched. */
  matched: number
  /** Number of requests that got the fault. */
  applied: number
  startedAt: number
}

function isDue(state: RuleState, { method, url }: Request, random: Random): boolean {
  const { rule, startedAt } = state
  if (!rule.methods.some((one) => one === method) || !matchesPath(rule.path, new URL(url).pathname)) return false
  state.matched += 1
  if (state.matched <= rule.after || (rule.times !== undefined && state.applied >= rule.times)) return false
  if (rule.seconds !== undefined && Date.now() - startedAt > rule.seconds * 1000) return false
  if (rule.oneIn > 1 && random() * rule.oneIn >= 1) return false
  state.applied += 1
  return true
}

const matchesPath = (part: string | undefined, path: string) => part === undefined || `${path}$`.includes(part)
