import { createWorkbook } from '#/lib/spreadsheet/xlsx.ts'

interface ComparisonFile {
  /** Name of the sheet. */
  sheet: string
  headings: readonly string[]
  rows: readonly (readonly string[])[]
}

/** The comparison as a spreadsheet: one row for each line that is shown. */
export function writeComparison({ sheet, headings, rows }: ComparisonFile): Blob {
  const workbook = createWorkbook([{ name: sheet, headers: headings }])
  for (const row of rows) workbook.addRow(0, row)
  return workbook.file()
}
