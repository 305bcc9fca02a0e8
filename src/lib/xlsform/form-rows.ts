import type { CellSheet } from '#/lib/spreadsheet/read-cells.ts'
import { ImportError, type SheetRow, type Sheets } from './sheets.ts'

/** The sheets of a workbook by heading, and where each row stands in its sheet. */
export interface FormRows {
  sheets: Sheets
  /** As spreadsheets count: the headings are row 1. */
  rowNumbers: ReadonlyMap<SheetRow, number>
}

/**
 * The rows below the headings, without blank ones. A workbook with one sheet need not name it `survey` [0220-g].
 * @throws ImportError with KPI's message for a heading that occurs twice [2466]
 */
export function formRowsOf(cellSheets: readonly CellSheet[]): FormRows {
  const rowNumbers = new Map<SheetRow, number>()
  const sheets = Object.fromEntries(
    cellSheets.map(({ name, rows }) => [cellSheets.length === 1 ? 'survey' : name, rowsOf(rows, rowNumbers)]),
  )
  return { sheets, rowNumbers }
}

function rowsOf([first = [], ...rows]: CellSheet['rows'], rowNumbers: Map<SheetRow, number>): SheetRow[] {
  const headings = new Map<string, number>()
  for (const [column, heading] of first.entries()) {
    if (heading === '') continue
    if (headings.has(heading)) throw new ImportError('PyXFormError', `Duplicate column header: ${heading}`)
    headings.set(heading, column)
  }
  return rows.flatMap((cells, index) => {
    const filled = [...headings].flatMap(([heading, column]) => {
      const text = cells[column] ?? ''
      return text === '' ? [] : [[heading, text] as const]
    })
    if (filled.length === 0) return []
    const row: SheetRow = Object.fromEntries(filled)
    rowNumbers.set(row, index + 2)
    return [row]
  })
}
