import type { ApiError } from './errors.ts'
import { isTransient } from './retry.ts'

/** Seconds between automatic reretries, of which the interface shows a countdown. */
const FIRST_DELAY = 5
const THROTTLED_DELAY = 15
const MAX_DELAY = 60

/** When a throttled request can be sent again, in milliseconds since 1970; `null` for other errors. */
export const throttledUntil = (error: ApiError) => (error.kind === 'throttled' ? nextRetryAt(error) : null)

/** When to retry a failed query, in milliseconds since 1970; `null` if it should not be retried automatically. */
export function nextRetryAt(error: ApiError, retries = 0): number | null {
  if (!isTransient(error)) return null
  const first = error.kind === 'throttled' ? THROTTLED_DELAY : FIRST_DELAY
  return error.occurredAt + 1000 * (error.retryAfter ?? Math.min(MAX_DELAY, first * 2 ** retries))
}
