import { createContext, useContext } from 'react'
import { isFieldLoaded } from '#/api/kpi/submissions/loaded-fields.ts'
import type { SubmissionSort } from '#/api/kpi/submissions/request.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { submissionTimeOf, submittedBy } from '#/api/kpi/submissions/system-fields.ts'
import { Answer, NotLoaded } from '#/dataset/answers/Answer.tsx'
import { Thumbnail } from '#/dataset/answers/Thumbnail.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useRowTitle } from '#/dataset/answers/use-row-title.ts'
import type { AnswerColumn, SubmissionColumn } from '#/dataset/model/columns.ts'
import { ariaSort } from '#/dataset/model/sort.ts'
import { answerOf } from '#/dataset/model/values.ts'
import { HeaderCheckbox, RowCheckbox } from '#/dataset/selection/SelectionCheckbox.tsx'
import { StatusCell } from '#/dataset/status/StatusControl.tsx'
import { ColumnHeader, ColumnPlaceholder } from '#/features/table/columns/ColumnHeader.tsx'
import { ColumnResizer } from '#/features/table/columns/ColumnResizer.tsx'
import { ColumnTotal, TotalsReach } from '#/features/table/columns/ColumnTotal.tsx'
import { FoldedHead, GroupHeader } from '#/features/table/columns/GroupHeader.tsx'
import type { SizedColumn } from '#/features/table/columns/collapsed-groups.ts'
import { RepeatCount } from '#/features/table/repeats/RepeatCount.tsx'
import type { GridContent } from '#/ui/grid/grid-types.ts'
import classes from './table-cells.module.css'

interface OpenStatus {
  /** `_id` of the submission whose menu of statuses is open. */
  id: number | null
  open: (id: number) => void
  close: () => void
}

const OpenStatusContext = createContext<OpenStatus>({ id: null, open: () => {}, close: () => {} })
export const OpenStatusProvider = OpenStatusContext

interface ContentOptions {
  assetUid: string
  /** The column that names each submission. */
  title: SubmissionColumn | undefined
  canValidate: boolean
  sort: SubmissionSort | null
  onOpen: (id: number, how: 'keyboard' | 'mouse') => void
  /** What a screen reader says of a row that has not come yet. */
  waiting: string
  /** What stands in a row that cannot be read. */
  odd: string
  /** What it says of an answer that has not come yet. */
  coming: string
}

/** What stands in the table's heads and cells. */
export const submissionsContent = (options: ContentOptions): GridContent<Submission, SizedColumn> => ({
  sectionHead: (column) => <GroupHeader column={column} />,
  head: (column) =>
    column.folds ? (
      <FoldedHead column={column} />
    ) : (
      <>
        <ColumnHeader column={column} />
        <ColumnResizer column={column} />
      </>
    ),
  headInPassing: (column) => (column.folds ? <FoldedHead column={column} /> : <ColumnPlaceholder column={column} />),
  waiting: options.waiting,
  odd: options.odd,
  coming: options.coming,
  isComing: ({ source, id, folds }, row) => !folds && source !== 'system' && !isFieldLoaded(row, id),
  total: (column) => !column.folds && <ColumnTotal column={column} />,
  totalsReach: () => <TotalsReach />,
  alignsEnd: ({ kind, folds }) => kind === 'number' && !folds,
  sortOf: (column) => (column.folds ? undefined : ariaSort(column, options.sort)),
  tick: (row, isTicked) => <RowCheckbox row={row} title={options.title} isTicked={isTicked} />,
  tickHead: (state) => <HeaderCheckbox state={state} />,
  cell: (column, row) => {
    if (column.folds) return null
    if (column.kind === 'status') return <TableStatus row={row} {...options} />
    if (column.id === options.title?.id) return <TableTitle row={row} {...options} />
    if (column.source === 'system') return <SystemValue column={column} row={row} />
    if (column.kind === 'photo') return <Thumbnail column={column} submission={row} row={row} />
    if (column.kind === 'repeat') return <RepeatCount column={column} row={row} isCell />
    if (column.kind === 'place') return <PlaceAnswer column={column} row={row} {...options} />
    return <Answer column={column} row={row} />
  },
})

interface CellProps extends ContentOptions {
  row: Submission
}

function TableStatus({ row, assetUid, title, canValidate }: CellProps) {
  const { id, open, close } = useContext(OpenStatusContext)
  return (
    <StatusCell
      assetUid={assetUid}
      submission={row}
      title={useRowTitle(row, title)}
      canValidate={canValidate}
      isOpen={id === row._id}
      onOpen={() => open(row._id)}
      onClose={close}
    />
  )
}

function TableTitle({ row, title, onOpen }: CellProps) {
  const name = useRowTitle(row, title)
  const isUnnamed = title?.source === 'question' && answerOf(row, title.id) === null
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.title}
      data-unnamed={isUnnamed || undefined}
      onClick={() => onOpen(row._id, 'mouse')}
    >
      <bdi>{title?.kind === 'id' ? row._id : name}</bdi>
    </button>
  )
}

/** A place has more to show: it opens beside the table. */
function PlaceAnswer({ column, row, onOpen }: CellProps & { column: AnswerColumn }) {
  if (answerOf(row, column.id) === null) return <Answer column={column} row={row} />
  return (
    <button type="button" tabIndex={-1} className={classes.title} data-link onClick={() => onOpen(row._id, 'mouse')}>
      <Answer column={column} row={row} />
    </button>
  )
}

/** What the server adds to each submission. */
export function SystemValue({ column, row }: { column: SubmissionColumn; row: Submission }) {
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
