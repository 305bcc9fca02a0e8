import type { AnswerColumn } from '#/dataset/model/columns.ts'
import { answerOf, type Answers, entriesOf } from '#/dataset/model/values.ts'
import classes from './RawEntries.module.css'

interface RawEntriesProps {
  /** The row, or the entry of another repeat group, that has the entries. */
  entry: Answers
  column: AnswerColumn
}

/** Entries of a repeat group that the form no longer has: each key with its value, as sent. */
export function RawEntries({ entry, column }: RawEntriesProps) {
  return (
    <ol className={classes.entries}>
      {entriesOf(entry, column.id).map((child, index) => (
        // Entries have no key.
        <li key={index}>
          {Object.keys(child).map((key) => (
            <div key={key}>
              <bdi dir="ltr" className={classes.key}>
                {key.split('/').at(-1)}
              </bdi>{' '}
              <bdi>{answerOf(child, key)}</bdi>
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}
