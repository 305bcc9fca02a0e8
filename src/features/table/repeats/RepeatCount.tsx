import { useContext } from 'react'
import { Answer } from '#/dataset/answers/Answer.tsx'
import type { AnswerColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { entriesOf } from '#/dataset/model/values.ts'
import classes from '#/ui/cell-button.module.css'
import { OpenRepeatContext } from './repeat-dialog-context.ts'

interface RepeatCountProps {
  column: AnswerColumn
  row: Row
  /** In the grid, which is one tab stop itself. */
  isCell?: boolean
}

/** The number of entries of a repeat group, as a button that opens them. */
export function RepeatCount({ column, row, isCell = false }: RepeatCountProps) {
  const open = useContext(OpenRepeatContext)
  if (entriesOf(row, column.id).length === 0) return <Answer column={column} entry={row} />
  return (
    <button
      type="button"
      {...(isCell && { tabIndex: -1 })}
      className={classes.button}
      data-link
      aria-haspopup="dialog"
      onClick={() => open(column, row)}
      // A double click in the grid opens the row.
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Answer column={column} entry={row} />
    </button>
  )
}
