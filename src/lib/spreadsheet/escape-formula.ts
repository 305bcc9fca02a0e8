/** The start of a formula. Spreadsheets ignore invisible characters before it; Japanese ones accept full-width signs. */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/
/** GPS points as submitted. The last number has no sign, so nothing can be computed. */
const POINTS = /^(?:-?\d+(?:\.\d+)? ){3}\d+(?:\.\d+)?(?:; ?(?:-?\d+(?:\.\d+)? ){3}\d+(?:\.\d+)?)*;?$/
/** GPS points as displayed: numbers separated by a comma and a space, so nothing can be computed. */
const DISPLAYED_POINT = /^-?\d+(?:\.\d+)?(?:, -?\d+(?:\.\d+)?)+$/
const HARMLESS = [PLAIN_NUMBER, POINTS, DISPLAYED_POINT]

/**
 * Puts an apostrophe before a text that a spreadsheet would compute as a formula. For CSV and the clipboard: cells of XLSX
 * have a type.
 */
export const escapeFormula = (text: string) =>
  FORMULA.test(text) && !HARMLESS.some((pattern) => pattern.test(text)) ? `'${text}` : text
