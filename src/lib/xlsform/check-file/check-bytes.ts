import { type CellSheet, readCells } from '#/lib/spreadsheet/read-cells.ts'
import { checkForm } from '#/lib/xlsform/check/check-form.ts'
import type { Finding } from '#/lib/xlsform/check/finding.ts'
import { type ParsedForm, toContent } from '#/lib/xlsform/content.ts'
import { formRowsOf } from '#/lib/xlsform/form-rows.ts'
import { ImportError } from '#/lib/xlsform/sheets.ts'

/** What the quick check says of a file. */
export interface CheckedForm {
  sheets: readonly CellSheet[]
  /** Those that stop the form first: see `checkForm`. */
  findings: readonly Finding[]
  /** Title and content as KPI would store them; `null` where it would not import the file. */
  form: ParsedForm | null
  /** How long it took. Milliseconds. */
  took: number
}

/** Reads and checks an `.xlsx` or `.xls` file. @throws UnreadableSpreadsheet */
export async function checkBytes(bytes: Uint8Array): Promise<CheckedForm> {
  const started = performance.now()
  const sheets = await readCells(bytes)
  const findings = checkForm(sheets)
  const form = parseForm(sheets)
  return { sheets, findings, form, took: performance.now() - started }
}

/** Rows are identified by their number in the file. */
function parseForm(sheets: readonly CellSheet[]): ParsedForm | null {
  try {
    const rows = formRowsOf(sheets)
    if (!rows.sheets['survey']) return null
    return toContent(rows.sheets, (row) => String(rows.rowNumbers.get(row) ?? 0))
  } catch (error) {
    if (error instanceof ImportError) return null
    throw error
  }
}
