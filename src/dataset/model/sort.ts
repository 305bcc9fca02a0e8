import { questionKind } from '#/api/kpi/form/question-kind.ts'
import { questionsOf } from '#/api/kpi/form/questions.ts'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import { isFieldLoaded } from '#/api/kpi/submissions/loaded-fields.ts'
import type { SubmissionSort } from '#/api/kpi/submissions/request.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { isNumber } from '#/lib/aggregate.ts'
import type { SubmissionColumn } from './columns.ts'
import { orderOf, type SortAs, sortKeyOf } from './sort-keys.ts'
import { answerOf } from './values.ts'

/** What only older versions of the form know as a repeat group cannot be told from a text here. */
export const isSortable = (column: SubmissionColumn) =>
  column.kind !== 'repeat' || (column.source === 'repeat' && !column.isOlder)

/** By which key of a submission a column is sorted. */
export const sortKey = ({ id, kind }: SubmissionColumn) => (kind === 'status' ? `${id}.uid` : id)

/** What the head of a column does next: one way, the other, and newest first again. */
export function nextSort(column: SubmissionColumn, sort: SubmissionSort | null): SubmissionSort | null {
  const field = sortKey(column)
  const first = column.kind === 'submitted' // the newest are looked for first
  if (sort?.field !== field) return { field, descending: first }
  return sort.descending === first ? { field, descending: !first } : null
}

/** As screen readers say it. */
export function ariaSort(column: SubmissionColumn, sort: SubmissionSort | null) {
  if (!isSortable(column)) return undefined
  if (sort?.field !== sortKey(column)) return 'none'
  return sort.descending ? 'descending' : 'ascending'
}

/** How the answers under a key compare truly; the server compares all of them as texts. */
export function sortAs(content: Pick<FormContent, 'survey'>, field: string): SortAs {
  const questions = questionsOf(content)
  if (questions.some(({ groups }) => groups.some(({ path, isRepeat }) => isRepeat && path === field))) return 'count'
  const question = questions.find(({ path }) => path === field)
  const kind = question && questionKind(question.type)
  if (kind === 'calculation') return 'calculated'
  return kind === 'number' ? 'number' : kind === 'dateTime' ? 'moment' : 'text'
}

/** How a calculation compares, by its values in these rows: as text where one of them is no number. */
export function calculatedSortAs(rows: readonly Submission[], field: string): 'number' | 'text' {
  const values = rows.flatMap((row) => (isFieldLoaded(row, field) ? (answerOf(row, field) ?? []) : []))
  return values.every(isNumber) ? 'number' : 'text'
}

/** As the answers compare truly, where the server sorts them as texts. What has none comes first, as there. */
export function sortRows(rows: readonly Submission[], { field, descending }: SubmissionSort, as: SortAs) {
  const newestFirst = rows.toSorted((a, b) => b._id - a._id)
  const keys = newestFirst.map((row) => sortKeyOf(row, field, as))
  return orderOf(keys, descending).flatMap((index) => newestFirst[index] ?? [])
}
