import { useContext } from 'react'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { Answer } from '#/dataset/answers/Answer.tsx'
import type { AnswerColumn } from '#/dataset/model/columns.ts'
import { entriesOf } from '#/dataset/model/values.ts'
import classes from './RepeatCount.module.css'
import { OpenRepeatContext } from './repeat-dialog-context.ts'

interface RepeatCountProps {
  column: AnswerColumn
  row: Submission
  /** In a grid, which is one stop for Tab. */
  isCell?: boolean
}

/** How many entries a repeat group has; the way to them. */
export function RepeatCount({ column, row, isCell = false }: RepeatCountProps) {
  const open = useContext(OpenRepeatContext)
  if (entriesOf(row, column.id).length === 0) return <Answer column={column} row={row} />
  return (
    <button
      type="button"
      {...(isCell && { tabIndex: -1 })}
      className={classes.title}
      data-link
      aria-haspopup="dialog"
      onClick={() => open(column, row)}
      // Nor does the submission open behind it.
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Answer column={column} row={row} />
    </button>
  )
}
