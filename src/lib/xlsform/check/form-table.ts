import type { CellSheet } from '#/lib/spreadsheet/read-cells.ts'
import { parseHeading } from '#/lib/xlsform/columns.ts'

/** A filled cell under a heading. */
export interface FormCell {
  text: string
  /** Index of the column, from 0. */
  column: number
  /** `null` is the language without a name. */
  language: string | null
}

/** A row of a form's sheet that has filled cells. */
export interface FormLine {
  /** As spreadsheets count: the headings are row 1. */
  row: number
  /** Filled cells by the name of their column, in every language. */
  cells: ReadonlyMap<string, readonly FormCell[]>
}

interface FormHeading {
  /** The text of the heading. */
  text: string
  /** The column's name in KPI: `relevant` for `bind::relevant`. */
  name: string
  /** Missing if the column is not translated. */
  language?: string | null
  column: number
}

/** A sheet of a form by its headings. */
export interface FormTable {
  sheet: string
  headings: readonly FormHeading[]
  lines: readonly FormLine[]
}

/** Reads a sheet by its headings. Columns without one, and rows without filled cells, are left out, as KPI does. */
export function tableOf({ name: sheet, rows }: CellSheet): FormTable {
  const headings = (rows[0] ?? []).flatMap((cell, column): FormHeading[] => {
    const text = cell.trim()
    return text === '' ? [] : [{ text, column, ...parseHeading(text) }]
  })
  const lines: FormLine[] = []
  for (const [index, row] of rows.entries()) {
    if (index === 0) continue
    const cells = new Map<string, FormCell[]>()
    for (const { name, language = null, column } of headings) {
      const text = row[column]?.trim() ?? ''
      if (text === '') continue
      const known = cells.get(name)
      if (known) known.push({ text, column, language })
      else cells.set(name, [{ text, column, language }])
    }
    if (cells.size > 0) lines.push({ row: index + 1, cells })
  }
  return { sheet, headings, lines }
}

/** The first filled cell of a line in one of these columns. */
export function cellOf({ cells }: FormLine, ...names: string[]): FormCell | undefined {
  for (const name of names) {
    const [cell] = cells.get(name) ?? []
    if (cell) return cell
  }
  return undefined
}

/** Whether a line has text in a column, in any language. */
export const hasCell = (line: FormLine, ...names: string[]) => cellOf(line, ...names) !== undefined
