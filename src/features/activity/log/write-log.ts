import type { Cell } from '#/lib/spreadsheet/cell.ts'
import { BYTE_ORDER_MARK, type CsvDialect, csvLine } from '#/lib/spreadsheet/csv.ts'
import { createWorkbook } from '#/lib/spreadsheet/xlsx.ts'

export type LogFileFormat = 'xlsx' | 'csv'

interface WriteOptions<Row> {
  format: LogFileFormat
  csv: CsvDialect
  headers: readonly string[]
  /** Name of the sheet. */
  sheet: string
  rowOf: (row: Row) => Cell[]
  signal: AbortSignal
}

/** Rows written at once, before the page gets a turn. */
const BATCH = 500

/**
 * Writes a log as a file, one row per entry.
 * @throws TooLargeError, or the signal's reason
 */
export async function writeLog<Row>(
  rows: readonly Row[],
  { format, csv, headers, sheet, rowOf, signal }: WriteOptions<Row>,
): Promise<{ file: Blob; truncated: number }> {
  const workbook = format === 'xlsx' ? createWorkbook([{ name: sheet, headers }]) : null
  const lines: string[] = [BYTE_ORDER_MARK + csvLine(headers, csv)]
  for (let start = 0; start < rows.length; start += BATCH) {
    signal.throwIfAborted()
    for (const row of rows.slice(start, start + BATCH)) {
      if (workbook) workbook.addRow(0, rowOf(row))
      else lines.push(csvLine(rowOf(row), csv))
    }
    await new Promise((resolve) => setTimeout(resolve))
  }
  signal.throwIfAborted()
  return workbook
    ? { file: workbook.file(), truncated: workbook.truncatedCount() }
    : { file: new Blob(lines, { type: 'text/csv' }), truncated: 0 }
}
