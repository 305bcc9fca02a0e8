import { useEffect, useState } from 'react'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { type AnswerCheck, checkAnswer } from '#/dataset/validation/check-answer.ts'
import type { AnswerPlace } from '#/dataset/validation/condition.ts'

/** What the form says of an answer: of the newest that was checked, so that its words stay while the next one is. */
export function useAnswerCheck(
  column: Pick<QuestionColumn, 'question' | 'choices'>,
  answer: string,
  { content, submission }: Pick<AnswerPlace, 'content' | 'submission'>,
): AnswerCheck | null {
  const [check, setCheck] = useState<AnswerCheck | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    checkAnswer(column, answer, { content, submission }, stop.signal)
      .then((check) => !stop.signal.aborted && setCheck(check))
      .catch(() => {}) // another answer is checked instead
    return () => stop.abort()
  }, [column, answer, content, submission])
  return check
}
