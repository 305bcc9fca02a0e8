import { expandRanges } from '#/dataset/query/column-ranges.ts'
import type { DatasetQuery } from '#/dataset/query/query.ts'
import { columnsOf } from './columns.ts'
import type { Form } from './form.ts'
import { allColumns, isWide } from './visible-columns.ts'

/** How many columns may be the title; which one is, depends on the rows. */
const MAX_TITLE_COLUMNS = 3

/**
 * Ids of the columns that the table of a wide form needs first, most needed first. `undefined`: all columns, if the form is
 * not wide; then values that the form does not know are loaded too.
 */
export function initialColumns(
  form: Form,
  { columns, frozen, sort }: Pick<DatasetQuery, 'columns' | 'frozen' | 'sort'>,
): string[] | undefined {
  const answers = columnsOf(form)
  if (!isWide(answers)) return undefined
  const all = allColumns(answers).map(({ id }) => id)
  const visible = columns ? expandRanges(columns, all) : answers.map(({ id }) => id)
  const titles = answers
    .filter(({ source, kind }) => source === 'question' && kind === 'text')
    .slice(0, MAX_TITLE_COLUMNS)
  const sorted = answers.filter(({ id }) => id === sort?.field)
  // What was added to answers comes with every row.
  const isAnswer = new Set(answers.flatMap(({ id, source }) => (source === 'supplement' ? [] : id)))
  const needed = [...titles, ...sorted].map(({ id }) => id).concat(frozen ?? [], visible)
  return [...new Set(needed)].filter((id) => isAnswer.has(id))
}
