import { createSafeContext } from '@mantine/core'
import type { RefObject } from 'react'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import type { RowKey } from '#/dataset/model/row.ts'
import type { RowFilter } from '#/dataset/query/filter.ts'
import type { DatasetQuery } from '#/dataset/query/query.ts'
import type { DatasetColumns } from '#/dataset/rows/use-columns.ts'
import type { DatasetRows } from '#/dataset/rows/use-rows.ts'
import type { VisibleRangeStore } from '#/dataset/rows/visible-range.ts'
import type { TotalsState } from '#/dataset/summary/use-totals.ts'
import type { FindStore } from '#/features/table/find/find-store.ts'
import type { GridScrollTarget } from '#/ui/grid/data-grid-props.ts'
import type { SharedValue } from '#/ui/shared-value.ts'

/** The frame around the rows of a project: what its toolbar, notices, area and footer share. */
export interface Workspace {
  asset: Asset
  query: DatasetQuery
  /** `replace`: the way back skips what was before. */
  setQuery: (query: DatasetQuery, options: { replace: boolean }) => void
  /** Shows the first page of what this filter finds. */
  setFilter: (filter: RowFilter) => void
  dataset: DatasetRows
  columns: DatasetColumns
  /** Those of the table, in its order. */
  visibleColumns: readonly DataColumn[]
  totals: TotalsState
  /** The table, to give the focus back to. */
  table: RefObject<HTMLDivElement | null>
  visibleRange: VisibleRangeStore
  /** The cell that the table is to scroll to. */
  scrollTarget: SharedValue<GridScrollTarget | null>
  find: FindStore
  /** The column for which the filter is to open with a new condition; `null` for none. */
  requestedFilterField: string | null
  setRequestedFilterField: (columnId: string | null) => void
  openRow: (key: RowKey) => void
  closeRow: () => void
}

export const [WorkspaceProvider, useWorkspace] = createSafeContext<Workspace>('No WorkspaceProvider around this')
