import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { ApiError } from '#/api/errors.ts'
import type { Row, RowKey } from '#/dataset/model/row.ts'
import { isSystemKey } from '#/dataset/model/system-keys.ts'
import type { RowFilter } from '#/dataset/query/filter.ts'
import type { RowPage, RowSource } from '#/dataset/sources/source.ts'
import { isFieldLoaded, isFullyLoaded, type Loadable, loadedFields, uniteFields } from '#/lib/loaded-fields.ts'
import { useKeyedState } from '#/ui/use-keyed-state.ts'
import { NO_LISTS, withFields } from './field-lists.ts'
import { ROWS_STALE_TIME } from './rows-stale-time.ts'

interface LazyColumnsOptions {
  source: RowSource
  filter: RowFilter
  /** Columns of the view in its order, where they were chosen. */
  viewColumns: readonly string[]
  /** As they were loaded first. */
  rows: readonly Row[]
  /** The rows, request by request. */
  batches: readonly (readonly Row[])[]
  /** Columns that they were loaded with; `undefined`: all. */
  fields: readonly string[] | undefined
  /** Whether no other row that matches is between the first and the last of a batch. */
  isContiguous: boolean
  /** Whether rows are loaded and dropped as one scrolls: `resultKey` names them then. */
  scrolls: boolean
  resultKey: string
}

export interface LazyColumns {
  /** With the columns that were loaded later. */
  rows: readonly Row[]
  /** Loads further columns of these rows; those that are loaded or pending are not requested again. */
  load: (ids: readonly string[]) => void
  /** The same for those that are visible now: what was requested for others, and has not come yet, is cancelled. */
  loadVisible: (ids: readonly string[]) => void
  error: ApiError | null
  /** Requests once more what failed. */
  retry: () => void
}

/**
 * Loads columns as they scroll into view. They are requested by the keys of the rows, so that no value of another row
 * comes among them.
 */
export function useLazyColumns(options: LazyColumnsOptions): LazyColumns {
  const { source, filter, viewColumns, rows: first, batches, fields, isContiguous, scrolls, resultKey } = options
  const { keysPerRequest } = source
  // A changed status makes them no other rows.
  const groups = useMemo(
    () => batches.flatMap((rows) => groupsOf(rows, isContiguous ? Infinity : keysPerRequest)),
    [batches, isContiguous, keysPerRequest],
  )
  const keys = useMemo(() => JSON.stringify([filter, groups.map((group) => group.keys)]), [filter, groups])
  // As rows come and go, the visible columns stay the same.
  const [{ lists }, setLists] = useKeyedState(scrolls ? resultKey : keys, NO_LISTS)
  const hasAll = lists.includes('all')
  const { data, error, refetch } = useQueries({
    queries: lists.flatMap((list) =>
      groups.map((group) => ({
        ...source.columns({ filter, keys: group.keys, isContiguous, fields: list === 'all' ? undefined : list }),
        staleTime: ROWS_STALE_TIME,
        // Where all columns are requested, parts of them are not requested for further rows.
        enabled: list === 'all' || !hasAll,
      })),
    ),
    combine,
  })
  const pending = useMemo(
    () => new Set(lists.filter((_, at) => groups.every((_group, index) => !data[at * groups.length + index]))),
    [lists, groups, data],
  )

  const rows = useMemo(() => {
    if (!fields) return first
    return groups.flatMap((group, at) => {
      const later = valuesByKey(lists.map((_list, index) => data[index * groups.length + at]))
      return group.rows.map((row) => {
        const values = later.get(row._id)
        return values
          ? { ...values, ...row, [loadedFields]: uniteFields(row[loadedFields], values[loadedFields]) }
          : row
      })
    })
  }, [first, fields, lists, groups, data])

  const { splitFields, maxWholeRows } = source
  const rowCount = Math.max(0, ...groups.map((group) => group.keys.length))
  const request = useCallback(
    (ids: readonly string[], cancelsOvertaken: boolean) => {
      if (!fields) return
      setLists((before) =>
        withFields(
          before,
          ids.filter((id) => !isSystemKey(id)),
          {
            loaded: fields,
            viewColumns,
            split: (all) => splitFields(all, rowCount),
            canLoadAll: rowCount <= maxWholeRows,
            isPending: (list) => pending.has(list),
            cancelsOvertaken,
            scrolls,
          },
        ),
      )
    },
    [setLists, fields, viewColumns, splitFields, maxWholeRows, rowCount, pending, scrolls],
  )
  const load = useCallback((ids: readonly string[]) => request(ids, false), [request])
  const loadVisible = useCallback((ids: readonly string[]) => request(ids, true), [request])
  return { rows, load, loadVisible, error, retry: refetch }
}

type ColumnsResult = UseQueryResult<RowPage, ApiError>

const combine = (results: ColumnsResult[]) => ({
  data: results.map((result) => result.data),
  error: results.find((result) => result.isError)?.error ?? null,
  refetch: () => results.filter((result) => result.isError).forEach((result) => void result.refetch()),
})

type LaterValues = Record<string, unknown> & Loadable

/** Fields of the server's own that belong to a column: the records of its files. */
const isOfColumn = (field: string) => !isSystemKey(field) || field === '_attachments'

/** Whether a later request brought a field that the row itself may lack. */
const isLoadedLater = (row: Row, field: string) =>
  isFullyLoaded(row) || (isOfColumn(field) && isFieldLoaded(row, field))

/** All values that later requests brought of each row, and which of its fields they loaded. */
function valuesByKey(pages: readonly (RowPage | undefined)[]): ReadonlyMap<RowKey, LaterValues> {
  const byKey = new Map<RowKey, LaterValues>()
  for (const row of pages.flatMap((page) => page?.results ?? [])) {
    const known = byKey.get(row._id) ?? {}
    for (const field in row) if (isLoadedLater(row, field)) known[field] = row[field]
    known[loadedFields] = uniteFields(known[loadedFields], row[loadedFields])
    byKey.set(row._id, known)
  }
  return byKey
}

interface RowGroup {
  keys: readonly RowKey[]
  rows: readonly Row[]
}

/** Rows that are requested together. */
function groupsOf(rows: readonly Row[], size: number): RowGroup[] {
  const groups: RowGroup[] = []
  for (let at = 0; at < rows.length; at += size) {
    const these = rows.slice(at, at + size)
    groups.push({ keys: these.map(({ _id }) => _id), rows: these })
  }
  return groups
}
