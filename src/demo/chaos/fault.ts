import * as z from 'zod/mini'

const wholeFrom = (least: number) =>
  z.number().check(z.refine((value) => Number.isInteger(value) && value >= least && value <= 600_000))

/** Waiting is told in milliseconds; `Retry-After` in seconds, as the header is. */
const Count = wholeFrom(0)

/** Faults that take time, and change nothing else. */
export const DELAYS = ['latency', 'jitter', 'slow-first-byte', 'slow-body', 'out-of-order'] as const

/** Faults that are what they are. */
export const PLAIN = [
  '500',
  '500-html',
  '502',
  '503',
  '504',
  '401',
  '403',
  '404',
  '409',
  'cut',
  'answer-lost',
  'cut-body',
  'hang',
  'offline',
  'truncated',
  'empty',
  'login-page',
  'login-redirect',
  'wrong-shape',
  'odd-item',
  'no-cors',
] as const

/** What can go wrong with one request. */
export const Fault = z.union([
  z.object({ name: z.literal([...DELAYS]), ms: z._default(Count, 1000) }),
  z.object({ name: z.literal('429'), retryAfter: z.optional(Count) }),
  z.object({ name: z.literal([...PLAIN]) }),
])
export type Fault = z.output<typeof Fault>
export type FaultName = Fault['name']

const METHODS = ['GET', 'POST', 'PATCH', 'DELETE'] as const
const Positive = wholeFrom(1)

/** One fault, and which requests have it. */
export const Rule = z.object({
  fault: Fault,
  methods: z._default(z.array(z.enum(METHODS)), [...METHODS]),
  /** Part of the path; `$` stands for its end. */
  path: z.optional(z.string().check(z.refine((path) => path !== ''))),
  /** Of so many requests that fit, by chance, one. */
  oneIn: z._default(Positive, 1),
  /** So many that fit are spared first. */
  after: z._default(Count, 0),
  /** Over after so many. */
  times: z.optional(Positive),
  /** Over after so many seconds. */
  seconds: z.optional(Positive),
})
export type Rule = z.output<typeof Rule>

/** What goes wrong, the same each time for the same seed. */
export interface Script {
  rules: Rule[]
  seed: number
}
