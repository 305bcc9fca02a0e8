/** Starts as a formula does; spreadsheets look past what cannot be seen, and Japanese ones take wide signs, too. */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/
/** Places as they are sent, south of the equator, too: no sign before the last number, so that it computes nothing. */
const PLACES = /^(?:-?\d+(?:\.\d+)? ){3}\d+(?:\.\d+)?(?:; ?(?:-?\d+(?:\.\d+)? ){3}\d+(?:\.\d+)?)*;?$/
/** Places as they are shown: a comma and a space between two numbers compute nothing either. */
const SHOWN_PLACE = /^-?\d+(?:\.\d+)?(?:, -?\d+(?:\.\d+)?)+$/
const HARMLESS = [PLAIN_NUMBER, PLACES, SHOWN_PLACE]

/**
 * A text that a spreadsheet shows instead of computing it: an apostrophe keeps it text. The guard of all that spreadsheets
 * read as plain text: CSV, and cells on the clipboard. Cells of XLSX say by themselves that they are text.
 */
export const asText = (text: string) =>
  FORMULA.test(text) && !HARMLESS.some((pattern) => pattern.test(text)) ? `'${text}` : text
