const FIRST_DELAY = 500
const MAX_DELAY = 5000
const GROWTH = 1.4

/** Milliseconds before the `count`-th poll (from 1): from 500 up to 5000. */
export const pollDelay = (count: number) => Math.min(MAX_DELAY, FIRST_DELAY * GROWTH ** Math.max(0, count - 1))

/** Milliseconds after which the interface shows that a task is slow, and asks whether to keep waiting. */
export const SLOW_AFTER = 120_000

/** Whether a task of the server, an import or an export, does not change any more. */
export const isSettled = (task: { status: string } | undefined) =>
  task?.status === 'complete' || task?.status === 'error'

/** The state of a query that polls a task. */
interface PolledState {
  data: { status: string } | undefined
  error: { retryAfter: number | undefined } | null
  dataUpdatedAt: number
  errorUpdatedAt: number
  dataUpdateCount: number
  errorUpdateCount: number
}

/** Milliseconds until the next poll of a task; `false` once it is settled, or slow since the person began to wait. */
export function pollInterval(state: PolledState, since: number): number | false {
  const isSlow = Math.max(state.dataUpdatedAt, state.errorUpdatedAt) - since >= SLOW_AFTER
  if (isSettled(state.data) || isSlow) return false
  const delay = pollDelay(state.dataUpdateCount + state.errorUpdateCount + 1)
  return Math.max(delay, (state.error?.retryAfter ?? 0) * 1000)
}
