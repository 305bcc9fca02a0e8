import { type ReactNode, useMemo } from 'react'
import { type ColumnLayout, toColumnChoice } from '#/dataset/model/column-order.ts'
import type { DatasetQuery } from '#/dataset/query/query.ts'
import type { DatasetColumns } from '#/dataset/rows/use-columns.ts'
import { TotalsContext, type TotalsState } from '#/dataset/summary/use-totals.ts'
import { CollapsedGroupsContext } from '#/features/table/columns/collapsed-groups.ts'
import { FilterByContext, SetLayoutContext } from '#/features/table/columns/column-menu.ts'

interface ColumnActionsProviderProps {
  query: DatasetQuery
  onQueryChange: (query: DatasetQuery, options: { replace: boolean }) => void
  columns: DatasetColumns
  totals: TotalsState
  /** Opens the filter with a new condition for a column. */
  onFilterBy: (field: string) => void
  children: ReactNode
}

/** The contexts of column headers and menus: filtering, layout, collapsed groups and totals. */
export function ColumnActionsProvider({
  query,
  onQueryChange,
  columns,
  totals,
  onFilterBy,
  children,
}: ColumnActionsProviderProps) {
  const setLayout = (layout: ColumnLayout) => {
    const choice = toColumnChoice(layout, {
      defaults: columns.table.defaults,
      all: columns.ordered,
      stableCount: columns.stableCount,
    })
    onQueryChange({ ...query, ...choice }, { replace: true })
  }
  const collapsedGroups = useMemo(
    () => ({
      collapsed: new Set(query.collapsed),
      setCollapsed: (key: string, isCollapsed: boolean) => {
        const others = query.collapsed.filter((other) => other !== key)
        onQueryChange({ ...query, collapsed: isCollapsed ? [...others, key] : others }, { replace: true })
      },
    }),
    [query, onQueryChange],
  )
  return (
    <FilterByContext value={onFilterBy}>
      <SetLayoutContext value={setLayout}>
        <CollapsedGroupsContext value={collapsedGroups}>
          <TotalsContext value={totals}>{children}</TotalsContext>
        </CollapsedGroupsContext>
      </SetLayoutContext>
    </FilterByContext>
  )
}
