import { type Condition, DAY_OPERATORS, type RowFilter, type Test } from '#/dataset/query/filter.ts'
import { toDecimal } from '#/lib/number-pattern.ts'
import type { AnswerColumn, DataColumn } from './columns.ts'
import { labelIn } from './form.ts'

type Operator = Test['op']

/** All operators. A source may support fewer. */
export const ALL_OPERATORS: readonly Operator[] = [
  'contains',
  'notContains',
  'startsWith',
  'is',
  'isNot',
  'oneOf',
  'allOf',
  'noneOf',
  'atLeast',
  'moreThan',
  'atMost',
  'lessThan',
  'number',
  ...DAY_OPERATORS,
  'person',
  'status',
  'answered',
  'blank',
]

const TEXT_OPERATORS: Operator[] = ['contains', 'notContains', 'is', 'isNot', 'startsWith']
const NUMBER_OPERATORS: Operator[] = ['atLeast', 'moreThan', 'atMost', 'lessThan', 'number']
const PRESENCE_OPERATORS: Operator[] = ['blank', 'answered']

const OPERATORS_BY_KIND: Record<DataColumn['kind'], readonly Operator[]> = {
  status: ['status'],
  submitted: DAY_OPERATORS,
  person: ['person'],
  id: ['is'],
  text: [...TEXT_OPERATORS, ...PRESENCE_OPERATORS],
  device: [...TEXT_OPERATORS, ...PRESENCE_OPERATORS],
  time: [...TEXT_OPERATORS, ...PRESENCE_OPERATORS],
  calculation: [...TEXT_OPERATORS, ...NUMBER_OPERATORS, ...PRESENCE_OPERATORS],
  number: [...NUMBER_OPERATORS, 'is', 'isNot', ...PRESENCE_OPERATORS],
  selectOne: ['oneOf', 'noneOf', ...PRESENCE_OPERATORS],
  selectMultiple: ['oneOf', 'allOf', 'noneOf', ...PRESENCE_OPERATORS],
  date: [...DAY_OPERATORS, ...PRESENCE_OPERATORS],
  dateTime: [...DAY_OPERATORS, ...PRESENCE_OPERATORS],
  point: PRESENCE_OPERATORS,
  shape: PRESENCE_OPERATORS,
  photo: PRESENCE_OPERATORS,
  audio: PRESENCE_OPERATORS,
  video: PRESENCE_OPERATORS,
  file: PRESENCE_OPERATORS,
  repeat: PRESENCE_OPERATORS,
  tags: [],
}

/** The operators of a column that the source supports, the default first. Choices from a file are not listed: texts. */
export function operatorsFor(column: DataColumn, supported: ReadonlySet<Operator>): Operator[] {
  if (column.source === 'supplement') return []
  const operators = OPERATORS_BY_KIND[column.kind]
  const hasNoList = operators.includes('oneOf') && column.source === 'question' && !column.choices
  const possible = hasNoList ? [...TEXT_OPERATORS, ...PRESENCE_OPERATORS] : operators
  return possible.filter((op) => supported.has(op))
}

/** A test without values. */
export function emptyTest(op: Operator): Test {
  switch (op) {
    case 'contains':
    case 'notContains':
    case 'startsWith':
    case 'is':
    case 'isNot':
      return { op, text: '' }
    case 'oneOf':
    case 'allOf':
    case 'noneOf':
      return { op, values: [] }
    case 'atLeast':
    case 'moreThan':
    case 'atMost':
    case 'lessThan':
      return { op, number: '' }
    case 'on':
    case 'before':
    case 'after':
    case 'onOrBefore':
    case 'onOrAfter':
      return { op, day: '' }
    case 'number':
    case 'day':
      return { op, from: null, to: null }
    case 'person':
      return { op, names: [] }
    case 'status':
      return { op, verdicts: [] }
    default:
      return { op }
  }
}

/** The test with another operator; values that both have are kept. */
export function withOperator(test: Test, op: Operator): Test {
  const empty = emptyTest(op)
  const values = Object.entries(test).filter(([key]) => key !== 'op' && key in empty)
  return Object.assign(empty, Object.fromEntries(values))
}

/** The test as the editor shows it: a range with one limit has an operator of its own. */
export function editableTest(test: Test): Test {
  if (test.op === 'number') {
    if (test.to === null && test.from !== null) return { op: 'atLeast', number: test.from }
    if (test.from === null && test.to !== null) return { op: 'atMost', number: test.to }
  }
  if (test.op === 'day') {
    if (test.to === null && test.from !== null) return { op: 'onOrAfter', day: test.from }
    if (test.from === null && test.to !== null) return { op: 'onOrBefore', day: test.to }
  }
  return test
}

/** Operators whose conditions are also met by rows without an answer, as on the server [2153-2155]. */
export const includesBlank = (op: Operator) => op === 'isNot' || op === 'notContains' || op === 'noneOf'

type Problem = 'question' | 'missing' | 'number' | 'id' | 'order' | 'numberOrder'

/** Why a condition cannot be applied; `null` if it can. `kind`: that of its column. */
export function problemOf({ field, test }: Condition, kind?: DataColumn['kind']): Problem | null {
  if (field === '') return 'question'
  if ('text' in test) {
    if (test.text.trim() === '') return 'missing'
    if (field === '_id') return /^\d{1,15}$/.test(test.text) ? null : 'id'
    return kind === 'number' && (test.op === 'is' || test.op === 'isNot') ? numberProblem(test.text) : null
  }
  if ('number' in test) return test.number === '' ? 'missing' : numberProblem(test.number)
  if ('day' in test) return test.day === '' ? 'missing' : null
  switch (test.op) {
    case 'oneOf':
    case 'allOf':
    case 'noneOf':
      return test.values.length === 0 ? 'missing' : null
    case 'person':
      return test.names.length === 0 ? 'missing' : null
    case 'status':
      return test.verdicts.length === 0 ? 'missing' : null
    case 'number': {
      const limits = [test.from, test.to].filter((limit) => limit !== null)
      if (limits.length === 0) return 'missing'
      const isReversed = limits.length === 2 && Number(test.from) > Number(test.to)
      return limits.map(numberProblem).find((problem) => problem !== null) ?? (isReversed ? 'numberOrder' : null)
    }
    case 'day':
      if (test.from !== null && test.to !== null && test.from > test.to) return 'order'
      return test.from === null && test.to === null ? 'missing' : null
    default:
      return null
  }
}

const numberProblem = (text: string) => (toDecimal(text) === null ? 'number' : null)

/** All columns that can be filtered, by id: system columns, questions, and those inside repeat groups; not supplements. */
export function filterColumns(
  system: readonly DataColumn[],
  answers: readonly AnswerColumn[],
): Map<string, DataColumn> {
  const columns = new Map<string, DataColumn>(system.map((column) => [column.id, column]))
  const add = (column: AnswerColumn) => {
    if (column.source === 'supplement') return
    columns.set(column.id, column)
    // Only for groups of the current form: the query inside a group is made from it.
    if (column.source === 'repeat' && !column.isOlder) column.columns.forEach(add)
  }
  answers.forEach(add)
  return columns
}

/** All conditions of a filter, those in groups included. */
export const conditionsOf = ({ parts }: RowFilter): Condition[] =>
  parts.flatMap((part) => ('conditions' in part ? part.conditions : [part]))

/** The choices of a question as options; empty for other columns. */
export const choicesOf = (column: DataColumn, language: number | null) =>
  column.source === 'question'
    ? [...(column.choices?.values() ?? [])].map((choice) => ({ value: choice.name, label: labelIn(choice, language) }))
    : []
