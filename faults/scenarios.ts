import type { ApiErrorKind } from '#/api/errors.ts'

/** A fault, and how the app must handle it. */
export interface Scenario {
  /** The fault in the grammar of `src/demo/chaos`; also the name of the scenario. */
  chaos: string
  /** The error of a JSON response; `null` if it succeeds. */
  kind: ApiErrorKind | null
  /** Number of requests of a query until it fails or succeeds. */
  attempts: number
  /** `null` if a query succeeds on a retry. */
  queryKind?: null
  /** Whether the server executed the request, whatever the response. */
  isExecuted: boolean
  /** Spoils only the body: a response without a body is not affected. */
  spoilsBody?: boolean
  /** The response means that nothing is left to do, which is wrong here. */
  countsAsSuccess?: boolean
}

const MAX_ATTEMPTS = 3

/** The request succeeds. */
const harmless = (chaos: string): Scenario => ({ chaos, kind: null, attempts: 1, isExecuted: true })
/** May end by itself: queries are retried. */
const transient = (chaos: string, kind: ApiErrorKind, overrides: Partial<Scenario> = {}): Scenario => ({
  chaos,
  kind,
  attempts: MAX_ATTEMPTS,
  isExecuted: false,
  ...overrides,
})
/** Ends after the first attempt of a query. */
const once = (chaos: string, kind: ApiErrorKind, overrides: Partial<Scenario> = {}) =>
  transient(`${chaos};times=1`, kind, { attempts: 2, queryKind: null, ...overrides })
/** Does not end by itself: queries are not retried. */
const permanent = (chaos: string, kind: ApiErrorKind, overrides: Partial<Scenario> = {}): Scenario => ({
  chaos,
  kind,
  attempts: 1,
  isExecuted: false,
  ...overrides,
})

export const SCENARIOS: Scenario[] = [
  harmless('latency:900'),
  harmless('jitter:3000'),
  harmless('slow-first-byte:5000'),
  harmless('slow-body:5000'),
  harmless('out-of-order:4000'),
  harmless('latency:400,slow-body:2000'),
  transient('429', 'throttled'),
  transient('429:2', 'throttled'),
  once('429:1', 'throttled'),
  transient('429:30', 'throttled', { attempts: 1 }), // a long wait is shown to the user, with a countdown
  transient('500', 'server-fault'),
  transient('500-html', 'server-fault'),
  transient('502', 'server-fault'),
  once('502', 'server-fault'),
  transient('503', 'server-fault'),
  transient('504', 'server-fault', { isExecuted: true }),
  transient('cut', 'offline'),
  once('cut', 'offline'),
  transient('answer-lost', 'offline', { isExecuted: true }),
  transient('cut-body', 'offline', { isExecuted: true, spoilsBody: true }),
  transient('hang', 'timed-out'),
  once('hang', 'timed-out'),
  transient('offline', 'no-network', { attempts: 1 }), // nothing is sent while offline
  permanent('truncated', 'unreadable', { isExecuted: true, spoilsBody: true }),
  permanent('empty', 'unreadable', { isExecuted: true }),
  permanent('login-page', 'unreadable'),
  permanent('login-redirect', 'unreadable'),
  permanent('wrong-shape', 'unreadable', { isExecuted: true }),
  harmless('unreadable-item'),
  permanent('401', 'signed-out'),
  permanent('403', 'forbidden'),
  permanent('404', 'not-found'),
  permanent('409', 'conflict'),
]

/** Limits faults to GET requests or to writes. */
export const chaosOn = (which: 'read' | 'write', chaos: string) =>
  chaos
    .split(',')
    .map((rule) => `${rule};on=${which}`)
    .join(',')
