import type { CellSheet } from '#/lib/spreadsheet/read-cells.ts'
import { toContent } from './content.ts'
import { formRowsOf } from './form-rows.ts'
import { ImportError, type Sheets } from './sheets.ts'
import { toSheets } from './to-sheets.ts'

/** The sheets that KPI would hand to its converter, and the row of the file that each of their rows comes from. */
export interface DeployedForm {
  sheets: Sheets
  /** Rows of the file by the index in `sheets.survey` and `sheets.choices`. */
  rows: { survey: number[]; choices: number[] }
}

/**
 * The form as KPI would deploy it after importing a file: it stores the content, makes names for rows without one, and
 * writes new sheets, whose rows are not those of the file.
 * @throws ImportError if KPI would not import it
 */
export function deployedForm(cellSheets: readonly CellSheet[], title: string): DeployedForm {
  const { sheets, rowNumbers } = formRowsOf(cellSheets)
  if (!sheets['survey']) {
    throw new ImportError('SyntaxError', 'xls upload must have one of these sheets: survey, library')
  }
  const { content } = toContent(sheets, (row) => String(rowNumbers.get(row) ?? 0))
  const rowsOf = (rows: readonly { $kuid?: string }[] = []) => rows.map(({ $kuid }) => Number($kuid))
  return {
    sheets: toSheets(content, { title, withMadeNames: true }),
    rows: { survey: rowsOf(content.survey), choices: rowsOf(content.choices) },
  }
}
