import { createContext } from 'react'
import { STATUS_LABELS } from '#/dataset/answers/StatusLabel.tsx'
import { choiceLabels } from '#/dataset/answers/answer-text.ts'
import type { Display } from '#/dataset/answers/display.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { tagsOf } from '#/dataset/model/supplements.ts'
import { statusOf } from '#/dataset/model/system-fields.ts'
import { answerOf, entriesOf, selectedValuesOf } from '#/dataset/model/values.ts'
import { aggregate, type Aggregate } from '#/lib/aggregate.ts'
import { isFieldLoaded } from '#/lib/loaded-fields.ts'

/** The loaded rows, for aggregates. */
export const AggregatedRowsContext = createContext<readonly Row[]>([])

const known = new WeakMap<readonly Row[], Map<string, Aggregate>>()

/** The aggregate of a column over these rows, cached; `null` while the column is not loaded. */
export function columnSummary(column: DataColumn, rows: readonly Row[]): Aggregate | null {
  if (!isColumnLoaded(column, rows)) return null
  const summaries = known.get(rows) ?? new Map<string, Aggregate>()
  known.set(rows, summaries)
  const summary = summaries.get(column.id) ?? aggregate(rows.map((row) => valuesOf(column, row)))
  summaries.set(column.id, summary)
  return summary
}

/** Whether all of these rows have a column loaded. */
export const isColumnLoaded = ({ id }: DataColumn, rows: readonly Row[]) => rows.every((row) => isFieldLoaded(row, id))

/** The values of a cell to aggregate; `[]` for a blank one. */
export function valuesOf(column: DataColumn, row: Row): string[] {
  switch (column.kind) {
    case 'status':
      return [statusOf(row) ?? 'none']
    case 'repeat': {
      const { length } = entriesOf(row, column.id)
      return length > 0 ? [String(length)] : []
    }
    case 'id':
      return [`#${row._id}`] // not a number to add up
    default: {
      const answer = answerOf(row, column.id)
      if (answer === null) return []
      if (column.kind === 'tags') return tagsOf(answer)
      return column.kind === 'selectMultiple' ? selectedValuesOf(answer) : [answer]
    }
  }
}

const NUMERIC_KINDS = new Set<DataColumn['kind']>(['number', 'calculation', 'repeat'])
const KINDS_WITH_FREQUENT_VALUES = new Set<DataColumn['kind']>([
  'status',
  'person',
  'selectOne',
  'selectMultiple',
  'tags',
  'text',
  'device',
  'calculation',
])

/** Whether values are numbers to add up. In a text, numbers may be codes or years. */
export const isNumeric = ({ kind }: DataColumn) => NUMERIC_KINDS.has(kind)

/** The most frequent value as the table shows it; `null` for kinds where that is of no use. */
export function mostFrequentText(column: DataColumn, { mostFrequent }: Aggregate, display: Display): string | null {
  if (!mostFrequent || !KINDS_WITH_FREQUENT_VALUES.has(column.kind)) return null
  if (column.kind === 'status') {
    const key = Object.entries(STATUS_LABELS).find(([status]) => status === mostFrequent.value)?.[1] ?? 'none'
    return display.t(`status.${key}`)
  }
  if (column.source === 'system') return mostFrequent.value
  return choiceLabels(column, mostFrequent.value, display.language)[0] ?? mostFrequent.value
}

/** A sum or a mean as text. One with more decimals than the reader's format shows is not rounded. */
export const numberText = (number: number | string, { format }: Display) =>
  typeof number === 'string' && (number.split('.')[1]?.length ?? 0) > 3 ? number : format.number(Number(number))
