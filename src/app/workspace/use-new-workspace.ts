import { useEffect, useMemo, useRef, useState } from 'react'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Display } from '#/dataset/answers/display.ts'
import type { RowFilter } from '#/dataset/query/filter.ts'
import { pageCount } from '#/dataset/query/query.ts'
import { useColumns } from '#/dataset/rows/use-columns.ts'
import { useRows } from '#/dataset/rows/use-rows.ts'
import { useVisibleRangeStore } from '#/dataset/rows/visible-range.ts'
import type { RowSource } from '#/dataset/sources/source.ts'
import { useTotals } from '#/dataset/summary/use-totals.ts'
import { useNewFind } from '#/features/table/find/find-store.ts'
import type { GridScrollTarget } from '#/ui/grid/data-grid-props.ts'
import { useSharedValue } from '#/ui/shared-value.ts'
import type { Workspace } from './workspace-context.ts'

interface WorkspaceOptions extends Pick<Workspace, 'query' | 'setQuery' | 'openRow' | 'closeRow'> {
  asset: Asset
  source: RowSource
  display: Display
}

/** Loads what a query describes, and holds what the parts of the workspace share. */
export function useNewWorkspace(options: WorkspaceOptions): Workspace {
  const { asset, source, display, query, setQuery, openRow, closeRow } = options
  const dataset = useRows(source, query)
  const columns = useColumns(dataset, query)
  const { table: tableColumns } = columns
  const visibleColumns = useMemo(() => [...tableColumns.frozen, ...tableColumns.rest], [tableColumns])
  const totals = useTotals(dataset, { visibleColumns, display })
  const visibleRange = useVisibleRangeStore()
  const scrollTarget = useSharedValue<GridScrollTarget | null>(null)
  const find = useNewFind()
  const table = useRef<HTMLDivElement>(null)
  const [filterRequest, requestFilter] = useState<string | null>(null)

  // Rows may have been deleted since the address was made.
  const { count } = dataset.result
  const lastPage =
    count === null || dataset.load.isPlaceholder || dataset.pages.scrolls ? null : pageCount(count, query.size)
  useEffect(() => {
    if (lastPage !== null && query.page > lastPage) setQuery({ ...query, page: lastPage }, { replace: true })
  }, [lastPage, query, setQuery])

  return {
    asset,
    query,
    setQuery,
    setFilter: (filter: RowFilter) => setQuery({ ...query, filter, page: 1, submission: null }, { replace: false }),
    dataset,
    columns,
    visibleColumns,
    totals,
    table,
    visibleRange,
    scrollTarget,
    find,
    requestedFilterField: filterRequest,
    setRequestedFilterField: requestFilter,
    openRow,
    closeRow,
  }
}
