import type { ApiError } from './errors.ts'
import { isTransient } from './retry.ts'

/** Seconds between tries while a fault goes on: shown, so that nobody waits in the dark. */
const FIRST_WAIT = 5
const WAIT_WHEN_THROTTLED = 15
const LONGEST_WAIT = 60

/** When the server asked us to come back; `null` for other faults, which nobody can tell the end of. */
export const comeBackAt = (error: ApiError) => (error.kind === 'throttled' ? nextTryAt(error) : null)

/** When a reading that went on failing is tried once more, in milliseconds since 1970; `null`: only when told to. */
export function nextTryAt(error: ApiError, tries = 0): number | null {
  if (!isTransient(error)) return null
  const first = error.kind === 'throttled' ? WAIT_WHEN_THROTTLED : FIRST_WAIT
  return error.at + 1000 * (error.retryAfter ?? Math.min(LONGEST_WAIT, first * 2 ** tries))
}
