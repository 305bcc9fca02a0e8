import type { Cell } from './cell.ts'
import { escapeFormula } from './escape-formula.ts'

export interface CsvDialect {
  /** Between cells. */
  separator: ',' | ';'
  /** The decimal mark: a spreadsheet in a locale that writes "1,5" reads "1.5" as a date. */
  decimal: '.' | ','
}

/** Makes spreadsheets read the file as UTF-8. */
export const BYTE_ORDER_MARK = '\u{FEFF}'

/** The CSV dialect that a spreadsheet in this locale expects. */
export function csvDialectOf(locale: string): CsvDialect {
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value
  return decimal === ',' ? { separator: ';', decimal: ',' } : { separator: ',', decimal: '.' }
}

const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/

/** One line with its line break, as in RFC 4180. Texts that look like formulas are escaped. */
export function csvLine(cells: readonly Cell[], { separator, decimal }: CsvDialect): string {
  return `${cells.map((cell) => csvCell(cell, decimal)).join(separator)}\r\n`
}

function csvCell(cell: Cell, decimal: CsvDialect['decimal']): string {
  if (cell === null) return ''
  if (typeof cell === 'object') {
    if ('date' in cell) return cell.date
    return decimal === '.' ? cell.number : cell.number.replace('.', decimal)
  }
  return quoted(escapeFormula(cell))
}

const quoted = (text: string) => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
