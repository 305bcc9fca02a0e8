import type { RowSort } from '#/dataset/query/query.ts'
import { isNumberText } from '#/lib/aggregate.ts'
import { isFieldLoaded } from '#/lib/loaded-fields.ts'
import type { DataColumn } from './columns.ts'
import { choicesFor, type Form, labelIn } from './form.ts'
import { questionKind } from './question-kind.ts'
import type { Row } from './row.ts'
import { orderOf, type SortAs, sortKeyOf, type SortLabels } from './sort-keys.ts'
import { answerOf } from './values.ts'

/**
 * Whether rows can be sorted by a column: not by repeat groups that only older versions of the form have, nor by what was
 * added to answers, which KoboToolbox cannot sort.
 */
export const isSortable = (column: DataColumn) =>
  column.source !== 'supplement' && (column.kind !== 'repeat' || (column.source === 'repeat' && !column.isOlder))

/** The field by which a column is sorted, as in `RowSort`. */
export const sortKey = ({ id, kind }: DataColumn) => (kind === 'status' ? `${id}.uid` : id)

/** In which words a sort order of a column is said: A to Z, 1 to 9, oldest first. */
export function sortWords({ kind }: DataColumn): 'text' | 'number' | 'day' | 'any' {
  if (kind === 'calculation' || kind === 'status') return 'any'
  if (kind === 'number' || kind === 'repeat' || kind === 'id') return 'number'
  return kind === 'date' || kind === 'dateTime' || kind === 'submitted' ? 'day' : 'text'
}

/** The next sort order when a column header is pressed: one direction, the other, then newest first (`null`). */
export function nextSort(column: DataColumn, sort: RowSort | null): RowSort | null {
  const field = sortKey(column)
  const initial = column.kind === 'submitted' // newest first
  if (sort?.field !== field) return { field, descending: initial }
  return sort.descending === initial ? { field, descending: !initial } : null
}

/** The `aria-sort` of a column; `undefined` if it cannot be sorted. */
export function ariaSort(column: DataColumn, sort: RowSort | null) {
  if (!isSortable(column)) return undefined
  if (sort?.field !== sortKey(column)) return 'none'
  return sort.descending ? 'descending' : 'ascending'
}

/** Fields that every row has, in an order that is right as it is stored. */
const STORED_IN_ORDER = new Set(['_id', '_submission_time'])

/** Whether rows are in the right order of a field when the source compares what is stored. */
export const isStoredInOrder = (field: string) => STORED_IN_ORDER.has(field)

/** How the values of a field are compared. The server compares all of them as text. */
export function sortAs({ questions }: Pick<Form, 'questions'>, field: string): SortAs {
  if (isStoredInOrder(field)) return 'stored'
  if (questions.some(({ groups }) => groups.some(({ path, isRepeat }) => isRepeat && path === field))) return 'count'
  const question = questions.find(({ path }) => path === field)
  switch (question && questionKind(question.type)) {
    case 'calculation':
      return 'calculated'
    case 'number':
      return 'number'
    case 'dateTime':
      return 'moment'
    case 'selectOne':
    case 'selectMultiple':
      return 'choice'
    default:
      return 'text'
  }
}

/** The labels by which choices of a field are compared; `null` for other fields, and for choices from a file. */
export function sortLabels(
  { questions, choiceLists }: Pick<Form, 'questions' | 'choiceLists'>,
  field: string,
  language: number | null,
): SortLabels | null {
  const question = questions.find(({ path }) => path === field)
  const choices = question && choicesFor(question, choiceLists)
  return choices ? new Map([...choices.values()].map((choice) => [choice.name, labelIn(choice, language)])) : null
}

/** How the values of a calculation are compared: as numbers if all loaded values are numbers. */
export function calculatedSortAs(rows: readonly Row[], field: string): 'number' | 'text' {
  const values = rows.flatMap((row) => (isFieldLoaded(row, field) ? (answerOf(row, field) ?? []) : []))
  return values.every(isNumberText) ? 'number' : 'text'
}

/** How rows are sorted: by which values, and in the words of which language. */
export interface SortOrder {
  as: SortAs
  labels: SortLabels | null
  /** BCP 47; the browser's own by default. */
  locale?: string
}

/** Sorts rows by their values as numbers, times, counts, labels or texts, blank ones last. */
export function sortRows(rows: readonly Row[], { field, descending }: RowSort, { as, labels, locale }: SortOrder) {
  const newestFirst = rows.toSorted((a, b) => b._id - a._id)
  const keys = newestFirst.map((row) => sortKeyOf(row, field, as, labels))
  return orderOf(keys, descending, locale).flatMap((index) => newestFirst[index] ?? [])
}
