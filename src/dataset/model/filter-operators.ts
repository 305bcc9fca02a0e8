import { labelIn } from '#/api/kpi/form/questions.ts'
import type { Condition, SubmissionFilter, Test } from '#/dataset/query/filter.ts'
import { toDecimal } from '#/lib/number-pattern.ts'
import type { AnswerColumn, SubmissionColumn } from './columns.ts'

type Op = Test['op']

const OF_TEXT: Op[] = ['contains', 'is', 'answered', 'blank']
const OF_FILE: Op[] = ['answered', 'blank']

const OPS: Record<SubmissionColumn['kind'], Op[]> = {
  status: ['status'],
  submitted: ['day'],
  person: ['person'],
  id: ['is'],
  text: OF_TEXT,
  device: OF_TEXT,
  time: OF_TEXT,
  calculation: ['contains', 'is', 'number', 'answered', 'blank'],
  number: ['number', 'is', 'answered', 'blank'],
  one: ['oneOf', 'answered', 'blank'],
  several: ['oneOf', 'answered', 'blank'],
  date: ['day', 'answered', 'blank'],
  dateTime: ['day', 'answered', 'blank'],
  place: OF_FILE,
  shape: OF_FILE,
  photo: OF_FILE,
  audio: OF_FILE,
  video: OF_FILE,
  file: OF_FILE,
  repeat: OF_FILE,
}

/** What may be asked of a column, the usual first. A choice of a file has no list to pick from. */
export function opsFor(column: SubmissionColumn): Op[] {
  const isWithoutList = column.source === 'question' && !column.choices
  return OPS[column.kind].map((op) => (op === 'oneOf' && isWithoutList ? 'is' : op))
}

/** A test that asks nothing yet. */
export function emptyTest(op: Op): Test {
  switch (op) {
    case 'contains':
    case 'is':
      return { op, text: '' }
    case 'oneOf':
      return { op, values: [] }
    case 'blank':
    case 'answered':
      return { op }
    case 'number':
    case 'day':
      return { op, from: null, to: null }
    case 'person':
      return { op, names: [] }
    case 'status':
      return { op, verdicts: [] }
  }
}

/** What is wrong with a condition as it stands: `null` where it can be asked. */
export function problemOf({ field, test }: Condition): 'missing' | 'number' | 'id' | 'order' | null {
  switch (test.op) {
    case 'contains':
    case 'is':
      if (test.text.trim() === '') return 'missing'
      return field === '_id' && !/^\d{1,15}$/.test(test.text) ? 'id' : null
    case 'oneOf':
      return test.values.length === 0 ? 'missing' : null
    case 'person':
      return test.names.length === 0 ? 'missing' : null
    case 'status':
      return test.verdicts.length === 0 ? 'missing' : null
    case 'number': {
      const limits = [test.from, test.to].filter((limit) => limit !== null)
      if (limits.some((limit) => toDecimal(limit) === null)) return 'number'
      return limits.length === 0 ? 'missing' : null
    }
    case 'day':
      if (test.from !== null && test.to !== null && test.from > test.to) return 'order'
      return test.from === null && test.to === null ? 'missing' : null
    case 'blank':
    case 'answered':
      return null
  }
}

/** Every column that can be asked about: what the server adds, each question, and those inside repeat groups. */
export function filterColumns(
  system: readonly SubmissionColumn[],
  answers: readonly AnswerColumn[],
): Map<string, SubmissionColumn> {
  const columns = new Map<string, SubmissionColumn>(system.map((column) => [column.id, column]))
  const add = (column: AnswerColumn) => {
    columns.set(column.id, column)
    // The query for what is inside a group is made from the form.
    if (column.source === 'repeat' && !column.isOlder) column.columns.forEach(add)
  }
  answers.forEach(add)
  return columns
}

/** Without what cannot be asked: an address may have been made for another form. */
export const conditionsOf = ({ parts }: SubmissionFilter): Condition[] =>
  parts.flatMap((part) => ('conditions' in part ? part.conditions : [part]))

/** The values of a choice question with their labels, for picking. */
export const choicesOf = (column: SubmissionColumn, language: number | null) =>
  column.source === 'question'
    ? [...(column.choices?.values() ?? [])].map((choice) => ({ value: choice.name, label: labelIn(choice, language) }))
    : []
