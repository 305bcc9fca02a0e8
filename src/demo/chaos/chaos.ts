import { type Random, randomOf } from '#/demo/seed/random.ts'
import type { Transport } from '#/demo/transport.ts'
import { act } from './act.ts'
import { LOGIN, loginPage } from './answers.ts'
import type { FaultName, Rule, Script } from './fault.ts'
import { formatChaos, parseChaos } from './grammar.ts'

/** A request that came, and what was done to it. */
interface LoggedRequest {
  method: string
  path: string
  faults: FaultName[]
}

export interface Chaos {
  /** Begins another chaos, in the words of the grammar; an empty text ends all faults. Forgets the log. */
  set: (text: string) => void
  /** In its shortest form; empty where nothing goes wrong on purpose. */
  text: () => string
  /** What was asked since the last `set`, oldest first. */
  log: () => readonly LoggedRequest[]
  subscribe: (listener: () => void) => () => void
  wrap: (transport: Transport) => Transport
}

const LOG_LENGTH = 1000
const LEAD = 50

/** A network, and a server, as bad as is wished: the same requests in the same order meet the same faults. */
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
    states = script.rules.map((rule) => ({ rule, met: 0, done: 0, began: Date.now() }))
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
      if (pathname.endsWith(LOGIN)) return loginOf(await transport(request))
      const faults = states.filter((state) => isDue(state, request, random)).map(({ rule }) => rule.fault)
      log = [
        ...log.slice(1 - LOG_LENGTH),
        { method: request.method, path: pathname, faults: faults.map(({ name }) => name) },
      ]

      // The first fault is the outermost: nearest to whoever asked.
      const answer = faults.reduceRight<() => Promise<Response>>(
        (carryOut, fault) => () => act(fault, { request, carryOut, random, overtaken }),
        () => transport(request),
      )
      try {
        return await answer()
      } finally {
        setTimeout(letOn, LEAD) // this answer arrives first
      }
    },
  }

  /** Every second one has nobody to wait for: it is the one that overtakes. */
  async function overtaken() {
    if (waiting.length === 0) await new Promise<void>((resolve) => waiting.push(resolve))
  }

  function letOn() {
    waiting.forEach((resolve) => resolve())
    waiting = []
  }
}

/** The demo in the page has no such page of its own; the server has. */
const loginOf = (own: Response) =>
  own.status === 404 || own.headers.get('Content-Type') === 'application/json' ? loginPage() : own

interface RuleState {
  rule: Rule
  /** How many requests fitted. */
  met: number
  /** How many had the fault. */
  done: number
  began: number
}

function isDue(state: RuleState, { method, url }: Request, random: Random): boolean {
  const { rule, began } = state
  if (!rule.methods.some((one) => one === method) || !isAt(rule.path, new URL(url).pathname)) return false
  state.met += 1
  if (state.met <= rule.after || (rule.times !== undefined && state.done >= rule.times)) return false
  if (rule.seconds !== undefined && Date.now() - began > rule.seconds * 1000) return false
  if (rule.oneIn > 1 && random() * rule.oneIn >= 1) return false
  state.done += 1
  return true
}

const isAt = (part: string | undefined, path: string) => part === undefined || `${path}$`.includes(part)
