import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import type { ApiError } from '#/api/errors.ts'
import type { Unreadable } from '#/api/pagination.ts'
import type { Row, RowKey } from '#/dataset/model/row.ts'
import { initialColumns } from '#/dataset/model/initial-columns.ts'
import { calculatedSortAs, sortRows, type SortOrder } from '#/dataset/model/sort.ts'
import type { RowFilter } from '#/dataset/query/filter.ts'
import { type DatasetQuery, pageCount, pageOf, type RowSort } from '#/dataset/query/query.ts'
import type { RowPage, RowSource, RowSnapshot, SourceQuery } from '#/dataset/sources/source.ts'
import { rangeOf } from './merge-chunks.ts'
import { ROWS_STALE_TIME } from './rows-stale-time.ts'
import type { RowPositions } from './sparse-rows.ts'
import { type ClientSort, useClientSort } from './use-client-sort.ts'
import { useInitialFields } from './use-initial-columns.ts'
import { type LazyColumns, useLazyColumns } from './use-lazy-columns.ts'
import { useRowChunks } from './use-row-chunks.ts'
import { useSnapshotPage } from './use-snapshot-page.ts'
import { useSortOrder } from './use-sort-type.ts'
import type { VisibleRange } from './visible-range.ts'

const NO_ROWS: Row[] = []
const NO_COLUMNS: readonly string[] = []
const NONE_UNREADABLE: Unreadable[] = []

/** The rows that a view shows: those of a page, or those around the visible range of all. */
export interface DatasetRows {
  source: RowSource
  /** Which rows these are: the same for all pages. */
  result: {
    /** Names the result; another filter, sort or snapshot has another name. */
    key: string
    filter: RowFilter
    isFiltered: boolean
    /** How many rows match; `null` until it is known. */
    count: number | null
    snapshot: RowSnapshot | null
    /** How often a newer snapshot was taken. */
    generation: number
    /** Whether the snapshot is known, where the source has one. */
    isSettled: boolean
    /** Requests the rows anew, with those that arrived after the snapshot. */
    showNew: () => void
  }
  /** The state of the request for the page, or for the first rows. */
  load: {
    /** Whether rows of this or, meanwhile, of the former page are there. */
    hasRows: boolean
    /** Whether the rows shown are still those of the former page. */
    isPlaceholder: boolean
    error: ApiError | null
    retry: () => void
    /** How many rows match, as this response said. */
    count: number | null
    /** When it was loaded, in milliseconds since 1970. */
    updatedAt: number
  }
  /** Those that are loaded, in their order, with all columns that were loaded so far. */
  rows: readonly Row[]
  /** The same with the columns that were loaded first. */
  initialRows: readonly Row[]
  /** Where they are among all rows; `null` where they are a page. */
  positions: RowPositions | null
  unreadable: readonly Unreadable[]
  columns: Omit<LazyColumns, 'rows'>
  sort: {
    /** How the sorted column should compare, where the rows on screen are in the order of what is stored; else `null`. */
    missing: 'text' | 'choice' | 'number' | 'moment' | 'count' | null
    client: ClientSort
  }
  pages: {
    /** Names what is shown: another page starts at its top. `null` while the rows are those of the former page. */
    key: string | null
    scrolls: boolean
    pageSize: number
    /** The page with this number, from 1. */
    at: (page: number) => SourceQuery<RowPage>
    /** The next page, for whoever is about to need it; `null` where there is none, or it is not worth loading early. */
    next: SourceQuery<RowPage> | null
    setVisibleRange: (range: VisibleRange) => void
    /** Keeps the chunk of a row that is about to be opened; `chunk` counts from 0. */
    hold: (key: RowKey, chunk: number) => void
  }
}

