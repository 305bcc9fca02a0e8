import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EditableAnswer } from '#/features/record/edit/EditableAnswer.tsx'
import { EditButtonContext, EditingProvider } from '#/features/record/edit/editing-context.ts'
import type { AnswerEditing } from '#/features/record/edit/use-answer-editing.ts'
import { AnswerSlotContext } from './answer-slot.ts'

/** Answers inside can be edited in place. */
export function EditableAnswers({ editing, buttons, children }: AnswerEditing & { children: ReactNode }) {
  const { t } = useTranslation('submission')
  const buttonContext = useMemo(() => ({ ...buttons, t }), [buttons, t])
  if (!editing) return children
  return (
    <AnswerSlotContext value={EditableAnswer}>
      <EditButtonContext value={buttonContext}>
        <EditingProvider value={editing}>{children}</EditingProvider>
      </EditButtonContext>
    </AnswerSlotContext>
  )
}
