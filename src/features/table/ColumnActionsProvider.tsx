import { type ReactNode, useMemo } from 'react'
import { type ColumnLayout, toChoice } from '#/dataset/model/column-order.ts'
import type { SubmissionsViewState } from '#/dataset/query/query.ts'
import type { ViewColumns } from '#/dataset/rows/use-columns.ts'
import { TotalsContext, type TotalsState } from '#/dataset/summary/use-totals.ts'
import { FoldingContext } from '#/features/table/columns/collapsed-groups.ts'
import { FilterByContext } from '#/features/table/columns/column-menu.ts'
import { ArrangeContext } from '#/features/table/columns/use-column-menu-items.ts'

interface ColumnActionsProviderProps {
  view: SubmissionsViewState
  onView: (view: SubmissionsViewState, options: { replace: boolean }) => void
  columns: ViewColumns
  figures: TotalsState
  /** Opens the filter with a line for a column. */
  onFilterBy: (field: string) => void
  children: ReactNode
}

/** What a column's head and menu do to the view: filter by it, arrange it, fold its group, sum it up. */
export function ColumnActionsProvider({
  view,
  onView,
  columns,
  figures,
  onFilterBy,
  children,
}: ColumnActionsProviderProps) {
  const arrange = (next: ColumnLayout) => {
    const choice = toChoice(next, { usual: columns.table.usual, all: columns.ordered, lasting: columns.lasting })
    onView({ ...view, ...choice }, { replace: true })
  }
  const folding = useMemo(
    () => ({
      folded: new Set(view.folded),
      fold: (key: string, isFolded: boolean) => {
        const others = view.folded.filter((other) => other !== key)
        onView({ ...view, folded: isFolded ? [...others, key] : others }, { replace: true })
      },
    }),
    [view, onView],
  )
  return (
    <FilterByContext value={onFilterBy}>
      <ArrangeContext value={arrange}>
        <FoldingContext value={folding}>
          <TotalsContext value={figures}>{children}</TotalsContext>
        </FoldingContext>
      </ArrangeContext>
    </FilterByContext>
  )
}
