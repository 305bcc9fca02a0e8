import { createContext } from 'react'
import { isFieldLoaded } from '#/api/kpi/submissions/loaded-fields.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { verdictOf } from '#/api/kpi/submissions/system-fields.ts'
import { STATUS_LABELS } from '#/dataset/answers/StatusLabel.tsx'
import { choiceText } from '#/dataset/answers/answer-text.ts'
import type { Display } from '#/dataset/answers/display.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { answerOf, chosenOf, entriesOf } from '#/dataset/model/values.ts'
import { aggregate, type Aggregate } from '#/lib/aggregate.ts'

/** The rows that are summed up: those that have come. */
export const SummedRowsContext = createContext<readonly Submission[]>([])

const known = new WeakMap<readonly Submission[], Map<string, Aggregate>>()

/** What can be said of a column in these rows, reckoned once; `null` while its answers have not come. */
export function columnSummary(column: SubmissionColumn, rows: readonly Submission[]): Aggregate | null {
  if (!hasCome(column, rows)) return null
  const ofRows = known.get(rows) ?? new Map<string, Aggregate>()
  known.set(rows, ofRows)
  const found = ofRows.get(column.id) ?? aggregate(rows.map((row) => valuesOf(column, row)))
  ofRows.set(column.id, found)
  return found
}

/** Whether the answers of a column are there in all of these rows. */
export const hasCome = ({ id }: SubmissionColumn, rows: readonly Submission[]) =>
  rows.every((row) => isFieldLoaded(row, id))

/** The values of an answer, as they are counted; none where it is blank. */
export function valuesOf(column: SubmissionColumn, row: Submission): string[] {
  switch (column.kind) {
    case 'status':
      return [verdictOf(row) ?? 'none']
    case 'repeat': {
      const { length } = entriesOf(row, column.id)
      return length > 0 ? [String(length)] : []
    }
    case 'id':
      return [`#${row._id}`] // a name, not a size
    default: {
      const answer = answerOf(row, column.id)
      if (answer === null) return []
      return column.kind === 'several' ? chosenOf(answer) : [answer]
    }
  }
}

const COUNTED = new Set<SubmissionColumn['kind']>(['number', 'calculation', 'repeat'])
const FREQUENT = new Set<SubmissionColumn['kind']>([
  'status',
  'person',
  'one',
  'several',
  'text',
  'device',
  'calculation',
])

/** Whether numbers there are sizes: codes and years of a text are not. */
export const isCounted = ({ kind }: SubmissionColumn) => COUNTED.has(kind)

/** The value that stands there most often, in the words of the table; `null` where that says nothing. */
export function frequentText(column: SubmissionColumn, { frequent }: Aggregate, reading: Display): string | null {
  if (!frequent || !FREQUENT.has(column.kind)) return null
  if (column.kind === 'status') {
    const word = Object.entries(STATUS_LABELS).find(([key]) => key === frequent.value)?.[1] ?? 'none'
    return reading.t(`status.${word}`)
  }
  if (column.source === 'system') return frequent.value
  return choiceText(column, frequent.value, reading.language)[0] ?? frequent.value
}

/** A sum or a mean in the reader's way; one with more digits than that way shows stays as it is. */
export const numberText = (number: number | string, { format }: Display) =>
  typeof number === 'string' && (number.split('.')[1]?.length ?? 0) > 3 ? number : format.number(Number(number))
