import type { ApiErrorKind } from '#/api/errors.ts'

/** One way in which things go wrong, and what the app must make of it. */
export interface Scenario {
  /** In the words of the demo's chaos; also its name. */
  chaos: string
  /** What an answer that is read as JSON becomes; `null`: it is read all the same. */
  kind: ApiErrorKind | null
  /** How many requests a reading takes until it gives up, or is well. */
  readings: number
  /** What a reading becomes, where trying again makes it well. */
  readKind?: null
  /** Whether the server did what it was asked to, whatever came back. */
  carriedOut: boolean
  /** A body without meaning where there is none: an answer without a body is as it was. */
  spoilsBody?: boolean
  /** Says that there is nothing left to do, which is not true here. */
  isTakenAsDone?: boolean
}

const ALL_TRIES = 3

/** Bad, but good enough: everything arrives. */
const well = (chaos: string): Scenario => ({ chaos, kind: null, readings: 1, carriedOut: true })
/** Ends by itself: readings are tried again. */
const passing = (chaos: string, kind: ApiErrorKind, more: Partial<Scenario> = {}): Scenario => ({
  chaos,
  kind,
  readings: ALL_TRIES,
  carriedOut: false,
  ...more,
})
/** Over when a reading is tried for the second time. */
const once = (chaos: string, kind: ApiErrorKind, more: Partial<Scenario> = {}) =>
  passing(`${chaos};times=1`, kind, { readings: 2, readKind: null, ...more })
/** Stays: nothing is gained by asking again. */
const lasting = (chaos: string, kind: ApiErrorKind, more: Partial<Scenario> = {}): Scenario => ({
  chaos,
  kind,
  readings: 1,
  carriedOut: false,
  ...more,
})

export const SCENARIOS: Scenario[] = [
  well('latency:900'),
  well('jitter:3000'),
  well('slow-first-byte:5000'),
  well('slow-body:5000'),
  well('out-of-order:4000'),
  well('latency:400,slow-body:2000'),
  passing('429', 'throttled'),
  passing('429:2', 'throttled'),
  once('429:1', 'throttled'),
  passing('429:30', 'throttled', { readings: 1 }), // a long wait is shown, and counted down
  passing('500', 'server-fault'),
  passing('500-html', 'server-fault'),
  passing('502', 'server-fault'),
  once('502', 'server-fault'),
  passing('503', 'server-fault'),
  passing('504', 'server-fault', { carriedOut: true }),
  passing('cut', 'offline'),
  once('cut', 'offline'),
  passing('answer-lost', 'offline', { carriedOut: true }),
  passing('cut-body', 'offline', { carriedOut: true, spoilsBody: true }),
  passing('hang', 'timed-out'),
  once('hang', 'timed-out'),
  passing('offline', 'no-network', { readings: 1 }), // nobody knocks where there is no network
  lasting('truncated', 'unreadable', { carriedOut: true, spoilsBody: true }),
  lasting('empty', 'unreadable', { carriedOut: true }),
  lasting('login-page', 'unreadable'),
  lasting('login-redirect', 'unreadable'),
  lasting('wrong-shape', 'unreadable', { carriedOut: true }),
  well('odd-item'),
  lasting('401', 'signed-out'),
  lasting('403', 'forbidden'),
  lasting('404', 'not-found'),
  lasting('409', 'conflict'),
]

/** The same faults, for some requests only. */
export const chaosOn = (which: 'read' | 'write', chaos: string) =>
  chaos
    .split(',')
    .map((rule) => `${rule};on=${which}`)
    .join(',')
