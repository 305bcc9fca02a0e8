import type { ReviewedProject } from '#/features/access-review/model/review.ts'
import { BYTE_ORDER_MARK, type CsvDialect, csvLine } from '#/lib/spreadsheet/csv.ts'
import { createWorkbook } from '#/lib/spreadsheet/xlsx.ts'
import { headingsOf, rowsOf, type TableTexts } from './access-table.ts'

export type AccessFileFormat = 'xlsx' | 'csv'

interface WriteOptions {
  format: AccessFileFormat
  csv: CsvDialect
  /** Name of the sheet. */
  sheet: string
  texts: TableTexts
}

/** Projects written at once, before the page gets a turn. */
const BATCH = 25

/** Writes who may do what in these projects: one row per person and project. */
export async function writeAccessFile(
  projects: readonly ReviewedProject[],
  { format, csv, sheet, texts }: WriteOptions,
): Promise<Blob> {
  const headers = headingsOf(texts)
  const workbook = format === 'xlsx' ? createWorkbook([{ name: sheet, headers }]) : null
  const parts: string[] = [BYTE_ORDER_MARK + csvLine(headers, csv)]
  for (let start = 0; start < projects.length; start += BATCH) {
    for (const project of projects.slice(start, start + BATCH)) {
      for (const row of rowsOf(project, texts)) {
        if (workbook) workbook.addRow(0, row)
        else parts.push(csvLine(row, csv))
      }
    }
    await new Promise((resolve) => setTimeout(resolve))
  }
  return workbook ? workbook.file() : new Blob(parts, { type: 'text/csv' })
}
