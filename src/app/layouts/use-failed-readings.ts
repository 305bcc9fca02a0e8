import { notifyManager, type Query, type QueryCache, useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import type { ApiError, ApiErrorKind } from '#/api/errors.ts'

export interface FailedQueries {
  error: ApiError
  /** When the oldest of what is still shown was read, in milliseconds since 1970; `null` where nothing is shown. */
  since: number | null
  isTrying: boolean
}

/** How often a reading fails before it counts: a single lost answer is made good unnoticed. */
const FAILURES = 2

const errorOf = ({ state }: Query): ApiError | null =>
  state.error ?? (state.fetchFailureCount >= FAILURES ? state.fetchFailureReason : null)

/** After these, nothing can be saved either. */
const UNREACHABLE = new Set<ApiErrorKind>(['offline', 'no-network', 'not-allowed'])

/** Whether the server cannot be reached at all from here. */
export const isUnreachable = ({ kind }: ApiError) => UNREACHABLE.has(kind)

/** The readings that something on screen waits for, and that failed. Some places tell of it themselves. */
const failed = (cache: QueryCache) =>
  cache.findAll({ type: 'active' }).filter((query) => errorOf(query) !== null && !query.meta?.showsError)

/** What fails of all that the page shows; one hook for every page. `null` while all is well. */
export function useFailedQueries(): FailedQueries | null {
  const cache = useQueryClient().getQueryCache()
  const subscribe = useCallback((onChange: () => void) => cache.subscribe(notifyManager.batchCalls(onChange)), [cache])
  const queries = () => failed(cache)
  useSyncExternalStore(subscribe, () => queries().map(stampOf).join())
  return summarize(queries())
}

const stampOf = ({ queryHash, state }: Query) =>
  [queryHash, state.errorUpdateCount, state.fetchFailureCount, state.dataUpdatedAt, state.fetchStatus].join(' ')

function summarize(queries: readonly Query[]): FailedQueries | null {
  const [latest] = queries.flatMap((query) => errorOf(query) ?? []).toSorted((a, b) => b.at - a.at)
  if (!latest) return null
  const times = queries.flatMap(({ state }) => (state.data === undefined ? [] : state.dataUpdatedAt))
  return {
    error: latest,
    since: times.length > 0 ? Math.min(...times) : null,
    isTrying: queries.some(({ state }) => state.fetchStatus === 'fetching'),
  }
}

/** Reads again all that the page shows and that is old or failed. */
export function useReadAgain() {
  const client = useQueryClient()
  return useCallback(
    () =>
      void client.refetchQueries({
        type: 'active',
        predicate: (query) => query.isStale() || errorOf(query) !== null,
      }),
    [client],
  )
}
