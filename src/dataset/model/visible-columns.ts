import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { expandRuns } from '#/dataset/query/column-ranges.ts'
import type { ColumnChoice } from '#/dataset/query/query.ts'
import type { ColumnLayout } from './column-order.ts'
import {
  type AnswerColumn,
  FROZEN,
  ID,
  type QuestionColumn,
  STATUS,
  type SubmissionColumn,
  SUBMITTED,
  SUBMITTED_BY,
} from './columns.ts'

export interface TableColumns {
  /** Always in sight. */
  frozen: SubmissionColumn[]
  rest: SubmissionColumn[]
  /** What each submission is called by, whether or not the table shows it. */
  title: SubmissionColumn
  /** What was chosen, also what these rows do not have or do not answer. */
  chosen: ColumnLayout
}

/** A form with more questions than this starts with some of them. */
const WIDE = 50
export const AT_FIRST = 12

export const isWide = (form: readonly AnswerColumn[]) => form.length > WIDE

/** What a table can show: what the server adds, then the answers. */
export const allColumns = (answers: readonly AnswerColumn[]): SubmissionColumn[] => [
  STATUS,
  ID,
  SUBMITTED,
  SUBMITTED_BY,
  ...answers,
]

/** The columns that at least one of these rows answers. */
export function answeredIn(rows: readonly Submission[]): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const row of rows) for (const id in row) ids.add(id)
  return ids
}

/** With what the table of a wide form starts: the first columns that anybody answered. */
export const firstAnswered = (form: readonly AnswerColumn[], answered: ReadonlySet<string>): string[] =>
  form
    .filter(({ id }) => answered.has(id))
    .slice(0, AT_FIRST)
    .map(({ id }) => id)

interface Shown {
  all: readonly SubmissionColumn[]
  /** Those that a run of columns may name, in the order in which it is read: not what is only there to be chosen. */
  ordered: readonly string[]
  title: QuestionColumn | null
  choice: ColumnChoice
  /** The answers to start with; `null` for all. */
  start: readonly string[] | null
  /** Asked where columns without answers are left out. */
  answered: () => ReadonlySet<string>
}

/** The columns of the table: those that were chosen, else what tells submissions apart first, then the form's order. */
export function visibleColumns({ all, ordered, title, choice, start, answered }: Shown): TableColumns {
  const known = new Map(all.map((column) => [column.id, column]))
  const named = (ids: readonly string[]) => ids.flatMap((id) => known.get(id) ?? [])
  const frozenIds = choice.frozen ?? [STATUS.id, title?.id ?? ID.id]
  const restIds = choice.columns
    ? expandRuns(choice.columns, ordered)
    : start
      ? [SUBMITTED.id, SUBMITTED_BY.id, ...start]
      : ordered.filter((id) => id !== ID.id)
  const isFrozen = new Set(frozenIds)
  const freeIds = restIds.filter((id) => !isFrozen.has(id))
  const rest = named(freeIds)
  const seen = choice.hidesEmpty ? answered() : null
  return {
    frozen: named(frozenIds).map(frozenOf),
    rest: seen ? rest.filter(({ id, source }) => source === 'system' || seen.has(id)) : rest,
    title: title ?? ID,
    chosen: { frozen: frozenIds, rest: freeIds },
  }
}

const frozenColumns = new WeakMap<SubmissionColumn, SubmissionColumn>()

/** The same object each time, so that nothing is drawn again for it. */
function frozenOf(column: SubmissionColumn): SubmissionColumn {
  const known = frozenColumns.get(column)
  if (known) return known
  const frozen = { ...column, section: FROZEN }
  frozenColumns.set(column, frozen)
  return frozen
}

const ON_A_CARD = 5

/** What a card on a phone shows: when it was sent, and the first questions answered on this page. */
export function cardColumns({ rest, title }: TableColumns, rows: readonly Submission[]): SubmissionColumn[] {
  const card: SubmissionColumn[] = [SUBMITTED]
  for (const column of rest) {
    if (card.length === ON_A_CARD) break
    const { id, source } = column
    if (source !== 'system' && id !== title.id && rows.some((row) => Object.hasOwn(row, id))) card.push(column)
  }
  return card
}
