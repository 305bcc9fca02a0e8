import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { AnswerProblem } from '#/dataset/validation/check-answer.ts'
import { isolate } from '#/lib/bidi.ts'
import { isBlank } from '#/lib/is-blank.ts'

/** The message for a problem: the form's own, if it has one. */
export function useProblemText(): (problem: AnswerProblem) => string {
  const { t } = useTranslation('submission')
  const { language, format } = useDisplay()
  return useCallback(
    (problem) => {
      switch (problem.problem) {
        case 'range':
          return t('problem.range', { from: format.number(problem.from), to: format.number(problem.to) })
        case 'step':
          return t('problem.step', { step: format.number(problem.step), from: format.number(problem.from) })
        case 'choice':
        case 'duplicate':
          return t(`problem.${problem.problem}`, { value: isolate(problem.value) })
        case 'rank':
          return t('problem.rank', { count: problem.count })
        case 'required':
          return ownMessage(problem.messages, language) ?? t('problem.required')
        case 'constraint':
          return (
            ownMessage(problem.messages, language) ??
            t('problem.constraint', { expression: isolate(problem.expression) })
          )
        default:
          return t(`problem.${problem.problem}`)
      }
    },
    [t, language, format],
  )
}

const ownMessage = (messages: readonly (string | null)[], language: number | null) =>
  [messages[language ?? 0], ...messages].find((message) => message && !isBlank(message))
