import { answerOf, type Answers, chosenOf, timeOf } from '#/dataset/model/values.ts'
import { localTime } from '#/lib/local-time.ts'
import { type Cell, type DateCell, numberCell } from '#/lib/spreadsheet/cell.ts'
import type { CellPlan } from './export-job.ts'

/** One row of a file. */
export const cellsOf = (row: Answers, plan: readonly CellPlan[]): Cell[] => plan.map((cell) => cellOf(row, cell))

function cellOf(row: Answers, { key, as, words, choice = '' }: CellPlan): Cell {
  if (as === 'status') return statusCell(row[key], words)
  if (as === 'entries') return Array.isArray(row[key]) ? { number: String(row[key].length) } : null
  const answer = answerOf(row, key)
  if (answer === null) return null
  switch (as) {
    case 'text':
      return answer
    case 'number':
      return numberCell(answer)
    case 'words':
      return words?.get(answer) ?? answer
    case 'severalWords':
      return chosenOf(answer)
        .map((value) => words?.get(value) ?? value)
        .join(', ')
    case 'isChosen':
      return { number: chosenOf(answer).includes(choice) ? '1' : '0' }
    case 'date':
      return DAY.test(answer) ? { date: answer } : momentCell(answer)
    case 'dateTime':
      return momentCell(answer)
    case 'time':
      return timeOf(answer)
    case 'latitude':
    case 'longitude':
    case 'altitude':
    case 'accuracy':
      return numberCell(answer.trim().split(/\s+/)[PLACE_PARTS[as]] ?? '') || null
  }
}

const PLACE_PARTS = { latitude: 0, longitude: 1, altitude: 2, accuracy: 3 }

function statusCell(status: unknown, words: ReadonlyMap<string, string> | undefined): Cell {
  const uid = typeof status === 'object' && status !== null && 'uid' in status ? String(status.uid) : ''
  return words?.get(uid) ?? (uid || null)
}

const DAY = /^\d{4}-\d\d-\d\d$/

/** By the clock of this device, as the table shows it. Those without a zone are UTC. */
function momentCell(answer: string): DateCell | string {
  const date = localTime(answer)
  return date === answer ? answer : { date }
}
