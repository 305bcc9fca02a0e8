import { use } from 'react'
import type { AnswerColumn, QuestionColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { answerOf, type Answers } from '#/dataset/model/values.ts'
import type { EvaluationContext } from '#/dataset/validation/condition.ts'
import classes from './Answer.module.css'
import { Answer } from './Answer.tsx'
import { MediaAnswer } from './MediaAnswer.tsx'
import { RawEntries } from './RawEntries.tsx'
import { useDisplay } from './display.ts'
import { FormQuestionsContext } from './form-context.ts'
import { useRelevance } from './use-relevance.ts'

export interface FullAnswerProps {
  row: Row
  /** The row itself, or the entry of a repeat group in it that has the answer. */
  entry: Answers
  /** The index of the entry in each repeat group around it, outermost first. */
  entryPath?: readonly number[]
  column: AnswerColumn
}

const MEDIA = new Set(['photo', 'audio', 'video', 'file'])
const NO_PATH: readonly number[] = []
const NO_ANSWERS: Answers = {}

/** A complete answer, with its file; or why there is none. */
export function FullAnswer({ row, entry, column, entryPath = NO_PATH }: FullAnswerProps) {
  const questions = use(FormQuestionsContext)
  if (column.source === 'question') {
    const isBlank = answerOf(entry, column.id) === null
    if (isBlank && questions) {
      return <BlankAnswer column={column} context={{ questions, row, entryPath }} />
    }
    if (MEDIA.has(column.kind)) {
      return <MediaAnswer row={row} column={column} entry={entry} isSmall={entryPath.length > 0} />
    }
  }
  if (column.source === 'unknown' && column.kind === 'repeat') return <RawEntries entry={entry} column={column} />
  return <Answer column={column} entry={entry} isFull />
}

/** "No answer" or "not asked". Keeps the space empty until the worker has evaluated the form's conditions. */
function BlankAnswer({ column, context }: { column: QuestionColumn; context: EvaluationContext }) {
  const isRelevant = useRelevance(column, context)
  if (isRelevant === false) return <NotRelevant />
  const noAnswer = <Answer column={column} entry={NO_ANSWERS} isFull />
  return isRelevant === undefined ? <span className={classes.pending}>{noAnswer}</span> : noAnswer
}

/** In place of an answer: the form did not ask the question. */
export function NotRelevant() {
  const { t } = useDisplay()
  return <span className={classes.notRelevant}>{t('answer.notAsked')}</span>
}
