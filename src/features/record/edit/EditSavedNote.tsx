import { Button } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { Answer } from '#/dataset/answers/Answer.tsx'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { answerOf } from '#/dataset/model/values.ts'
import { isolate } from '#/lib/bidi.ts'
import classes from './EditableAnswer.module.css'
import { type SavedEdit, useEditing } from './editing-context.ts'

/** After an edit: the previous answer, and a button to undo it. */
export function EditSavedNote({ column, edit: { before, after } }: { column: QuestionColumn; edit: SavedEdit }) {
  const { t } = useTranslation('submission')
  const { t: tErrors } = useTranslation('errors')
  const display = useDisplay()
  const { submission, undo } = useEditing()
  // If somebody else changed the answer since, there is nothing to undo.
  const isCurrent = (answerOf(submission, column.id) ?? '') === after
  if (!isCurrent) return null
  const isPending = undo.pendingPath === column.id
  const error = undo.failed?.path === column.id ? undo.failed.error : null
  return (
    <div className={classes.saved}>
      <span role="status">
        <Trans
          t={t}
          i18nKey="edit.saved"
          components={{
            before: <Answer column={column} entry={before === '' ? {} : { [column.id]: before }} isFull />,
          }}
        />
      </span>
      <Button
        variant="default"
        size="compact-sm"
        loading={isPending}
        disabled={undo.pendingPath !== null && !isPending}
        aria-label={t('edit.undoLabel', { question: isolate(columnName(column, display)) })}
        aria-keyshortcuts="Control+Z"
        onClick={() => undo.run(column.id)}
      >
        {t('edit.undo')}
      </Button>
      {error && (
        <span role="alert">
          {error.kind === 'conflict' ? t('edit.notUndone') : tErrors(`${error.kind}.title`)} <bdi>{error.message}</bdi>
        </span>
      )}
    </div>
  )
}
