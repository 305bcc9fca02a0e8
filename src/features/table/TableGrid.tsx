import { VisuallyHidden } from '@mantine/core'
import { type ComponentProps, useContext, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import { editProblemOf } from '#/dataset/inputs/edit-problem.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { useSelection } from '#/dataset/selection/selection.ts'
import { useGridSelection } from '#/dataset/selection/use-grid-selection.ts'
import { AggregatedRowsContext } from '#/dataset/summary/column-summary.ts'
import { CollapsedGroupsContext, type SizedColumn } from '#/features/table/columns/collapsed-groups.ts'
import { OpenColumnMenuContext } from '#/features/table/columns/column-menu.ts'
import { type FindStore, highlightsOf, openFind, useFind } from '#/features/table/find/find-store.ts'
import { notify } from '#/ui/feedback/notify.ts'
import { DataGrid } from '#/ui/grid/DataGrid.tsx'
import type { GridCell } from '#/ui/grid/cell-navigation.ts'
import type { GridRange } from '#/ui/grid/cell-range.ts'
import type { FindKey, RowMenuRequest } from '#/ui/grid/data-grid-props.ts'
import { FIRST_DATA_COLUMN } from '#/ui/grid/grid-types.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { useDelayedPreload } from '#/ui/use-delayed-preload.ts'
import { useCopy } from './use-copy.ts'

const RowMenu = lazyPart(async () => (await import('./RowMenu.tsx')).RowMenu, { namespaces: ['shortcuts'] })

type TableGridProps = Omit<
  ComponentProps<typeof DataGrid<Row, SizedColumn>>,
  'selection' | 'onCopy' | 'onEdit' | 'onColumnMenu' | 'onRowMenu' | 'onFind' | 'highlights' | 'children'
> & {
  find: FindStore
  /** The column of row titles. */
  title: DataColumn
  /** Whether answers can be edited by this user, and how. */
  editing: { isAllowed: boolean; onEdit: (column: DataColumn, row: Row) => void }
  /** F2 on a cell that has an action of its own. Returns false for other cells. */
  onEditOther: (column: SizedColumn, row: Row) => boolean
  /** The loaded rows. */
  loaded: readonly Row[]
  /** Loads columns that are not loaded. */
  onLoadColumns: (ids: readonly string[]) => void
}

/** Rows to aggregate in the first render: cells are shown before totals. */
const NO_ROWS: readonly Row[] = []

/**
 * The grid with selection, copying, column menus and search. Separate from `DataTable`, so that selecting a row does not
 * compute the columns again.
 */
export function TableGrid(props: TableGridProps) {
  const { loaded, find, title, editing, onEditOther, onLoadColumns, ...grid } = props
  useDelayedPreload(RowMenu.preload)
  const { rows, frozen, columns } = grid
  const all = useMemo(() => [...frozen, ...columns], [frozen, columns])
  const copy = useCopy({ rows, columns: all, firstColumn: FIRST_DATA_COLUMN, loadColumns: onLoadColumns })
  const selection = useGridSelection(loaded)
  const { clear } = useSelection()
  const highlights = useFind(find, highlightsOf)
  const { setCollapsed } = useContext(CollapsedGroupsContext)
  const [openMenuId, setOpenMenuId] = useState<string | null>(null)
  const menu = useMemo(
    () => ({
      id: openMenuId,
      open: setOpenMenuId,
      close: () => {
        setOpenMenuId(null)
        grid.ref.current?.focus({ preventScroll: true })
      },
      copy: ({ id }: DataColumn) => {
        const index = FIRST_DATA_COLUMN + all.findIndex((column) => column.id === id)
        copy({ top: 0, bottom: rows.length - 1, left: index, right: index })
      },
    }),
    [openMenuId, grid.ref, all, rows, copy],
  )
  const { t } = useDisplay()
  const [rowMenu, setRowMenu] = useState<RowMenuRequest<Row, SizedColumn> | null>(null)
  const editProblem = (column: DataColumn) => {
    const problem = editing.isAllowed ? editProblemOf(column) : 'permission'
    return problem && t(`edit.problem.${problem}`)
  }
  const openColumnMenu = ({ id, collapsedColumns, section }: SizedColumn) =>
    collapsedColumns ? setCollapsed(section.key, false) : setOpenMenuId(id)
  return (
    <OpenColumnMenuContext value={menu}>
      <AggregatedRowsContext value={useDeferredValue(loaded, NO_ROWS)}>
        <DataGrid
          {...grid}
          onEscape={grid.onEscape ?? clear}
          selection={selection}
          onCopy={copy}
          onEdit={(column, row) => {
            if (onEditOther(column, row)) return
            const problem = editProblem(column)
            if (problem === null) editing.onEdit(column, row)
            else void notify({ message: problem })
          }}
          onColumnMenu={openColumnMenu}
          onRowMenu={setRowMenu}
          onFind={(command) => onFind(find, command)}
          highlights={highlights}
        >
          {({ active, range }) => (
            <>
              <RangeStatus range={range} />
              <FindStart
                find={find}
                active={active}
                columnId={active ? all[active.column - FIRST_DATA_COLUMN]?.id : undefined}
              />
            </>
          )}
        </DataGrid>
        {rowMenu && (
          <RowMenu
            request={rowMenu}
            title={title}
            lastColumn={FIRST_DATA_COLUMN + all.length - 1}
            isSelected={selection.has(rowMenu.row)}
            editProblem={rowMenu.column && editProblem(rowMenu.column)}
            onEdit={editing.onEdit}
            onToggle={(row) => selection.set([row], !selection.has(row))}
            onCopy={copy}
            onColumnMenu={openColumnMenu}
            onClose={() => {
              setRowMenu(null)
              grid.ref.current?.focus({ preventScroll: true })
            }}
          />
        )}
      </AggregatedRowsContext>
    </OpenColumnMenuContext>
  )
}

function onFind(find: FindStore, command: FindKey): boolean {
  if (command === 'open') openFind(find)
  else find.get().step?.(command === 'next')
  return command === 'open' || find.get().step !== null
}

interface FindStartProps {
  find: FindStore
  active: GridCell | null
  columnId: string | undefined
}

/** Makes the active cell the start of the search. */
function FindStart({ find, active, columnId = '' }: FindStartProps) {
  const rowIndex = active?.row
  useEffect(() => {
    const { current } = find.get()
    if (rowIndex === undefined || (current?.rowIndex === rowIndex && current.columnId === columnId)) return
    find.set({ ...find.get(), current: { rowIndex, columnId } })
  }, [find, rowIndex, columnId])
  return null
}

/** Announces how many cells are selected as a range. */
function RangeStatus({ range }: { range: GridRange | null }) {
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
