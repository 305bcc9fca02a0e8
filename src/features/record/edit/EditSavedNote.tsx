import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { editAnswer } from '#/api/kpi/submissions/change-one.ts'
import { Answer } from '#/dataset/answers/Answer.tsx'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { answerOf } from '#/dataset/model/values.ts'
import { isolate } from '#/lib/bidi.ts'
import classes from './EditableAnswer.module.css'
import { type DoneEdit, useEditing } from './editing-context.ts'

/** After an edit: what the answer was before, and the way back. */
export function EditSavedNote({ column, edit: { before, after } }: { column: QuestionColumn; edit: DoneEdit }) {
  const { t } = useTranslation('submission')
  const { t: tErrors } = useTranslation('errors')
  const reading = useDisplay()
  const { asset, submission, onDone } = useEditing()
  // Somebody else's answer since is not ours to take back.
  const isOurs = (answerOf(submission, column.id) ?? '') === after
  const undo = useMutation(editAnswer(asset.uid, submission._id))
  if (!isOurs) return null
  return (
    <div className={classes.done}>
      <span role="status">
        {t('edit.saved')} <Answer column={column} row={before === '' ? {} : { [column.id]: before }} whole />
      </span>
      <Button
        variant="default"
        size="compact-sm"
        loading={undo.isPending}
        aria-label={t('edit.undoNamed', { question: isolate(columnName(column, reading)) })}
        onClick={() =>
          undo.mutate(
            { path: column.id, answer: before, seen: submission },
            { onSuccess: () => onDone(column.id, { before: after, after: before }) },
          )
        }
      >
        {t('edit.undo')}
      </Button>
      {undo.error && (
        <span role="alert">
          {undo.error.kind === 'conflict' ? t('edit.notUndone') : tErrors(`${undo.error.kind}.title`)}{' '}
          <bdi>{undo.error.message}</bdi>
        </span>
      )}
    </div>
  )
}
