import { ActionIcon, Loader } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { lazy, Suspense, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf } from './answers.ts'
import { isAsked } from './check-answer.ts'
import { columnName } from './ColumnName.tsx'
import { isTyped } from './edit-value.ts'
import classes from './EditableAnswer.module.css'
import { useEditing } from './editing.ts'
import { FullAnswer, type FullAnswerProps } from './FullAnswer.tsx'
import { isolate } from './isolate.ts'
import { PlaceLinks } from './PlaceLinks.tsx'
import { useReading } from './reading.ts'

const AnswerEditor = lazy(async () => ({ default: (await import('./AnswerEditor.tsx')).AnswerEditor }))
const DoneEditNote = lazy(async () => ({ default: (await import('./DoneEditNote.tsx')).DoneEditNote }))

/** An answer on its submission's own page: with a pencil for those who may edit it, and the editor in its place. */
export function EditableAnswer({ submission, row, column }: FullAnswerProps) {
  const reading = useReading()
  const { t } = useTranslation('submission')
  const { asset, canEdit, open, onOpen, done } = useEditing()
  const pencil = useRef<HTMLButtonElement>(null)
  const isOpen = open === column.id
  const wasOpen = useRef(false)
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen) pencil.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  if (column.source !== 'question') return <FullAnswer submission={submission} row={row} column={column} />
  const answer = answerOf(row, column.id)
  const edit = done.get(column.id)
  if (isOpen) {
    return (
      <Suspense fallback={<Loader size="sm" aria-label={reading.t('panel.loading')} />}>
        <AnswerEditor column={column} answer={answer ?? ''} />
      </Suspense>
    )
  }
  const isLeftOut = answer === null && isAsked(column, { content: asset.content, submission }) === false
  return (
    <div className={classes.answer}>
      <div className={classes.text}>
        {isLeftOut ? (
          <span className={classes.notAsked}>{t('notAsked')}</span>
        ) : (
          <FullAnswer submission={submission} row={row} column={column} />
        )}
        {column.kind === 'place' && answer !== null && <PlaceLinks answer={answer} />}
        {edit && (
          <Suspense>
            <DoneEditNote column={column} edit={edit} />
          </Suspense>
        )}
      </div>
      {canEdit && isTyped(column) && (
        <ActionIcon
          ref={pencil}
          className={classes.pencil ?? ''}
          variant="subtle"
          color="gray"
          aria-label={t('edit.button', { question: isolate(columnName(column, reading)) })}
          disabled={open !== null}
          onClick={() => onOpen(column.id)}
        >
          <IconPencil size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
    </div>
  )
}
