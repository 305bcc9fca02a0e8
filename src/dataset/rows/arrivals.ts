import type { DatasetState } from '#/dataset/sources/source.ts'

/** Milliseconds between two lists that are requested only to count what arrived. */
const LIST_INTERVAL = 300_000

/** What is known when the state of a dataset was read once more. */
export interface ArrivalsInput {
  /** Names the result: arrivals are counted anew for another one. */
  resultKey: string
  state: DatasetState
  /** How many rows match, as the last response said, and when it came, in milliseconds since 1970. */
  loaded: { count: number; at: number }
  isFiltered: boolean
  /** How many arrived by the last list that was requested for it. */
  listed: number
  /** When this page itself changed anything last, in milliseconds since 1970. */
  wroteAt: number
}

/** What has changed since a result was first shown, by the state of its dataset. */
export interface Arrivals {
  resultKey: string
  first: DatasetState
  last: DatasetState
  /** How many more rows the server counts than it lists; its counters may be wrong. */
  surplus: number
  /** How many rows arrived; 0 also where the state cannot say it. */
  count: number
  /** The state at which a list was needed to count what arrived; `null` before. */
  listedAt: DatasetState | null
  /** When the state said that others deleted rows, in milliseconds since 1970; `null` where it never did. */
  deletedAt: number | null
}

/**
 * Arrivals by a newer state. Where its counts cannot say how many rows arrived (with a filter, with access to some rows only,
 * or where as many were deleted), a list is needed, once every five minutes at most.
 */
export function nextArrivals(before: Arrivals | null, input: ArrivalsInput): Arrivals {
  const { resultKey, state, loaded, isFiltered, listed, wroteAt } = input
  if (before?.resultKey !== resultKey) {
    const isBefore = state.readAt <= loaded.at
    const surplus = isBefore && !isFiltered ? Math.max(0, (state.count ?? 0) - loaded.count) : 0
    const count = isBefore ? 0 : (countOf(input, surplus) ?? 0)
    return { resultKey, first: state, last: state, surplus, count, listedAt: null, deletedAt: null }
  }
  const { first, last, surplus, listedAt } = before
  if (state.readAt <= last.readAt) return before

  // A page that was loaded later may know of changes that this state does not.
  const count = state.readAt >= loaded.at ? (countOf(input, surplus) ?? 0) : before.count
  const isDue = listedAt === null || state.readAt - listedAt.readAt >= LIST_INTERVAL
  const needsList = count === 0 && listed === 0 && isDue && hasMore(state, listedAt ?? first)
  const isFewer = state.count !== null && last.count !== null && state.count < last.count
  const isByOthers = wroteAt < last.readAt
  return {
    ...before,
    last: state,
    count,
    listedAt: needsList ? state : listedAt,
    deletedAt: isFewer && isByOthers ? state.readAt : before.deletedAt,
  }
}

/** `null` where the state cannot say it. */
function countOf({ state, loaded, isFiltered }: ArrivalsInput, surplus: number): number | null {
  return isFiltered || state.count === null ? null : Math.max(0, state.count - surplus - loaded.count)
}

/** Whether rows arrived between two states. A row that is sent once more may have an earlier time than the last one. */
const hasMore = (state: DatasetState, earlier: DatasetState) =>
  (state.lastArrival ?? '') > (earlier.lastArrival ?? '') || (state.count ?? 0) > (earlier.count ?? 0)
