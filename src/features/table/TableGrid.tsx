import { VisuallyHidden } from '@mantine/core'
import { type ComponentProps, useContext, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { useSelection } from '#/dataset/selection/selection.ts'
import { useGridSelection } from '#/dataset/selection/use-grid-selection.ts'
import { SummedRowsContext } from '#/dataset/summary/column-summary.ts'
import { FoldingContext, type SizedColumn } from '#/features/table/columns/collapsed-groups.ts'
import { OpenColumnMenuContext } from '#/features/table/columns/column-menu.ts'
import { type FindStore, highlightsOf, openFind, useFind } from '#/features/table/find/find-store.ts'
import { DataGrid } from '#/ui/grid/DataGrid.tsx'
import type { GridCell } from '#/ui/grid/cell-navigation.ts'
import type { GridRange } from '#/ui/grid/cell-range.ts'
import type { FindKey } from '#/ui/grid/data-grid-props.ts'
import { LEAD } from '#/ui/grid/grid-types.ts'
import { useCopy } from './use-copy.ts'

type SubmissionsGridProps = Omit<
  ComponentProps<typeof DataGrid<Submission, SizedColumn>>,
  'ticks' | 'onCopy' | 'onMenu' | 'onFind' | 'found' | 'children'
> & {
  find: FindStore
  /** Those of the rows that have come. */
  loaded: readonly Submission[]
  /** Asks for the answers of further columns. */
  onAsk: (ids: readonly string[]) => void
}

/** Nothing is summed up in the first frame: the answers are seen before their figures. */
const NONE: readonly Submission[] = []

/** The grid with the manners of a spreadsheet, apart from the columns: a tick does not lay out a thousand anew. */
export function TableGrid({ loaded, find, onAsk, ...grid }: SubmissionsGridProps) {
  const { rows, frozen, columns } = grid
  const all = useMemo(() => [...frozen, ...columns], [frozen, columns])
  const copy = useCopy({ rows, columns: all, lead: LEAD, ask: onAsk })
  const ticks = useGridSelection(loaded)
  const { clear } = useSelection()
  const found = useFind(find, highlightsOf)
  const { fold } = useContext(FoldingContext)
  const [menuOf, setMenuOf] = useState<string | null>(null)
  const menu = useMemo(
    () => ({
      id: menuOf,
      open: setMenuOf,
      close: () => {
        setMenuOf(null)
        grid.ref.current?.focus({ preventScroll: true })
      },
      copy: ({ id }: SubmissionColumn) => {
        const at = LEAD + all.findIndex((column) => column.id === id)
        copy({ top: 0, bottom: rows.length - 1, left: at, right: at })
      },
    }),
    [menuOf, grid.ref, all, rows, copy],
  )
  return (
    <OpenColumnMenuContext value={menu}>
      <SummedRowsContext value={useDeferredValue(loaded, NONE)}>
        <DataGrid
          {...grid}
          onEscape={grid.onEscape ?? clear}
          ticks={ticks}
          onCopy={copy}
          onMenu={({ id, folds, section }) => (folds ? fold(section.key, false) : setMenuOf(id))}
          onFind={(what) => onFind(find, what)}
          found={found}
        >
          {({ active, range }) => (
            <>
              <MarkedCells range={range} />
              <FoundFrom find={find} active={active} columnId={active ? all[active.column - LEAD]?.id : undefined} />
            </>
          )}
        </DataGrid>
      </SummedRowsContext>
    </OpenColumnMenuContext>
  )
}

function onFind(find: FindStore, what: FindKey): boolean {
  if (what === 'open') openFind(find)
  else find.get().step?.(what === 'next')
  return what === 'open' || find.get().step !== null
}

interface FoundFromProps {
  find: FindStore
  active: GridCell | null
  columnId: string | undefined
}

/** What is looked for is looked for from the current cell on. */
function FoundFrom({ find, active, columnId = '' }: FoundFromProps) {
  const place = active?.row
  useEffect(() => {
    const { at } = find.get()
    if (place === undefined || (at?.place === place && at.columnId === columnId)) return
    find.set({ ...find.get(), at: { place, columnId } })
  }, [find, place, columnId])
  return null
}

/** Says how many cells are marked. */
function MarkedCells({ range }: { range: GridRange | null }) {
  const { t } = useDisplay()
  return (
    <VisuallyHidden role="status">
      {range &&
        t('copy.marked', {
          rows: t('copy.rows', { count: range.bottom - range.top + 1 }),
          columns: t('copy.columns', { count: range.right - range.left + 1 }),
        })}
    </VisuallyHidden>
  )
}
