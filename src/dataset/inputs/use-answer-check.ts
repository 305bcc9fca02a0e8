import { useEffect, useState } from 'react'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { type AnswerCheck, checkAnswer } from '#/dataset/validation/check-answer.ts'
import type { EvaluationContext } from '#/dataset/validation/condition.ts'

/** The result of checking an answer against the form. While a newer answer is checked, the former result stays. */
export function useAnswerCheck(
  column: Pick<QuestionColumn, 'question' | 'choices'>,
  answer: string,
  { questions, row }: Pick<EvaluationContext, 'questions' | 'row'>,
): AnswerCheck | null {
  const [check, setCheck] = useState<AnswerCheck | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    checkAnswer(column, answer, { questions, row }, abort.signal)
      .then((check) => !abort.signal.aborted && setCheck(check))
      .catch(() => {}) // aborted: another answer is checked instead
    return () => abort.abort()
  }, [column, answer, questions, row])
  return check
}
