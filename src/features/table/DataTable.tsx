import { useDirection } from '@mantine/core'
import {
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { type RefObject, useContext, useMemo, useState } from 'react'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { entriesOf } from '#/dataset/model/values.ts'
import type { TableColumns } from '#/dataset/model/visible-columns.ts'
import { placed, type Places } from '#/dataset/rows/sparse-rows.ts'
import { FoldingContext, type SizedColumn, withFolds } from '#/features/table/columns/collapsed-groups.ts'
import { ColumnMenuItemsContext } from '#/features/table/columns/column-menu.ts'
import { columnSize } from '#/features/table/columns/column-sizes.ts'
import { ColumnWidthsContext, useColumnWidths } from '#/features/table/columns/column-widths.ts'
import { SortingContext } from '#/features/table/columns/sort-context.ts'
import { useColumnMenuItems } from '#/features/table/columns/use-column-menu-items.ts'
import type { FindStore } from '#/features/table/find/find-store.ts'
import { OpenRepeatContext } from '#/features/table/repeats/repeat-dialog-context.ts'
import { ownProperty } from '#/lib/own-property.ts'
import type { GridScrollTarget } from '#/ui/grid/data-grid-props.ts'
import type { SharedValue } from '#/ui/store.ts'
import { TableGrid } from './TableGrid.tsx'
import { OpenStatusProvider, submissionsContent } from './table-cells.tsx'
import { useNeededColumns } from './use-load-visible-columns.ts'

interface DataTableProps {
  /** The table itself takes the focus. */
  ref: RefObject<HTMLDivElement | null>
  assetUid: string
  /** Those that are loaded. */
  rows: Submission[]
  /** Where they stand among all; `null` where they are all there are. */
  places: Places | null
  /** Hears which rows are in sight. */
  onSight: (first: number, last: number) => void
  /** The cell to go to. */
  goal: SharedValue<GridScrollTarget | null>
  find: FindStore
  columns: TableColumns
  /** Asks for the answers of further columns. */
  onAsk: (ids: readonly string[]) => void
  canValidate: boolean
  /** While other rows are on their way. */
  busy: boolean
  /** Names the rows shown: another page starts at its top. `null` while they are still the former ones. */
  page: string | null
  /** `_id` of the submission in the side panel. */
  openId: number | null
  onOpen: (id: number, how: 'keyboard' | 'mouse') => void
  /** Absent while no panel is open. */
  onClose: (() => void) | undefined
}

const features = tableFeatures({ columnVisibilityFeature, columnSizingFeature, columnPinningFeature })
const helper = createColumnHelper<typeof features, Submission>()

/** One page of submissions, a row each; rows and columns are drawn as they come into sight. */
export function DataTable(props: DataTableProps) {
  const { ref, assetUid, rows, places, onSight, goal, find, columns, onAsk, canValidate } = props
  const { busy, page, openId, onOpen, onClose } = props
  const { dir } = useDirection()
  const reading = useDisplay()
  const { t } = reading
  const { sort } = useContext(SortingContext)
  const openRepeat = useContext(OpenRepeatContext)
  const [openStatus, setOpenStatus] = useState<number | null>(null)

  const sizing = useColumnWidths(assetUid)
  const { widths } = sizing
  const items = useColumnMenuItems(columns.chosen, sizing)
  const byId = useMemo(
    () => new Map([...columns.frozen, ...columns.rest].map((column) => [column.id, column])),
    [columns],
  )
  const definitions = useMemo(
    () =>
      [...byId.values()].map((column) =>
        // Cells read their answer from the row itself: an accessor's cache for each would cost too much.
        helper.display({
          id: column.id,
          size: ownProperty(widths, column.id) ?? columnSize(column, columnName(column, reading)),
        }),
      ),
    [byId, reading, widths],
  )
  const state = useMemo(() => ({ columnPinning: { start: columns.frozen.map(({ id }) => id), end: [] } }), [columns])
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: ({ _id }) => String(_id),
    state,
  })
  const frozen = useSized(table.getStartVisibleLeafColumns(), byId)
  const unfolded = useSized(table.getCenterVisibleLeafColumns(), byId)
  const { folded, fold } = useContext(FoldingContext)
  const rest = useMemo(() => withFolds(unfolded, folded), [unfolded, folded])

  const content = useMemo(
    () =>
      submissionsContent({
        assetUid,
        title: columns.title,
        canValidate,
        sort,
        onOpen,
        waiting: t('rows.waiting'),
        odd: t('rows.odd'),
        coming: t('answer.coming'),
      }),
    [assetUid, columns, canValidate, sort, onOpen, t],
  )
  const open = useMemo(
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
  const onAcross = useNeededColumns({ frozen, rest, rows, ask: onAsk })
  const all = useMemo(() => placed(rows, places), [rows, places])
  const openRow = all.placeOf(({ _id }) => _id === openId)

  return (
    <OpenStatusProvider value={open}>
      <ColumnWidthsContext value={sizing}>
        <ColumnMenuItemsContext value={items}>
          <TableGrid
            key={dir}
            ref={ref}
            label={t('title')}
            content={content}
            rows={all}
            loaded={rows}
            onSight={onSight}
            onAcross={onAcross}
            onAsk={onAsk}
            goal={goal}
            find={find}
            rowKey={keyOf}
            frozen={frozen}
            columns={rest}
            isRtl={dir === 'rtl'}
            busy={busy}
            page={page}
            openRow={openRow < 0 ? null : openRow}
            onOpen={({ _id }, how) => onOpen(_id, how)}
            onEnter={(column, row) => {
              if (column.folds) fold(column.section.key, false)
              else if (column.kind === 'status' && canValidate) setOpenStatus(row._id)
              else if (column.kind === 'repeat' && entriesOf(row, column.id).length > 0) openRepeat(column, row)
              else return false
              return true
            }}
            onEscape={onClose}
          />
        </ColumnMenuItemsContext>
      </ColumnWidthsContext>
    </OpenStatusProvider>
  )
}

const keyOf = ({ _id }: Submission) => _id

interface SizedLeaf {
  id: string
  getSize: () => number
}

/** The table's columns as the grid draws them; the same list as long as nothing about them changed. */
function useSized(leaves: readonly SizedLeaf[], byId: ReadonlyMap<string, SubmissionColumn>): SizedColumn[] {
  return useMemo(
    () =>
      leaves.flatMap((leaf) => {
        const column = byId.get(leaf.id)
        return column ? [sizedOf(column, leaf.getSize())] : []
      }),
    [leaves, byId],
  )
}

const sized = new WeakMap<SubmissionColumn, SizedColumn>()

/** The same object for the same size: while one column is made wider, cells of the others need not be drawn again. */
function sizedOf(column: SubmissionColumn, size: number): SizedColumn {
  const known = sized.get(column)
  if (known?.size === size) return known
  const next = { ...column, size }
  sized.set(column, next)
  return next
}
