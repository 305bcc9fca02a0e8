import { IconArrowsDiagonal } from '@tabler/icons-react'
import { createContext, useContext, useMemo } from 'react'
import { Answer, NotLoaded } from '#/dataset/answers/Answer.tsx'
import { Thumbnail } from '#/dataset/answers/Thumbnail.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useRowTitle } from '#/dataset/answers/use-row-title.ts'
import type { AnswerColumn, DataColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { ariaSort } from '#/dataset/model/sort.ts'
import { submissionTimeOf, submittedBy } from '#/dataset/model/system-fields.ts'
import { answerOf } from '#/dataset/model/values.ts'
import type { RowSort } from '#/dataset/query/query.ts'
import { HeaderCheckbox, RowCheckbox } from '#/dataset/selection/RowCheckbox.tsx'
import { StatusCell } from '#/dataset/status/StatusControl.tsx'
import { ColumnHeader, ColumnPlaceholder } from '#/features/table/columns/ColumnHeader.tsx'
import { ColumnResizer } from '#/features/table/columns/ColumnResizer.tsx'
import { ColumnTotal, TotalsScope } from '#/features/table/columns/ColumnTotal.tsx'
import { CollapsedGroupHeader, GroupHeader } from '#/features/table/columns/GroupHeader.tsx'
import type { SizedColumn } from '#/features/table/columns/collapsed-groups.ts'
import { RepeatCount } from '#/features/table/repeats/RepeatCount.tsx'
import { isolate } from '#/lib/bidi.ts'
import { isFieldLoaded } from '#/lib/loaded-fields.ts'
import button from '#/ui/cell-button.module.css'
import type { GridContent } from '#/ui/grid/grid-types.ts'
import { RowLink, RowLinksContext } from './RowLink.tsx'
import classes from './table-cells.module.css'

interface OpenStatusMenu {
  /** `_id` of the row whose status menu is open. */
  id: number | null
  open: (id: number) => void
  close: () => void
}

export const OpenStatusMenuContext = createContext<OpenStatusMenu>({ id: null, open: () => {}, close: () => {} })

/** Labels: see `GridContent`. */
interface ContentOptions {
  /** The column of row titles. */
  title: DataColumn | undefined
  sort: RowSort | null
  loadingRowLabel: string
  unreadableRowLabel: string
  loadingCellLabel: string
}

/** The content of the table's headers and cells. */
export const gridContent = (options: ContentOptions): GridContent<Row, SizedColumn> => ({
  sectionHead: (column) => <GroupHeader column={column} />,
  head: (column) =>
    column.collapsedColumns ? (
      <CollapsedGroupHeader column={column} />
    ) : (
      <>
        <ColumnHeader column={column} />
        <ColumnResizer column={column} />
      </>
    ),
  headWhileScrolling: (column) =>
    column.collapsedColumns ? <CollapsedGroupHeader column={column} /> : <ColumnPlaceholder column={column} />,
  loadingRowLabel: options.loadingRowLabel,
  unreadableRowLabel: options.unreadableRowLabel,
  loadingCellLabel: options.loadingCellLabel,
  isCellLoading: ({ source, id, collapsedColumns }, row) =>
    !collapsedColumns && source !== 'system' && !isFieldLoaded(row, id),
  total: (column) => !column.collapsedColumns && <ColumnTotal column={column} />,
  totalsLabel: () => <TotalsScope />,
  alignsEnd: ({ kind, collapsedColumns }) => kind === 'number' && !collapsedColumns,
  sortDirection: (column) => (column.collapsedColumns ? undefined : ariaSort(column, options.sort)),
  rowCheckbox: (row, isSelected) => <RowCheckbox row={row} title={options.title} isSelected={isSelected} />,
  headerCheckbox: (state) => <HeaderCheckbox state={state} />,
  openButton: (row) => <OpenButton row={row} title={options.title} />,
  cell: (column, row) => {
    if (column.collapsedColumns) return null
    if (column.kind === 'status') return <TableStatus row={row} {...options} />
    if (column.id === options.title?.id) return <TableTitle row={row} {...options} />
    if (column.kind === 'id') return <NumberLink row={row} />
    if (column.source === 'system') return <SystemValue column={column} row={row} />
    if (column.kind === 'photo') return <Thumbnail column={column} row={row} entry={row} />
    if (column.kind === 'repeat') return <RepeatCount column={column} row={row} isCell />
    if (column.kind === 'point') return <PointAnswer column={column} row={row} />
    return <Answer column={column} entry={row} />
  },
})

interface CellProps extends ContentOptions {
  row: Row
}

function TableStatus({ row, title }: CellProps) {
  const { id, open, close } = useContext(OpenStatusMenuContext)
  return (
    <StatusCell
      row={row}
      title={useRowTitle(row, title)}
      isOpen={id === row._id}
      onOpen={() => open(row._id)}
      onClose={close}
    />
  )
}

function TableTitle({ row, title }: CellProps) {
  const name = useRowTitle(row, title)
  if (title?.kind === 'id') return <NumberLink row={row} />
  const isUnnamed = title?.source === 'question' && answerOf(row, title.id) === null
  return (
    <RowLink id={row._id} tabIndex={-1} className={classes.link} data-unnamed={isUnnamed || undefined}>
      <bdi>{name}</bdi>
    </RowLink>
  )
}

const NumberLink = ({ row }: { row: Row }) => (
  <RowLink id={row._id} tabIndex={-1} className={classes.link}>
    <bdi>{row._id}</bdi>
  </RowLink>
)

/** Opens the row. Not a tab stop, as the grid is one: the keyboard opens the active row with Space. */
function OpenButton({ row, title }: { row: Row; title: DataColumn | undefined }) {
  const { t } = useDisplay()
  const { onOpen } = useContext(RowLinksContext)
  const name = useRowTitle(row, title)
  const label = useMemo(() => t('panel.openNamed', { title: isolate(name) }), [t, name])
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.open}
      aria-label={label}
      title={t('panel.open')}
      onClick={() => onOpen(row._id)}
    >
      <IconArrowsDiagonal size={16} stroke={1.75} aria-hidden />
    </button>
  )
}

/** A point, as a button that opens the row: the panel has a map. */
function PointAnswer({ column, row }: { column: AnswerColumn; row: Row }) {
  const { onOpen } = useContext(RowLinksContext)
  if (answerOf(row, column.id) === null) return <Answer column={column} entry={row} />
  return (
    <button type="button" tabIndex={-1} className={button.button} data-link onClick={() => onOpen(row._id)}>
      <Answer column={column} entry={row} />
    </button>
  )
}

/** The value of a system column. */
export function SystemValue({ column, row }: { column: DataColumn; row: Row }) {
  const { t, format } = useDisplay()
  if (!isFieldLoaded(row, column.id)) return <NotLoaded />
  if (column.kind === 'submitted') {
    const time = submissionTimeOf(row)
    return time === undefined ? null : <bdi>{format.dateTime(time)}</bdi>
  }
  if (column.kind === 'id') return String(row._id)
  const username = submittedBy(row)
  return username ? <bdi>{username}</bdi> : <span className={classes.anonymous}>{t('answer.anonymous')}</span>
}
