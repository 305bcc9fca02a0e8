import { use, useId } from 'react'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import type { RepeatColumn } from '#/dataset/model/columns.ts'
import { type Answers, entriesOf } from '#/dataset/model/values.ts'
import type { AnswerPlace } from '#/dataset/validation/condition.ts'
import answerClasses from './Answer.module.css'
import { ColumnLabel, columnName } from './ColumnLabel.tsx'
import { FullAnswer, NotRelevant } from './FullAnswer.tsx'
import classes from './RepeatAnswers.module.css'
import { useDisplay } from './display.ts'
import { AnswerFormContext } from './form-context.ts'
import { useRepeatRelevance } from './use-relevance.ts'

interface RepeatAnswersProps {
  submission: Submission
  /** The submission itself, or the entry of another repeat group. */
  row: Answers
  column: RepeatColumn
  /** Which entry of the group around it: "Household member, entry 2". */
  within?: string
  /** Which entries of the groups around it `row` is in, outermost first. */
  places?: readonly number[]
}

const NOWHERE: readonly number[] = []

/** A repeat group as a small table, an entry to a row; groups inside it follow, entry by entry. */
export function RepeatAnswers({ submission, row, column, within, places = NOWHERE }: RepeatAnswersProps) {
  const reading = useDisplay()
  const { t, format } = reading
  const id = useId()
  const content = use(AnswerFormContext)
  const entries = entriesOf(row, column.id)
  const questions = column.columns.filter(({ source }) => source !== 'repeat')
  const inner = column.columns.filter((one) => one.source === 'repeat')
  const name = columnName(column, reading)
  if (within !== undefined && entries.length === 0) return null
  return (
    <div className={classes.repeat}>
      <h4 id={id} className={classes.repeatName}>
        {within !== undefined && (
          <>
            <bdi>{within}</bdi> ›{' '}
          </>
        )}
        <bdi>{name}</bdi>{' '}
        <span className={classes.beside}>
          {entries.length > 0 ? (
            t('answer.entries', { count: entries.length })
          ) : content ? (
            <NoEntries column={column} place={{ content, submission, entries: places }} />
          ) : (
            t('answer.none')
          )}
        </span>
      </h4>
      {entries.length > 0 && questions.length > 0 && (
        // A wide group scrolls by itself, by the keyboard too.
        <div className={classes.scroll} role="region" aria-labelledby={id} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('panel.entryNumber')}</th>
                {questions.map((question) => (
                  <th key={question.id} scope="col" data-end={question.kind === 'number' || undefined}>
                    <ColumnLabel column={question} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry, index) => (
                <tr key={index}>
                  <th scope="row">{format.number(index + 1)}</th>
                  {questions.map((question) => (
                    <td key={question.id} data-end={question.kind === 'number' || undefined}>
                      <FullAnswer submission={submission} row={entry} entries={[...places, index]} column={question} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {inner.flatMap((nested) =>
        entries.map((entry, index) => (
          <RepeatAnswers
            key={`${nested.id} ${index}`}
            submission={submission}
            row={entry}
            column={nested}
            places={[...places, index]}
            within={t('panel.entry', { label: name, number: index + 1 })}
          />
        )),
      )}
    </div>
  )
}

function NoEntries({ column, place }: { column: RepeatColumn; place: AnswerPlace }) {
  const { t } = useDisplay()
  const asked = useRepeatRelevance(column, place)
  if (asked === false) return <NotRelevant />
  return asked === undefined ? <span className={answerClasses.notYetKnown}>{t('answer.none')}</span> : t('answer.none')
}
