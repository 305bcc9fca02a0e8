import { expandRanges } from '#/dataset/query/column-ranges.ts'
import type { ColumnChoice } from '#/dataset/query/query.ts'
import type { ColumnLayout } from './column-order.ts'
import {
  type AnswerColumn,
  FROZEN,
  ID,
  type QuestionColumn,
  STATUS,
  type DataColumn,
  SUBMITTED,
  SUBMITTED_BY,
} from './columns.ts'
import type { Row } from './row.ts'

/** The columns of the table. */
export interface TableColumns {
  /** Columns that stay visible during horizontal scrolling. */
  frozen: DataColumn[]
  /** Columns that scroll. */
  rest: DataColumn[]
  /** The column of row titles, whether or not the table shows it. */
  title: DataColumn
  /** The layout, including columns that these rows do not have and columns that are hidden because they are empty. */
  layout: ColumnLayout
}

/** The table of a form with more columns than this starts with some of them. */
const WIDE = 50
/** How many columns it starts with. */
export const INITIAL_COLUMNS = 12

export const isWide = (form: readonly AnswerColumn[]) => form.length > WIDE

/** All columns that a table can show: system columns first. */
export const allColumns = (answers: readonly AnswerColumn[]): DataColumn[] => [
  STATUS,
  ID,
  SUBMITTED,
  SUBMITTED_BY,
  ...answers,
]

/** Ids of the columns that at least one of these rows has a value for. */
export function answeredColumnIds(rows: readonly Row[]): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const row of rows) for (const id in row) ids.add(id)
  return ids
}

/** The columns that the table of a wide form starts with: the first that have values. */
export const initialColumnIds = (form: readonly AnswerColumn[], answered: ReadonlySet<string>): string[] =>
  form
    .filter(({ id }) => answered.has(id))
    .slice(0, INITIAL_COLUMNS)
    .map(({ id }) => id)

interface VisibleColumnsOptions {
  all: readonly DataColumn[]
  /** Ids that ranges of columns may name, in their order: not those that can only be selected one by one. */
  ordered: readonly string[]
  title: QuestionColumn | null
  choice: ColumnChoice
  /** Ids of the form's columns that the table starts with; `null`: all. */
  initial: readonly string[] | null
  /** Ids of the columns that have values. Called only if empty columns are hidden. */
  answered: () => ReadonlySet<string>
}

/** The columns of the table: those of the choice, or by default status and title first, then the form's order. */
export function visibleColumns({
  all,
  ordered,
  title,
  choice,
  initial,
  answered,
}: VisibleColumnsOptions): TableColumns {
  const byId = new Map(all.map((column) => [column.id, column]))
  const columnsOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const frozenIds = choice.frozen ?? [STATUS.id, title?.id ?? ID.id]
  const restIds = choice.columns
    ? expandRanges(choice.columns, ordered)
    : initial
      ? [SUBMITTED.id, SUBMITTED_BY.id, ...initial]
      : ordered.filter((id) => id !== ID.id)
  const isFrozen = new Set(frozenIds)
  const scrollingIds = restIds.filter((id) => !isFrozen.has(id))
  const rest = columnsOf(scrollingIds)
  const withValues = choice.hidesEmpty ? answered() : null
  return {
    frozen: columnsOf(frozenIds).map(frozenOf),
    rest: withValues ? rest.filter(({ id, source }) => source === 'system' || withValues.has(id)) : rest,
    title: title ?? ID,
    layout: { frozen: frozenIds, rest: scrollingIds },
  }
}

const frozenColumns = new WeakMap<DataColumn, DataColumn>()

/** The column in the section of frozen columns: the same object each time, so that cells are not rendered again. */
function frozenOf(column: DataColumn): DataColumn {
  const known = frozenColumns.get(column)
  if (known) return known
  const frozen = { ...column, section: FROZEN }
  frozenColumns.set(column, frozen)
  return frozen
}

const MAX_CARD_COLUMNS = 5

/** The columns of a card on a phone: the submission time, and the first columns that have values in these rows. */
export function cardColumns({ rest, title }: TableColumns, rows: readonly Row[]): DataColumn[] {
  const card: DataColumn[] = [SUBMITTED]
  for (const column of rest) {
    if (card.length === MAX_CARD_COLUMNS) break
    const { id, source } = column
    if (source !== 'system' && id !== title.id && rows.some((row) => Object.hasOwn(row, id))) card.push(column)
  }
  return card
}
