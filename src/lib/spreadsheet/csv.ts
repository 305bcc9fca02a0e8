import { asText } from './as-text.ts'
import type { Cell } from './cell.ts'

export interface CsvStyle {
  /** What stands between cells. */
  separator: ',' | ';'
  /** What stands before the decimals of a number: a spreadsheet reads "1.5" as a day where people write "1,5". */
  decimal: '.' | ','
}

/** So that spreadsheets read UTF-8. */
export const BYTE_ORDER_MARK = '\u{FEFF}'

/** How a spreadsheet of this language reads numbers, and therefore what it takes between cells. */
export function csvStyleOf(locale: string): CsvStyle {
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value
  return decimal === ',' ? { separator: ';', decimal: ',' } : { separator: ',', decimal: '.' }
}

const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/

/** One line with its end, as RFC 4180 has it. */
export function csvLine(cells: readonly Cell[], { separator, decimal }: CsvStyle): string {
  return `${cells.map((cell) => csvCell(cell, decimal)).join(separator)}\r\n`
}

function csvCell(cell: Cell, decimal: CsvStyle['decimal']): string {
  if (cell === null) return ''
  if (typeof cell === 'object') {
    if ('date' in cell) return cell.date
    return decimal === '.' ? cell.number : cell.number.replace('.', decimal)
  }
  return quoted(asText(cell))
}

const quoted = (text: string) => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
