import { use, useId } from 'react'
import type { RepeatColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { type Answers, entriesOf } from '#/dataset/model/values.ts'
import type { EvaluationContext } from '#/dataset/validation/condition.ts'
import answerClasses from './Answer.module.css'
import { ColumnLabel, columnName } from './ColumnLabel.tsx'
import { FullAnswer, NotRelevant } from './FullAnswer.tsx'
import classes from './RepeatAnswers.module.css'
import { useDisplay } from './display.ts'
import { FormQuestionsContext } from './form-context.ts'
import { useRepeatRelevance } from './use-relevance.ts'

interface RepeatAnswersProps {
  row: Row
  /** The row itself, or the entry of another repeat group in it, that has the entries. */
  entry: Answers
  column: RepeatColumn
  /** Names the entry of the group around it: "Household member, entry 2". */
  parentLabel?: string
  /** The index of `entry` in each repeat group around it, outermost first. */
  entryPath?: readonly number[]
}

const NO_PATH: readonly number[] = []

/** The entries of a repeat group as a table. Repeat groups inside it follow as tables of their own, entry by entry. */
export function RepeatAnswers({ row, entry, column, parentLabel, entryPath = NO_PATH }: RepeatAnswersProps) {
  const display = useDisplay()
  const { t, format } = display
  const id = useId()
  const formQuestions = use(FormQuestionsContext)
  const entries = entriesOf(entry, column.id)
  const questions = column.columns.filter(({ source }) => source !== 'repeat')
  const nestedRepeats = column.columns.filter((each) => each.source === 'repeat')
  const name = columnName(column, display)
  if (parentLabel !== undefined && entries.length === 0) return null
  return (
    <div className={classes.repeat}>
      <h4 id={id} className={classes.repeatName}>
        {parentLabel !== undefined && (
          <>
            <bdi>{parentLabel}</bdi> ›{' '}
          </>
        )}
        <bdi>{name}</bdi>{' '}
        <span className={classes.beside}>
          {entries.length > 0 ? (
            t('answer.entries', { count: entries.length })
          ) : formQuestions ? (
            <NoEntries column={column} context={{ questions: formQuestions, row: row, entryPath: entryPath }} />
          ) : (
            t('answer.none')
          )}
        </span>
      </h4>
      {entries.length > 0 && questions.length > 0 && (
        // A wide table scrolls by itself, with the keyboard too.
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
                      <FullAnswer row={row} entry={entry} entryPath={[...entryPath, index]} column={question} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {nestedRepeats.flatMap((nested) =>
        entries.map((entry, index) => (
          <RepeatAnswers
            key={`${nested.id} ${index}`}
            row={row}
            entry={entry}
            column={nested}
            entryPath={[...entryPath, index]}
            parentLabel={t('panel.entry', { label: name, number: index + 1 })}
          />
        )),
      )}
    </div>
  )
}

function NoEntries({ column, context }: { column: RepeatColumn; context: EvaluationContext }) {
  const { t } = useDisplay()
  const isRelevant = useRepeatRelevance(column, context)
  if (isRelevant === false) return <NotRelevant />
  return isRelevant === undefined ? <span className={answerClasses.pending}>{t('answer.none')}</span> : t('answer.none')
}
