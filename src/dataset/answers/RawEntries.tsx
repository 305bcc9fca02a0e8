import type { AnswerColumn } from '#/dataset/model/columns.ts'
import { answerOf, type Answers, entriesOf } from '#/dataset/model/values.ts'
import classes from './RawEntries.module.css'

/** Entries of a repeat group that the form no longer has: each key and its answer, as they were sent. */
export function RawEntries({ row, column }: { row: Answers; column: AnswerColumn }) {
  return (
    <ol className={classes.entries}>
      {entriesOf(row, column.id).map((entry, index) => (
        // Entries have nothing of their own that tells them apart.
        <li key={index}>
          {Object.keys(entry).map((key) => (
            <div key={key}>
              <bdi dir="ltr" className={classes.key}>
                {key.split('/').at(-1)}
              </bdi>{' '}
              <bdi>{answerOf(entry, key)}</bdi>
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}
