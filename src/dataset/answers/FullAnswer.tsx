import { use } from 'react'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import type { AnswerColumn, QuestionColumn } from '#/dataset/model/columns.ts'
import { answerOf, type Answers } from '#/dataset/model/values.ts'
import type { AnswerPlace } from '#/dataset/validation/condition.ts'
import classes from './Answer.module.css'
import { Answer } from './Answer.tsx'
import { MediaAnswer } from './MediaAnswer.tsx'
import { RawEntries } from './RawEntries.tsx'
import { useDisplay } from './display.ts'
import { AnswerFormContext } from './form-context.ts'
import { useRelevance } from './use-relevance.ts'

export interface FullAnswerProps {
  submission: Submission
  /** The submission itself, or an entry of a repeat group in it. */
  row: Answers
  /** Which entry, of each repeat group around it, outermost first. */
  entries?: readonly number[]
  column: AnswerColumn
}

const MEDIA = new Set(['photo', 'audio', 'video', 'file'])
const NOWHERE: readonly number[] = []
const NO_ANSWERS: Answers = {}

/** An answer with all that belongs to it, or why there is none. */
export function FullAnswer({ submission, row, column, entries = NOWHERE }: FullAnswerProps) {
  const content = use(AnswerFormContext)
  if (column.source === 'question') {
    const isBlank = answerOf(row, column.id) === null
    if (isBlank && content) {
      return <BlankAnswer column={column} place={{ content, submission, entries }} />
    }
    if (MEDIA.has(column.kind)) {
      return <MediaAnswer submission={submission} column={column} row={row} isSmall={entries.length > 0} />
    }
  }
  if (column.source === 'unknown' && column.kind === 'repeat') return <RawEntries row={row} column={column} />
  return <Answer column={column} row={row} whole />
}

/** No answer, or that the form did not ask; room for either while that is not known. */
function BlankAnswer({ column, place }: { column: QuestionColumn; place: AnswerPlace }) {
  const asked = useRelevance(column, place)
  if (asked === false) return <NotRelevant />
  const none = <Answer column={column} row={NO_ANSWERS} whole />
  return asked === undefined ? <span className={classes.notYetKnown}>{none}</span> : none
}

export function NotRelevant() {
  const { t } = useDisplay()
  return <span className={classes.notAsked}>{t('answer.notAsked')}</span>
}
