import type { ApiError, ApiErrorKind } from './errors.ts'

/** Faults that end by themselves. */
const PASSING = new Set<ApiErrorKind>([
  'no-network',
  'offline',
  'not-allowed',
  'timed-out',
  'throttled',
  'server-fault',
])
const MOST_TIMES = 2
/** Seconds. A longer wait that the server asks for is shown and counted down, not kept from the person. */
const UNNOTICED = 2

/** Whether a fault may end by itself. */
export const isTransient = ({ kind }: ApiError) => PASSING.has(kind)

/** Whether a reading that failed is tried again before anybody is told. Writes never are: the first may have arrived. */
export const isReadAgain = (count: number, error: ApiError) =>
  isTransient(error) && count < MOST_TIMES && (error.retryAfter ?? 0) <= UNNOTICED && navigator.onLine

/** Milliseconds until then: as the server asks, else longer each time, and never at the same moment for everybody. */
export const readAgainDelay = (count: number, { retryAfter }: Pick<ApiError, 'retryAfter'>) =>
  1000 * (retryAfter ?? 0.5 * 2 ** count * (0.75 + Math.random() / 2))
