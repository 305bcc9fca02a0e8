import { escapeFormula } from './escape-formula.ts'

const NEEDS_QUOTES = /[\t\r\n]|^"/

/** A cell for pasting into a spreadsheet: quoted if needed, and escaped if it looks like a formula. */
export function tsvCell(text: string): string {
  const safe = escapeFormula(text)
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const tsvLine = (cells: readonly string[]) => cells.map(tsvCell).join('\t')
