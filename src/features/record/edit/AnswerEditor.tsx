import { Button, VisuallyHidden } from '@mantine/core'
import { useEventListener, useMergedRef } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { editAnswer } from '#/api/kpi/submissions/change-one.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { Answer } from '#/dataset/answers/Answer.tsx'
import { ColumnLabel } from '#/dataset/answers/ColumnLabel.tsx'
import { AnswerInput } from '#/dataset/inputs/AnswerInput.tsx'
import { useAnswerCheck } from '#/dataset/inputs/use-answer-check.ts'
import { useProblemText } from '#/dataset/inputs/use-problem-text.ts'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { answerOf } from '#/dataset/model/values.ts'
import { useRowSource } from '#/dataset/provider/row-source.ts'
import { checkAnswer } from '#/dataset/validation/check-answer.ts'
import { isolate } from '#/lib/bidi.ts'
import { isListOpen } from '#/lib/list-open.ts'
import { ConflictNote } from '#/ui/feedback/ConflictNote.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import classes from './EditableAnswer.module.css'
import { useEditing } from './editing-context.ts'
import { useStayInView } from './use-stay-in-view.ts'

interface AnswerEditorProps {
  column: QuestionColumn
  /** The answer when editing began. */
  answer: string
}

/** Edits one answer in place. An answer that breaks a rule of the form is not sent; the broken rule is shown. */
export function AnswerEditor({ column, answer: initial }: AnswerEditorProps) {
  const { t } = useTranslation(['submission', 'common'])
  const problemText = useProblemText()
  const { asset, submission, param, drafts, onClose, onSaved } = useEditing()
  const { questions } = useRowSource().form
  const close = () => onClose(column.id)
  // The version that the person edits. If another one is on the server, saving it is a conflict.
  const draft = drafts.get(column.id)
  const [base, setBase] = useState(draft?.base ?? submission)
  const [value, setValue] = useState(draft?.value ?? initial)
  const isChanged = value !== initial
  const edit = useMutation(editAnswer(asset.uid, submission._id))
  const form = useRef<HTMLFormElement>(null)
  const controller = useRef<AbortController | null>(null)
  const keys = useEventListener('keydown', (event) => {
    // In a text of several lines, Enter begins a new one.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return form.current?.requestSubmit()
    // Escape closes an open list of choices first, and never discards a change.
    if (event.key !== 'Escape' || event.defaultPrevented || isListOpen(event.target)) return
    event.stopPropagation()
    if (!isChanged) close()
  })
  const merged = useMergedRef(form, keys)
  const check = useAnswerCheck(column, value, { questions, row: submission })
  const problem = check?.status === 'invalid' ? problemText(check.problem) : null
  const isConflict = edit.error?.kind === 'conflict'
  useUnsaved(isChanged && !edit.isSuccess, param)
  useEffect(() => () => controller.current?.abort(), [value])
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [])
  useStayInView(form)

  const change = (next: string) => {
    setValue(next)
    drafts.set(column.id, { value: next, base })
  }
  const save = (version: Submission) => {
    setBase(version)
    drafts.set(column.id, { value, base: version })
    edit.mutate(
      { path: column.id, answer: value, base: version },
      {
        onSuccess: () => {
          onSaved(column.id, { before: answerOf(version, column.id) ?? '', after: value, isUndo: false })
          close()
        },
      },
    )
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!isChanged || isConflict || edit.isPending) return
    // The last change may not have been checked yet.
    controller.current?.abort()
    const { signal } = (controller.current = new AbortController())
    checkAnswer(column, value, { questions, row: submission }, signal).then(
      ({ status }) => status !== 'invalid' && !signal.aborted && save(base),
      () => {}, // aborted: changed again, or closed
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
        onChange={change}
        label={
          // The visible label is above the editor.
          <VisuallyHidden className={classes.hiddenLabel ?? ''}>
            <ColumnLabel column={column} />
          </VisuallyHidden>
        }
        error={problem !== null && isChanged && <bdi>{problem}</bdi>}
        disabled={edit.isPending}
      />
      {check?.status === 'unchecked' && isChanged && (
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
            <Trans
              t={t}
              i18nKey="submission:edit.theirs"
              components={{ answer: <Answer column={column} entry={submission} isFull /> }}
            />
          </p>
        </ConflictNote>
      )}
      {edit.error && !isConflict && (
        <ErrorPanel
          isChange
          kind={edit.error.kind}
          title={t('submission:edit.notSaved')}
          message={edit.error.message}
        />
      )}
      <p className={classes.help}>{t('submission:edit.help')}</p>
      <div className={classes.actions}>
        <Button variant="default" onClick={close} disabled={edit.isPending}>
          {t('common:action.cancel')}
        </Button>
        <Button
          type="submit"
          loading={edit.isPending}
          disabled={!isChanged || isConflict}
          // Not `disabled`, so that Enter still submits a changed answer that is not checked yet.
          {...(problem !== null && { 'data-disabled': true, 'aria-disabled': true })}
        >
          {t('submission:edit.save')}
        </Button>
      </div>
    </form>
  )
}
