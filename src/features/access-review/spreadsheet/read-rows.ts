import { type ColumnKey, REQUIRED } from './columns.ts'
import type { FileLabels } from './file-labels.ts'

/** A row of the file. Columns that the file does not have are missing. */
export interface FileRow {
  /** As a spreadsheet numbers it: the headings are row 1. */
  number: number
  cells: Partial<Record<ColumnKey, string>>
}

/** The rows of a file, or the columns that it lacks. */
export type FileRows = { missing: readonly ColumnKey[] } | { missing: null; rows: readonly FileRow[] }

/** Finds the columns by their headings, in any order and language. Others are ignored. */
export function readRows(
  [headings = [], ...lines]: readonly (readonly string[])[],
  { columnOf }: FileLabels,
): FileRows {
  const columns = headings.map((heading) => columnOf(heading))
  const missing = REQUIRED.filter((column) => !columns.includes(column))
  if (missing.length > 0) return { missing }
  const rows = lines.map((line, index) => {
    const cells: FileRow['cells'] = {}
    for (const [at, column] of columns.entries()) {
      if (column) cells[column] ??= (line[at] ?? '').trim()
    }
    return { number: index + 2, cells }
  })
  return { missing: null, rows: rows.filter(({ cells }) => Object.values(cells).some((text) => text !== '')) }
}
