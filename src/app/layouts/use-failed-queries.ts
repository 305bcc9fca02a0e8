import { notifyManager, type Query, type QueryCache, useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import type { ApiError, ApiErrorKind } from '#/api/errors.ts'

export interface FailedQueries {
  error: ApiError
  /** When the oldest visible data was loaded, in milliseconds since 1970; `null` if nothing is shown. */
  oldestDataAt: number | null
  isRefetching: boolean
}

/** Failures of a query before it is reported: a single one is retried silently. */
const MIN_FAILURES = 2

const errorOf = ({ state }: Query): ApiError | null =>
  state.error ?? (state.fetchFailureCount >= MIN_FAILURES ? state.fetchFailureReason : null)

/** Error kinds after which saving fails, too. */
const UNREACHABLE = new Set<ApiErrorKind>(['offline', 'no-network', 'not-allowed'])

/** Whether the server cannot be reached. */
export const isUnreachable = ({ kind }: ApiError) => UNREACHABLE.has(kind)

/** Failed queries of mounted components, except those whose component shows the error itself. */
const failedQueries = (cache: QueryCache) =>
  cache.findAll({ type: 'active' }).filter((query) => errorOf(query) !== null && !query.meta?.showsError)

/** The failure that the page's bar reports; `null` if there is none. */
export function useFailedQueries(): FailedQueries | null {
  const cache = useQueryClient().getQueryCache()
  const subscribe = useCallback((onChange: () => void) => cache.subscribe(notifyManager.batchCalls(onChange)), [cache])
  const queries = () => failedQueries(cache)
  useSyncExternalStore(subscribe, () => queries().map(changeKeyOf).join())
  return summarize(queries())
}

const changeKeyOf = ({ queryHash, state }: Query) =>
  [queryHash, state.errorUpdateCount, state.fetchFailureCount, state.dataUpdatedAt, state.fetchStatus].join(' ')

function summarize(queries: readonly Query[]): FailedQueries | null {
  const [latest] = queries.flatMap((query) => errorOf(query) ?? []).toSorted((a, b) => b.occurredAt - a.occurredAt)
  if (!latest) return null
  const times = queries.flatMap(({ state }) => (state.data === undefined ? [] : state.dataUpdatedAt))
  return {
    error: latest,
    oldestDataAt: times.length > 0 ? Math.min(...times) : null,
    isRefetching: queries.some(({ state }) => state.fetchStatus === 'fetching'),
  }
}

/** Refetches the stale and the failed queries of the page. */
export function useRefetch() {
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
