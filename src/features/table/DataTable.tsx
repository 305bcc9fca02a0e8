import { useDirection } from '@mantine/core'
import { type RefObject, useContext, useMemo, useState } from 'react'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { type Display, useDisplay } from '#/dataset/answers/display.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { entriesOf } from '#/dataset/model/values.ts'
import type { TableColumns } from '#/dataset/model/visible-columns.ts'
import { useRowSource } from '#/dataset/provider/row-source.ts'
import { type RowPositions, toSparseRows } from '#/dataset/rows/sparse-rows.ts'
import { CollapsedGroupsContext, type SizedColumn, collapseGroups } from '#/features/table/columns/collapsed-groups.ts'
import { ColumnMenuItemsContext } from '#/features/table/columns/column-menu.ts'
import { defaultWidth } from '#/features/table/columns/column-widths.ts'
import { type ColumnWidths, ColumnWidthsContext, useColumnWidths } from '#/features/table/columns/column-widths.ts'
import { SortingContext } from '#/features/table/columns/sort-context.ts'
import { useColumnMenuItems } from '#/features/table/columns/use-column-menu-items.ts'
import type { FindStore } from '#/features/table/find/find-store.ts'
import { OpenRepeatContext } from '#/features/table/repeats/repeat-dialog-context.ts'
import { ownProperty } from '#/lib/own-property.ts'
import type { GridScrollTarget } from '#/ui/grid/data-grid-props.ts'
import type { SharedValue } from '#/ui/shared-value.ts'
import { RowLinksContext } from './RowLink.tsx'
import { TableGrid } from './TableGrid.tsx'
import { OpenStatusMenuContext, gridContent } from './table-cells.tsx'
import { useLoadVisibleColumns } from './use-load-visible-columns.ts'

/** Editing the answers of rows. */
export interface TableEditing {
  /** Whether the user has permission. */
  isAllowed: boolean
  onEdit: (column: DataColumn, row: Row) => void
}

interface DataTableProps {
  /** The grid element, which takes the focus. */
  ref: RefObject<HTMLDivElement | null>
  /** The loaded rows. */
  rows: readonly Row[]
  /** Their positions among all rows; `null` if they are all rows. */
  positions: RowPositions | null
  /** Called with the indexes of the first and last visible row. */
  onVisibleRangeChange: (first: number, last: number) => void
  /** The cell to scroll to. */
  scrollTarget: SharedValue<GridScrollTarget | null>
  find: FindStore
  columns: TableColumns
  /** Loads columns, to copy them. */
  onLoadColumns: (ids: readonly string[]) => void
  /** Called with columns that are visible but not loaded. */
  onVisibleColumns: (ids: readonly string[]) => void
  /** Whether other rows are loading. */
  busy: boolean
  /** Identifies the rows: another page starts at its top. `null` while they are those of the former page. */
  page: string | null
  /** `_id` of the row in the side panel. */
  openId: number | null
  onOpen: (id: number, how: 'keyboard' | 'mouse') => void
  /** The address of a row's own page; `null` where rows have none. */
  hrefOf: ((id: number) => string) | null
  editing: TableEditing
  /** `undefined` while no panel is open. */
  onClose: (() => void) | undefined
}

