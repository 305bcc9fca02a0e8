import type { CellSheet } from '#/lib/spreadsheet/read-cells.ts'
import { deployedForm } from '#/lib/xlsform/deployed-form.ts'
import { ImportError } from '#/lib/xlsform/sheets.ts'
import type { Converter } from './converter.ts'

/** A message of the server's own converter, with its place in the file where it names one. */
interface ConverterMessage {
  text: string
  sheet?: 'survey' | 'choices'
  /** The row of the file, not of the sheets that the server makes. */
  row?: number
}

/** What the server would answer to a form: to the import, then to the deployment. ODK Validate may still refuse it. */
export interface ExactResult {
  /** KPI's error at the import, or the converter's at the deployment. */
  refusedAt: 'import' | 'deployment' | null
  errors: ConverterMessage[]
  warnings: ConverterMessage[]
}

/** The row that KPI adds to every form that it deploys. */
const VERSION_ROW = { type: 'calculate', name: '__version__', calculation: "'version'" }

/** Checks a form exactly as the server does: its own rules for the import, then its converter. */
export function checkExactly(cellSheets: readonly CellSheet[], title: string, convert: Converter): ExactResult {
  try {
    const { sheets, rows } = deployedForm(cellSheets, title)
    const { error, warnings } = convert({ ...sheets, survey: [...(sheets['survey'] ?? []), VERSION_ROW] })
    const messagesOf = (text: string) => text.split(/\n(?=\[row)/).map((line) => messageOf(line, rows))
    return {
      refusedAt: error === null ? null : 'deployment',
      errors: error === null ? [] : messagesOf(error),
      warnings: warnings.flatMap(messagesOf),
    }
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    return { refusedAt: 'import', errors: [{ text: error.message }], warnings: [] }
  }
}

/** The converter counts the rows of the sheets that KPI makes; the first row has the headings. */
function messageOf(message: string, rows: { survey: number[]; choices: number[] }): ConverterMessage {
  const [prefix, number] = /^\[row : (\d+)\]\s*/.exec(message) ?? []
  if (prefix === undefined) return { text: message }
  const sheet = message.includes("On the 'choices' sheet") ? 'choices' : 'survey'
  const row = rows[sheet][Number(number) - 2]
  return { text: message.slice(prefix.length), sheet, ...(row !== undefined && { row }) }
}
