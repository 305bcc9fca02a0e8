import { IconPencil } from '@tabler/icons-react'
import { memo, use, useEffect, useRef } from 'react'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { FullAnswer, type FullAnswerProps } from '#/dataset/answers/FullAnswer.tsx'
import { RowLoader } from '#/dataset/answers/RowLoader.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { isTyped } from '#/dataset/inputs/input-value.ts'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { answerOf } from '#/dataset/model/values.ts'
import { isolate } from '#/lib/bidi.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import classes from './EditableAnswer.module.css'
import { MapLinks } from './MapLinks.tsx'
import { type DoneEdit, PencilContext, useEditing } from './editing-context.ts'

const AnswerEditor = lazyPart(async () => (await import('./AnswerEditor.tsx')).AnswerEditor, {
  fallback: <RowLoader />,
})
const DoneEditNote = lazyPart(async () => (await import('./EditSavedNote.tsx')).EditSavedNote)

/**
 * An answer on its submission's own page: with a pencil for those who may edit it, and the editor in its place. What the
 * form no longer asks is not edited: nothing holds it to anything.
 */
export function EditableAnswer({ submission, row, column }: FullAnswerProps) {
  const { open, last, done } = useEditing()
  if (column.source !== 'question' || column.isOlder)
    return <FullAnswer submission={submission} row={row} column={column} />
  if (open.has(column.id)) {
    return <AnswerEditor column={column} answer={answerOf(row, column.id) ?? ''} />
  }
  return (
    <AnswerAndPencil
      submission={submission}
      row={row}
      column={column}
      edit={done.get(column.id)}
      takesFocus={open.size === 0 && last === column.id}
    />
  )
}

interface AnswerAndPencilProps extends FullAnswerProps {
  column: QuestionColumn
  edit: DoneEdit | undefined
  /** After the editor has closed. */
  takesFocus: boolean
}

/** One of hundreds: drawn anew only where its own answer changes, and without components that cost more than it. */
const AnswerAndPencil = memo(function AnswerAndPencil(props: AnswerAndPencilProps) {
  const { submission, row, column, edit, takesFocus } = props
  const reading = useDisplay()
  const { canEdit, t, onOpen } = use(PencilContext)
  const pencil = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) pencil.current?.focus()
  }, [takesFocus])
  const answer = answerOf(row, column.id)
  return (
    <div className={classes.answer}>
      <div className={classes.text}>
        <FullAnswer submission={submission} row={row} column={column} />
        {column.kind === 'place' && answer !== null && <MapLinks answer={answer} />}
        {edit && <DoneEditNote column={column} edit={edit} />}
      </div>
      {canEdit && isTyped(column) && (
        <button
          ref={pencil}
          type="button"
          className={classes.pencil}
          aria-label={t('edit.button', { question: isolate(columnName(column, reading)) })}
          onClick={() => onOpen(column.id)}
        >
          <IconPencil size={16} stroke={1.75} aria-hidden />
        </button>
      )}
    </div>
  )
})
