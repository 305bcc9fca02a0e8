import { Button, VisuallyHidden } from '@mantine/core'
import { useEventListener, useMergedRef } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { editAnswer } from '#/api/kpi/submissions/change-one.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { Answer } from '#/dataset/answers/Answer.tsx'
import { ColumnLabel } from '#/dataset/answers/ColumnLabel.tsx'
import { AnswerInput } from '#/dataset/inputs/AnswerInput.tsx'
import { useAnswerCheck } from '#/dataset/inputs/use-answer-check.ts'
import { useProblemText } from '#/dataset/inputs/use-problem-text.ts'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { answerOf } from '#/dataset/model/values.ts'
import { checkAnswer } from '#/dataset/validation/check-answer.ts'
import { isolate } from '#/lib/bidi.ts'
import { ConflictNote } from '#/ui/feedback/ConflictNote.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import classes from './EditableAnswer.module.css'
import { useEditing } from './editing-context.ts'

interface AnswerEditorProps {
  column: QuestionColumn
  /** As it was when editing began. */
  answer: string
}

/** Edits one answer where it stands. What the form would refuse is told, and not sent. */
export function AnswerEditor({ column, answer: first }: AnswerEditorProps) {
  const { t } = useTranslation(['submission', 'common'])
  const words = useProblemText()
  const { asset, submission, onClose, onDone } = useEditing()
  const close = () => onClose(column.id)
  // What the person saw: what others write meanwhile is asked about, not written over.
  const [seen, setSeen] = useState(submission)
  const [value, setValue] = useState(first)
  const isChanged = value !== first
  const edit = useMutation(editAnswer(asset.uid, submission._id))
  const form = useRef<HTMLFormElement>(null)
  const stop = useRef<AbortController | null>(null)
  const keys = useEventListener('keydown', (event) => {
    // An open list of choices closes first; what was typed is not thrown away by a key.
    if (event.key !== 'Escape' || event.defaultPrevented || isChanged) return
    event.stopPropagation()
    close()
  })
  const merged = useMergedRef(form, keys)
  const check = useAnswerCheck(column, value, { content: asset.content, submission })
  const problem = check?.verdict === 'wrong' ? words(check.problem) : null
  const isConflict = edit.error?.kind === 'conflict'
  useUnsaved(isChanged && !edit.isSuccess)
  useEffect(() => () => stop.current?.abort(), [value])
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [])

  const save = (from: Submission) => {
    setSeen(from)
    edit.mutate(
      { path: column.id, answer: value, seen: from },
      {
        onSuccess: () => {
          onDone(column.id, { before: answerOf(from, column.id) ?? '', after: value })
          close()
        },
      },
    )
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!isChanged || isConflict || edit.isPending) return
    // What was typed last may not have been checked yet.
    stop.current?.abort()
    const { signal } = (stop.current = new AbortController())
    checkAnswer(column, value, { content: asset.content, submission }, signal).then(
      ({ verdict }) => verdict !== 'wrong' && !signal.aborted && save(seen),
      () => {}, // typed anew, or closed
    )
  }
  return (
    <form
      ref={merged}
      data-changed={(isChanged && !edit.isPending) || undefined}
      aria-busy={edit.isPending}
      className={classes.editor}
      onSubmit={submit}
      noValidate
    >
      <AnswerInput
        column={column}
        value={value}
        onChange={setValue}
        label={
          // It stands above, too.
          <VisuallyHidden className={classes.named ?? ''}>
            <ColumnLabel column={column} />
          </VisuallyHidden>
        }
        error={problem !== null && isChanged && <bdi>{problem}</bdi>}
        disabled={edit.isPending}
      />
      {check?.verdict === 'unchecked' && isChanged && (
        <p className={classes.help} role="status">
          {t('submission:unchecked', { rules: isolate(check.expressions.join(', ')) })}
        </p>
      )}
      {isConflict && (
        <ConflictNote
          title={t('submission:edit.conflict')}
          actions={
            <>
              <Button variant="default" onClick={close}>
                {t('submission:edit.keepTheirs')}
              </Button>
              <Button variant="default" onClick={() => save(submission)}>
                {t('submission:edit.useMine')}
              </Button>
            </>
          }
        >
          <p>
            {t('submission:edit.theirs')} <Answer column={column} row={submission} whole />
          </p>
        </ConflictNote>
      )}
      {edit.error && !isConflict && (
        <ErrorPanel isChange kind={edit.error.kind} title={t('submission:edit.notSaved')} words={edit.error.message} />
      )}
      <p className={classes.help}>{t('submission:edit.help')}</p>
      <div className={classes.actions}>
        <Button
          type="submit"
          loading={edit.isPending}
          disabled={!isChanged || isConflict}
          // Not `disabled`, which would take the Enter key from an answer that was typed anew and is not checked yet.
          {...(problem !== null && { 'data-disabled': true, 'aria-disabled': true })}
        >
          {t('submission:edit.save')}
        </Button>
        <Button variant="default" onClick={close} disabled={edit.isPending}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </form>
  )
}
