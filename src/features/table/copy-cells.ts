import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { copiedText } from '#/dataset/answers/answer-text.ts'
import type { Display } from '#/dataset/answers/display.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { tsvLine } from '#/lib/spreadsheet/tsv.ts'

export interface CopyOrder {
  rows: readonly Submission[]
  columns: readonly SubmissionColumn[]
  /** Whether the names of the columns are the first line. */
  withNames: boolean
  reading: Display
}

/** Written at once, while the key is down; more would hold up the page. */
export const CELLS_AT_ONCE = 20_000

function* linesOf({ rows, columns, withNames, reading }: CopyOrder): Generator<string> {
  if (withNames) yield tsvLine(columns.map((column) => columnName(column, reading)))
  for (const row of rows) yield tsvLine(columns.map((column) => copiedText(column, row, reading)))
}

/** Cells as tab-separated lines. */
export const copiedCells = (order: CopyOrder): string => [...linesOf(order)].join('\n')

/** The same of many, with room for the page to breathe. */
export async function manyCopiedCells(order: CopyOrder): Promise<string> {
  const lines: string[] = []
  const atOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / order.columns.length))
  for (const line of linesOf(order)) {
    lines.push(line)
    if (lines.length % atOnce === 0) await new Promise((resolve) => setTimeout(resolve))
  }
  return lines.join('\n')
}
