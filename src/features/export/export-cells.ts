import { answerOf, type Answers, selectedValuesOf, timeOf } from '#/dataset/model/values.ts'
import { tagsOf } from '#/dataset/model/supplements.ts'
import { localTime } from '#/lib/time/local-time.ts'
import { type Cell, type DateCell, numberCell } from '#/lib/spreadsheet/cell.ts'
import type { ColumnPlan } from './export-job.ts'

/** The cells of one row of a file. */
export const cellsOf = (row: Answers, columns: readonly ColumnPlan[]): Cell[] =>
  columns.map((column) => cellOf(row, column))

function cellOf(row: Answers, { key, as, labels, choice = '' }: ColumnPlan): Cell {
  if (as === 'status') return statusCell(row[key], labels)
  if (as === 'entries') return Array.isArray(row[key]) ? { number: String(row[key].length) } : null
  const answer = answerOf(row, key)
  if (answer === null) return null
  switch (as) {
    case 'text':
      return answer
    case 'number':
      return numberCell(answer)
    case 'choiceLabel':
      return labels?.get(answer) ?? answer
    case 'choiceLabels':
      return selectedValuesOf(answer)
        .map((value) => labels?.get(value) ?? value)
        .join(', ')
    case 'tags':
      return tagsOf(answer).join(', ')
    case 'isSelected':
      return { number: selectedValuesOf(answer).includes(choice) ? '1' : '0' }
    case 'date':
      return DATE.test(answer) ? { date: answer } : dateTimeCell(answer)
    case 'dateTime':
      return dateTimeCell(answer)
    case 'time':
      return timeOf(answer)
    case 'latitude':
    case 'longitude':
    case 'altitude':
    case 'accuracy':
      return numberCell(answer.trim().split(/\s+/)[POINT_PARTS[as]] ?? '') || null
  }
}

const POINT_PARTS = { latitude: 0, longitude: 1, altitude: 2, accuracy: 3 }

function statusCell(status: unknown, labels: ReadonlyMap<string, string> | undefined): Cell {
  const uid = typeof status === 'object' && status !== null && 'uid' in status ? String(status.uid) : ''
  return labels?.get(uid) ?? (uid || null)
}

const DATE = /^\d{4}-\d\d-\d\d$/

/** A date and time in the time zone of this device, as in the table. Without an offset the answer is in UTC. */
function dateTimeCell(answer: string): DateCell | string {
  const date = localTime(answer)
  return date === answer ? answer : { date }
}