/** Loads the rows that a query describes. */
export function useRows(source: RowSource, query: DatasetQuery): DatasetRows {
  const client = useQueryClient()
  const { filter, sort, submission } = query
  const scrolls = query.scrolls && source.can.jump
  const { page, pageSize } = pageOf({ ...query, scrolls })
  const fields = useInitialFields(source, query, JSON.stringify([source.id, page, pageSize, filter, sort]))
  const order = useSortOrder(source, query)
  const clientSort = useClientSort(source, { filter, sort, order })
  const { keyPageAt, drop: dropClientSort, restart: restartClientSort, startByItself } = clientSort
  const keyPage = keyPageAt(page, pageSize)
  const request = { page, pageSize, filter, sort, fields, keyPage }
  const {
    query: first,
    isAwaiting,
    snapshot,
    generation,
    isSettled,
    showNew,
  } = useSnapshotPage(source, request, (known) => clientSort.awaits(known, pageSize))
  const isSortIdle = clientSort.state.stage === 'idle'
  useEffect(() => {
    if (isAwaiting && isSortIdle) startByItself(snapshot)
  }, [isAwaiting, isSortIdle, startByItself, snapshot])
  const { data, dataUpdatedAt: at, isPlaceholderData, error, refetch } = first
  const pageAt = usePageAt(source, { pageSize, filter, sort, snapshot, fields, keyPageAt })

  const isCurrent = data !== undefined && !isPlaceholderData
  const firstChunk = useMemo(() => (scrolls && isCurrent ? { data, at } : null), [scrolls, isCurrent, data, at])
  const resultKey = JSON.stringify([source.id, filter, sort, generation, keyPage !== null])
  const chunks = useRowChunks({ source, first: firstChunk, resultKey, pageAt, openKey: submission })
  const count = chunks.count ?? data?.count ?? null
  const loaded = firstChunk ? chunks.rows : (data?.results ?? NO_ROWS)

  // An order that names rows that were deleted meanwhile is not the order of those that are there.
  const isOutdated = keyPage !== null && isCurrent && data.results.length + data.unreadable.length < keyPage.keys.length
  useEffect(() => {
    if (isOutdated) restartClientSort()
  }, [isOutdated, restartClientSort])

  // The source compares texts; all rows that match are here only where they fit on one page.
  const isComplete = count !== null && count <= loaded.length
  const isSortedAsStored = sort !== null && order.as !== 'stored' && source.can.sort === 'text'
  const initialRows = useMemo(
    () => (isSortedAsStored && isComplete && isCurrent ? sortRows(loaded, sort, order) : loaded),
    [loaded, sort, order, isSortedAsStored, isComplete, isCurrent],
  )
  const missing = useMemo(
    () => missingSort({ as: order.as, sort, rows: loaded, isIdle: isSortIdle }),
    [order, sort, isSortIdle, loaded],
  )
  const batches = useMemo(
    () => (firstChunk && !isComplete ? chunks.batches : [initialRows]),
    [firstChunk, isComplete, chunks.batches, initialRows],
  )
  // Newest first, no other row that matches is between the first and the last of a batch.
  const isContiguous = sort === null
  const { columns: choice, frozen } = query
  const viewColumns = useMemo(
    () => (choice && initialColumns(source.form, { columns: choice, frozen, sort: null })) ?? NO_COLUMNS,
    [source.form, choice, frozen],
  )
  const { rows, ...columns } = useLazyColumns({
    source,
    filter,
    viewColumns,
    rows: initialRows,
    batches,
    fields,
    isContiguous,
    scrolls,
    resultKey,
  })
  const hasNext = !scrolls && page < pageCount(count ?? 0, pageSize)
  const positions = useMemo(
    () => chunks.positions ?? (scrolls && data ? { count: data.count, ranges: [rangeOf(0, data)] } : null),
    [chunks.positions, scrolls, data],
  )
  return {
    source,
    result: {
      key: resultKey,
      filter,
      isFiltered: filter.parts.length > 0 || filter.unreadable !== undefined,
      count,
      snapshot,
      generation,
      isSettled,
      showNew: () => {
        // Rows that arrived meanwhile have no place in an order that was made before.
        dropClientSort()
        client.removeQueries({ queryKey: source.pagesKey, type: 'inactive' })
        if (snapshot === null) void refetch()
        showNew()
        source.refreshCounts(client)
      },
    },
    load: {
      hasRows: data !== undefined,
      isPlaceholder: isPlaceholderData,
      error,
      retry: () => void refetch(),
      count: data?.count ?? null,
      updatedAt: at,
    },
    rows,
    initialRows,
    positions,
    unreadable: firstChunk ? chunks.unreadable : (data?.unreadable ?? NONE_UNREADABLE),
    columns,
    sort: { missing: isSortedAsStored && (isPlaceholderData || !isComplete) ? missing : null, client: clientSort },
    pages: {
      key: isPlaceholderData ? null : JSON.stringify([page, scrolls ? 'all' : pageSize, resultKey]),
      scrolls,
      pageSize,
      at: pageAt,
      next: isCurrent && isSettled && hasNext && isSmall(loaded, pageSize) ? pageAt(page + 1) : null,
      setVisibleRange: chunks.setVisibleRange,
      hold: chunks.hold,
    },
  }
}

interface PageOptions {
  pageSize: number
  filter: RowFilter
  sort: RowSort | null
  snapshot: RowSnapshot | null
  fields: readonly string[] | undefined
  keyPageAt: ClientSort['keyPageAt']
}

/** The pages of a result; the same function as long as it is the same result. */
const usePageAt = (source: RowSource, { pageSize, filter, sort, snapshot, fields, keyPageAt }: PageOptions) =>
  useCallback(
    (page: number) => ({
      ...source.page({ page, pageSize, filter, sort, snapshot, fields, keyPage: keyPageAt(page, pageSize) }),
      staleTime: ROWS_STALE_TIME,
    }),
    [source, pageSize, filter, sort, snapshot, fields, keyPageAt],
  )

interface MissingSortOptions {
  as: SortOrder['as']
  sort: RowSort | null
  rows: readonly Row[]
  /** Whether nothing is being sorted here. */
  isIdle: boolean
}

function missingSort({ as, sort, rows, isIdle }: MissingSortOptions): DatasetRows['sort']['missing'] {
  if (as === 'stored') return null
  if (as !== 'calculated') return as
  return sort && isIdle ? calculatedSortAs(rows, sort.field) : 'number'
}

/** Values of a page that are loaded early; more would take the browser too long to go unnoticed. */
const MAX_PREFETCHED_VALUES = 200_000
const isSmall = ([row]: readonly Row[], pageSize: number) =>
  pageSize * Object.keys(row ?? {}).length <= MAX_PREFETCHED_VALUES
