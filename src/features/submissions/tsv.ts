/** Numbers, and coordinates: nothing that a spreadsheet would reckon with. */
const IS_NUMBER = /^-?\d+(?:\.\d+)?(?:, -?\d+(?:\.\d+)?)*$/
const BEGINS_FORMULA = /^[\s]*[=+\-@]/
const NEEDS_QUOTES = /[\t\r\n]|^"/

/** A cell as spreadsheets take it from the clipboard: on one line, and never a formula. */
export function tsvCell(text: string): string {
  const safe = BEGINS_FORMULA.test(text) && !IS_NUMBER.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const tsvLine = (cells: readonly string[]) => cells.map(tsvCell).join('\t')
