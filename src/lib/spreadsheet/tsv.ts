import { asText } from './as-text.ts'

const NEEDS_QUOTES = /[\t\r\n]|^"/

/** A cell as spreadsheets take it from the clipboard: on one line, and never a formula. */
export function tsvCell(text: string): string {
  const safe = asText(text)
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const tsvLine = (cells: readonly string[]) => cells.map(tsvCell).join('\t')
