import type { ApiError, ApiErrorKind } from './errors.ts'

/** Faults that end by themselves. */
const PASSING = new Set<ApiErrorKind>(['no-network', 'offline', 'timed-out', 'throttled', 'server-fault'])
const MOST_TIMES = 2
/** Seconds. A longer wait that the server asks for is shown and counted down, not kept from the person. */
const UNNOTICED = 2

const isPassing = ({ kind }: ApiError) => PASSING.has(kind)

/** Whether a reading that failed is tried again before anybody is told. Writes never are: the first may have arrived. */
export const isReadAgain = (count: number, error: ApiError) =>
  isPassing(error) && count < MOST_TIMES && (error.retryAfter ?? 0) <= UNNOTICED && navigator.onLine

/** Milliseconds until then: as the server asks, else longer each time, and never at the same moment for everybody. */
export const readAgainDelay = (count: number, { retryAfter }: Pick<ApiError, 'retryAfter'>) =>
  1000 * (retryAfter ?? 0.5 * 2 ** count * (0.75 + Math.random() / 2))

/** Seconds between tries while a fault goes on: shown, so that nobody waits in the dark. */
const FIRST_WAIT = 5
const WAIT_WHEN_THROTTLED = 15
const LONGEST_WAIT = 60

/** When the server asked us to come back; `null` for other faults, which nobody can tell the end of. */
export const comeBackAt = (error: ApiError) => (error.kind === 'throttled' ? nextTryAt(error) : null)

/** When a reading that went on failing is tried once more, in milliseconds since 1970; `null`: only when told to. */
export function nextTryAt(error: ApiError, tries = 0): number | null {
  if (!isPassing(error)) return null
  const first = error.kind === 'throttled' ? WAIT_WHEN_THROTTLED : FIRST_WAIT
  return error.at + 1000 * (error.retryAfter ?? Math.min(LONGEST_WAIT, first * 2 ** tries))
}
