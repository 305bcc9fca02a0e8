import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { clipboardText } from '#/dataset/answers/answer-text.ts'
import type { Display } from '#/dataset/answers/display.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { tsvLine } from '#/lib/spreadsheet/tsv.ts'

/** Cells to copy. */
export interface CopyRequest {
  rows: readonly Row[]
  columns: readonly DataColumn[]
  /** Whether column labels are the first line. */
  hasHeader: boolean
  display: Display
}

/** Cells that are formatted at once. More would block the page. */
export const CHUNK_CELLS = 20_000

function* linesOf({ rows, columns, hasHeader, display }: CopyRequest): Generator<string> {
  if (hasHeader) yield tsvLine(columns.map((column) => columnName(column, display)))
  for (const row of rows) yield tsvLine(columns.map((column) => clipboardText(column, row, display)))
}

/** Cells as tab-separated lines. */
export const toTsv = (request: CopyRequest): string => [...linesOf(request)].join('\n')

/** Many cells as tab-separated lines, formatted in chunks so that the page stays responsive. */
export async function toTsvInChunks(request: CopyRequest): Promise<string> {
  const lines: string[] = []
  const rowsPerChunk = Math.max(1, Math.floor(CHUNK_CELLS / request.columns.length))
  for (const line of linesOf(request)) {
    lines.push(line)
    if (lines.length % rowsPerChunk === 0) await new Promise((resolve) => setTimeout(resolve))
  }
  return lines.join('\n')
}
