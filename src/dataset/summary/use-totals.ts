import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { Display } from '#/dataset/answers/display.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import { MOST_SORTED } from '#/dataset/rows/use-client-sort.ts'
import { type CollectionState, useCollectedRows } from '#/dataset/rows/use-collected-rows.ts'
import type { DatasetRows } from '#/dataset/rows/use-rows.ts'
import type { RowSource } from '#/dataset/sources/source.ts'
import { aggregateOf } from '#/lib/aggregate.ts'
import { notify } from '#/ui/feedback/notify.ts'
import { type ColumnTotals, totalsCollector, type TotalsByColumn } from './totals-collector.ts'

/** Why totals no longer belong to the rows shown. */
type OutdatedReason = 'filter' | 'new' | 'changed'

/** Which rows totals belong to, and the totals that were known when the last columns were added. */
interface TotalsScope {
  filter: string
  snapshot: string
  count: number | null
  known: TotalsByColumn
}

const NO_TOTALS: TotalsByColumn = new Map()

/** Limits for aggregating all rows: their number, and the number of their values. */
export const MAX_AGGREGATED_ROWS = MOST_SORTED
const MAX_AGGREGATED_VALUES = 1_000_000

/** Totals of columns over all rows that match. */
export interface TotalsState {
  /** The totals of a column; `null` if they are not known. */
  of: (column: DataColumn) => ColumnTotals | null
  /** Whether all rows that match are loaded. */
  isComplete: boolean
  /** How many rows can be aggregated, and which columns together; `null` if they cannot be, or need not. */
  offer: { count: number; columns: readonly DataColumn[] } | null
  isFiltered: boolean
  /** The state of loading. */
  collection: CollectionState<TotalsByColumn>
  /** How many columns have totals over all rows, and how many rows that is. */
  columnCount: number
  count: number | null
  start: (columns: readonly DataColumn[]) => void
  /** Continues after an error. */
  resume: () => void
  /** Drops the totals; those of the loaded rows are shown again. */
  clear: () => void
}

export const TotalsContext = createContext<Pick<TotalsState, 'of' | 'isComplete' | 'offer' | 'isFiltered' | 'start'>>({
  of: () => null,
  isComplete: false,
  offer: null,
  isFiltered: false,
  start: () => {},
})

/**
 * Aggregates columns over all rows that match, on demand. Totals are dropped, with a notification, when other rows are
 * shown or a row may have changed.
 */
export function useTotals(
  { source, result, rows, sort }: Pick<DatasetRows, 'source' | 'result' | 'rows' | 'sort'>,
  { visibleColumns, display: { t } }: { visibleColumns: readonly DataColumn[]; display: Display },
): TotalsState {
  const { count, snapshot, isSettled, isFiltered } = result
  const client = useQueryClient()
  const [scope, setScope] = useState<TotalsScope | null>(null)
  const filterKey = JSON.stringify([source.id, result.filter])
  const snapshotKey = JSON.stringify([snapshot, result.generation])
  const { state, start, resume, cancel } = useCollectedRows<TotalsByColumn>(
    source,
    JSON.stringify([filterKey, snapshotKey, count]),
  )
  const reason = scope && reasonOf(scope, { filter: filterKey, snapshot: snapshotKey, count })
  const totals = scope === null || reason ? NO_TOTALS : state.stage === 'done' ? state.result : scope.known

  const [dropped, setDropped] = useState<{ reason: OutdatedReason } | null>(null)
  const drop = useCallback((why: OutdatedReason) => {
    setScope(null)
    setDropped({ reason: why })
  }, [])
  if (reason) drop(reason)
  const notifyOf = useEffectEvent((why: OutdatedReason) => void notify({ message: t(`total.outdated.${why}`) }))
  useEffect(() => {
    if (dropped) notifyOf(dropped.reason)
  }, [dropped])
  const onChange = useCallback(() => {
    cancel() // at once, so that pending totals are not kept
    drop('changed')
  }, [cancel, drop])
  const isKept = scope !== null
  useEffect(
    () => (isKept ? subscribeToChanges(client, source, onChange) : undefined),
    [isKept, client, source, onChange],
  )

  const { state: sorted, field } = sort.client
  const sortedColumnTotals = useMemo(
    () =>
      sorted.stage === 'done'
        ? { aggregate: aggregateOf(sorted.result.values), count: sorted.result.keys.length }
        : null,
    [sorted],
  )
  const isComplete = count !== null && rows.length >= count
  const isBusy = state.stage === 'loading' || state.stage === 'stopped'
  const offer =
    count !== null && isSettled && !isComplete && !isBusy
      ? { count, columns: columnsToAggregate(visibleColumns, count) }
      : null
  return {
    of: ({ id }) => totals.get(id) ?? (id === field ? sortedColumnTotals : null),
    isComplete,
    offer,
    isFiltered,
    collection: state,
    columnCount: totals.size,
    count,
    start: (columns) => {
      if (!offer || offer.count > MAX_AGGREGATED_ROWS) return
      setScope({ filter: filterKey, snapshot: snapshotKey, count, known: totals })
      const request = { filter: result.filter, snapshot, fields: columns.map(({ id }) => id) }
      start(request, totalsCollector(columns, totals))
    },
    resume,
    clear: () => {
      cancel()
      setScope(null)
    },
  }
}

function reasonOf(scope: TotalsScope, now: Omit<TotalsScope, 'known'>): OutdatedReason | null {
  if (scope.filter !== now.filter) return 'filter'
  if (scope.snapshot !== now.snapshot) return 'new'
  return scope.count === now.count ? null : 'changed'
}

/** The columns that can be aggregated together; none if they have too many values. */
function columnsToAggregate(columns: readonly DataColumn[], count: number): readonly DataColumn[] {
  const aggregated = columns.filter(({ kind }) => kind !== 'id')
  return count * aggregated.length <= MAX_AGGREGATED_VALUES ? aggregated : []
}

/** Calls `onChange` when rows of a source may have changed. Returns a function that unsubscribes. */
function subscribeToChanges(
  client: QueryClient,
  { queryKey, pagesKey }: Pick<RowSource, 'queryKey' | 'pagesKey'>,
  onChange: () => void,
) {
  const startsWith = (prefix: QueryKey, key: QueryKey = []) => prefix.every((part, index) => key[index] === part)
  const subscriptions = [
    client.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'invalidate') return
      if (startsWith(pagesKey, event.query.queryKey)) onChange()
    }),
    client.getMutationCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'success') return
      if (startsWith(queryKey, event.mutation.options.mutationKey)) onChange()
    }),
  ]
  return () => subscriptions.forEach((unsubscribe) => unsubscribe())
}
