import * as z from 'zod/mini'

const wholeNumberFrom = (least: number) =>
  z.number().check(z.refine((value) => Number.isInteger(value) && value >= least && value <= 600_000))

/** Delays are in milliseconds; `Retry-After` is in seconds, like the header. */
const Count = wholeNumberFrom(0)

/** Faults that only delay the response. */
export const DELAY_FAULTS = ['latency', 'jitter', 'slow-first-byte', 'slow-body', 'out-of-order'] as const

/** Faults without a value. */
export const FAULTS_WITHOUT_VALUE = [
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
  'unreadable-item',
  'no-cors',
] as const

/** A fault that can be applied to one request. */
export const Fault = z.union([
  z.object({ name: z.literal([...DELAY_FAULTS]), ms: z._default(Count, 1000) }),
  z.object({ name: z.literal('429'), retryAfter: z.optional(Count) }),
  z.object({ name: z.literal([...FAULTS_WITHOUT_VALUE]) }),
])
export type Fault = z.output<typeof Fault>
export type FaultName = Fault['name']

const METHODS = ['GET', 'POST', 'PATCH', 'DELETE'] as const
const Positive = wholeNumberFrom(1)

/** A fault, and the requests it applies to. */
export const Rule = z.object({
  fault: Fault,
  methods: z._default(z.array(z.enum(METHODS)), [...METHODS]),
  /** A part of the path; `$` means its end. */
  path: z.optional(z.string().check(z.refine((path) => path !== ''))),
  /** Applies to one in this many matching requests, at random. */
  oneIn: z._default(Positive, 1),
  /** Number of matching requests to skip first. */
  after: z._default(Count, 0),
  /** Ends after this many requests. */
  times: z.optional(Positive),
  /** Ends after this many seconds. */
  seconds: z.optional(Positive),
})
export type Rule = z.output<typeof Rule>

/** All rules, and the seed of their random numbers. */
export interface Script {
  rules: Rule[]
  seed: number
}