/** The rows as a grid. Only visible rows and columns are rendered. */
export function DataTable(props: DataTableProps) {
  const { ref, rows, positions, onVisibleRangeChange, scrollTarget, find, columns, onLoadColumns, onVisibleColumns } =
    props
  const { busy, page, openId, onOpen, hrefOf, editing, onClose } = props
  const { dir } = useDirection()
  const source = useRowSource()
  const display = useDisplay()
  const { t } = display
  const { sort } = useContext(SortingContext)
  const openRepeat = useContext(OpenRepeatContext)
  const [openStatus, setOpenStatus] = useState<number | null>(null)

  const columnWidths = useColumnWidths(source.id)
  const { widths } = columnWidths
  const menuItems = useColumnMenuItems(columns.layout, columnWidths)
  const frozen = useMemo(() => withSizes(columns.frozen, widths, display), [columns.frozen, widths, display])
  const expanded = useMemo(() => withSizes(columns.rest, widths, display), [columns.rest, widths, display])
  const { collapsed, setCollapsed } = useContext(CollapsedGroupsContext)
  const rest = useMemo(() => collapseGroups(expanded, collapsed), [expanded, collapsed])

  const content = useMemo(
    () =>
      gridContent({
        title: columns.title,
        sort,
        loadingRowLabel: t('rows.loading'),
        unreadableRowLabel: t('rows.unreadable'),
        loadingCellLabel: t('answer.loading'),
      }),
    [columns, sort, t],
  )
  const links = useMemo(() => ({ hrefOf, onOpen: (id: number) => onOpen(id, 'mouse') }), [hrefOf, onOpen])
  const statusMenu = useMemo(
    () => ({
      id: openStatus,
      open: setOpenStatus,
      close: () => {
        setOpenStatus(null)
        ref.current?.focus({ preventScroll: true })
      },
    }),
    [openStatus, ref],
  )
  const onVisibleColumnsChange = useLoadVisibleColumns({ frozen, rest, rows, loadColumns: onVisibleColumns })
  const all = useMemo(() => toSparseRows(rows, positions), [rows, positions])
  const openRow = all.indexOf(({ _id }) => _id === openId)

  /** Returns false if the cell is neither a collapsed group nor a status that can be changed. */
  const enterControl = (column: SizedColumn, row: Row) => {
    if (column.collapsedColumns) setCollapsed(column.section.key, false)
    else if (column.kind === 'status' && source.status) setOpenStatus(row._id)
    else return false
    return true
  }

  return (
    <OpenStatusMenuContext value={statusMenu}>
      <ColumnWidthsContext value={columnWidths}>
        <ColumnMenuItemsContext value={menuItems}>
          <RowLinksContext value={links}>
            <TableGrid
              key={dir}
              ref={ref}
              label={t('title')}
              content={content}
              rows={all}
              loaded={rows}
              onVisibleRowsChange={onVisibleRangeChange}
              onVisibleColumnsChange={onVisibleColumnsChange}
              onLoadColumns={onLoadColumns}
              scrollTarget={scrollTarget}
              find={find}
              rowKey={rowKeyOf}
              frozen={frozen}
              columns={rest}
              isRtl={dir === 'rtl'}
              busy={busy}
              resetKey={page}
              openRow={openRow < 0 ? null : openRow}
              onOpen={({ _id }, how) => onOpen(_id, how)}
              onEnter={(column, row) => {
                if (enterControl(column, row)) return true
                if (column.kind !== 'repeat' || entriesOf(row, column.id).length === 0) return false
                openRepeat(column, row)
                return true
              }}
              title={columns.title}
              editing={editing}
              onEditOther={enterControl}
              onEscape={onClose}
            />
          </RowLinksContext>
        </ColumnMenuItemsContext>
      </ColumnWidthsContext>
    </OpenStatusMenuContext>
  )
}

const rowKeyOf = ({ _id }: Row) => _id

/** The columns with their widths: those that are stored, or else the defaults. */
const withSizes = (columns: readonly DataColumn[], widths: ColumnWidths['widths'], display: Display) =>
  columns.map((column) =>
    sizedOf(column, ownProperty(widths, column.id) ?? defaultWidth(column, columnName(column, display))),
  )

const sized = new WeakMap<DataColumn, SizedColumn>()

/** The same object for the same size, so that resizing one column does not render cells of the others again. */
function sizedOf(column: DataColumn, size: number): SizedColumn {
  const known = sized.get(column)
  if (known?.size === size) return known
  const next = { ...column, size }
  sized.set(column, next)
  return next
}
