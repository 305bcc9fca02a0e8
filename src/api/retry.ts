import type { ApiError, ApiErrorKind } from './errors.ts'

/** Errors that may resolve themselves. */
const TRANSIENT = new Set<ApiErrorKind>([
  'no-network',
  'offline',
  'not-allowed',
  'timed-out',
  'throttled',
  'server-fault',
])
const MAX_RETRIES = 2
/** Seconds. Longer delays that the server requests are shown with a countdown. */
const MAX_SILENT_DELAY = 2

/** Whether an error may resolve itself. */
export const isTransient = ({ kind }: ApiError) => TRANSIENT.has(kind)

/** TanStack Query's `retry` for queries. Mutations are never retried: the first may have reached the server. */
export const shouldRetryQuery = (count: number, error: ApiError) =>
  isTransient(error) && count < MAX_RETRIES && (error.retryAfter ?? 0) <= MAX_SILENT_DELAY && navigator.onLine

/** TanStack Query's `retryDelay`, in milliseconds: `Retry-After`, else exponential with jitter. */
export const retryDelay = (count: number, { retryAfter }: Pick<ApiError, 'retryAfter'>) =>
  1000 * (retryAfter ?? 0.5 * 2 ** count * (0.75 + Math.random() / 2))
