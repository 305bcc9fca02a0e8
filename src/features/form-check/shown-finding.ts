import type { CellSheet } from '#/lib/spreadsheet/read-cells.ts'
import type { Finding, Severity } from '#/lib/xlsform/check/finding.ts'

/** A finding as the page shows it: of the quick check, or a message of the server's converter. */
export type ShownFinding = (Finding | ConverterFinding) & {
  /** What the server's converter says of the same thing, in its words. */
  serverText?: string
}

/** A message of the server's converter that the quick check does not have. */
interface ConverterFinding {
  code: 'converter'
  severity: Severity
  sheet: string
  row?: number
  rows?: undefined
  column?: undefined
  values: { text: string }
}

export const isError = ({ severity }: Pick<ShownFinding, 'severity'>) => severity !== 'warning'

/** The rows that a finding concerns, as spreadsheets count them. */
export const rowsOf = ({ row, rows }: ShownFinding): readonly number[] => rows ?? (row === undefined ? [] : [row])

/** Tells a finding from all others of a form, in whatever order they are. */
export const findingKey = ({ code, sheet, row, column, values }: ShownFinding) =>
  JSON.stringify([code, sheet, row, column, values])

/** How a cell is marked. */
export type Mark = 'error' | 'warning'

export const markKey = (row: number, column: number) => `${row}:${column}`

/** The marked cells of a sheet, an error before a warning. */
export function marksOf(findings: readonly ShownFinding[], sheet: string): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>()
  for (const finding of findings) {
    if (finding.sheet !== sheet || finding.column === undefined) continue
    for (const row of rowsOf(finding)) {
      const key = markKey(row, finding.column)
      if (isError(finding)) marks.set(key, 'error')
      else if (!marks.has(key)) marks.set(key, 'warning')
    }
  }
  return marks
}

/** What the list calls a column: its heading, or its letters in a spreadsheet. */
export function columnName({ rows }: CellSheet, column: number): string {
  return rows[0]?.[column]?.trim() || lettersOf(column)
}

function lettersOf(column: number): string {
  const letter = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter
}
