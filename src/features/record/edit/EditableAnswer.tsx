import { IconPencil } from '@tabler/icons-react'
import { memo, use, useEffect, useRef } from 'react'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { FullAnswer, type FullAnswerProps } from '#/dataset/answers/FullAnswer.tsx'
import { RowLoader } from '#/dataset/answers/RowLoader.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { isEditable } from '#/dataset/inputs/input-value.ts'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { answerOf } from '#/dataset/model/values.ts'
import { isolate } from '#/lib/bidi.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import classes from './EditableAnswer.module.css'
import { MapLinks } from './MapLinks.tsx'
import { type SavedEdit, EditButtonContext, useEditing } from './editing-context.ts'

const AnswerEditor = lazyPart(async () => (await import('./AnswerEditor.tsx')).AnswerEditor, {
  fallback: <RowLoader />,
})
const EditSavedNote = lazyPart(async () => (await import('./EditSavedNote.tsx')).EditSavedNote)

/**
 * An answer with a button that opens an editor in its place, for users with permission.
 * Answers to questions of older versions cannot be edited, since the form has no rules for them.
 */
export function EditableAnswer({ row, entry, column }: FullAnswerProps) {
  const { openPaths, lastPath, savedEdits } = useEditing()
  if (column.source !== 'question' || column.isOlder) return <FullAnswer row={row} entry={entry} column={column} />
  if (openPaths.has(column.id)) {
    return <AnswerEditor column={column} answer={answerOf(entry, column.id) ?? ''} />
  }
  return (
    <AnswerWithEditButton
      row={row}
      entry={entry}
      column={column}
      edit={savedEdits.get(column.id)}
      takesFocus={openPaths.size === 0 && lastPath === column.id}
    />
  )
}

interface AnswerWithEditButtonProps extends FullAnswerProps {
  column: QuestionColumn
  edit: SavedEdit | undefined
  /** Whether the button gets the focus: after the editor was closed. */
  takesFocus: boolean
}

/** There may be hundreds: it only renders again when its own answer changes, and uses no heavy components. */
const AnswerWithEditButton = memo(function AnswerWithEditButton(props: AnswerWithEditButtonProps) {
  const { row, entry, column, edit, takesFocus } = props
  const display = useDisplay()
  const { canEdit, t, onOpen } = use(EditButtonContext)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) button.current?.focus()
  }, [takesFocus])
  const answer = answerOf(entry, column.id)
  return (
    <div className={classes.answer}>
      <div className={classes.text}>
        <FullAnswer row={row} entry={entry} column={column} />
        {column.kind === 'point' && answer !== null && <MapLinks answer={answer} />}
        {edit && <EditSavedNote column={column} edit={edit} />}
      </div>
      {canEdit && isEditable(column) && (
        <button
          ref={button}
          type="button"
          className={classes.editButton}
          aria-label={t('edit.buttonLabel', { question: isolate(columnName(column, display)) })}
          title={t('edit.button')}
          onClick={() => onOpen(column.id)}
        >
          <IconPencil size={16} stroke={1.75} aria-hidden />
        </button>
      )}
    </div>
  )
})
