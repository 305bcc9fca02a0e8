import type { Cell } from './cell.ts'

/** The name of a column by its index: "A", "B", … "Z", "AA". */
export function columnLetters(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

/** Maximal length of a cell's text. */
const MAX_TEXT_LENGTH = 32_767
/** Spreadsheets keep 15 digits of a number: longer numbers are written as text. */
const MAX_DIGITS = 15

const STYLE = { header: 1, date: 2, dateTime: 3 } as const

/** The XML of a cell; `reference` is its name, such as "B7". */
export function cellXml(
  cell: Exclude<Cell, null>,
  reference: string,
  isHeader: boolean,
  onTruncate: () => void,
): string {
  if (typeof cell === 'string') return textXml(cell, reference, isHeader, onTruncate)
  if ('number' in cell) {
    const isExact = cell.number.replaceAll(/\D/g, '').length <= MAX_DIGITS
    return isExact
      ? `<c r="${reference}"><v>${cell.number}</v></c>`
      : textXml(cell.number, reference, isHeader, onTruncate)
  }
  const serial = serialOf(cell.date)
  if (serial === null) return textXml(cell.date, reference, isHeader, onTruncate)
  return `<c r="${reference}" s="${cell.date.includes(' ') ? STYLE.dateTime : STYLE.date}"><v>${serial}</v></c>`
}

function textXml(text: string, reference: string, isHeader: boolean, onTruncate: () => void): string {
  let kept = text
  if (text.length > MAX_TEXT_LENGTH) {
    kept = text.slice(0, MAX_TEXT_LENGTH)
    onTruncate()
  }
  const style = isHeader ? ` s="${STYLE.header}"` : ''
  return `<c r="${reference}" t="inlineStr"${style}><is><t xml:space="preserve">${xmlText(kept)}</t></is></c>`
}

const SPECIAL = /[&<>"\r]|_x[\dA-Fa-f]{4}_|[^\t\n\u0020-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Escapes a text for XML. Characters that XML forbids become U+FFFD; `_x0041_`, which Excel would decode, is escaped. */
export const xmlText = (text: string) =>
  text.replaceAll(SPECIAL, (character) => {
    switch (character) {
      case '&':
        return '&amp;'
      case '<':
        return '&lt;'
      case '>':
        return '&gt;'
      case '"':
        return '&quot;'
      case '\r':
        return '&#13;'
      default:
        return character.startsWith('_x') ? `_x005F${character}` : '\u{FFFD}'
    }
  })

const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d))?$/
/** Day 0 of Excel. It treats 1900 as a leap year, so dates before March 1900 would be wrong. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
const FIRST_RELIABLE = 61
const DAY = 86_400_000

/** The serial number of a date in Excel; `null` if Excel cannot represent it. */
function serialOf(date: string): number | null {
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = DATE_TIME.exec(date) ?? []
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  const isReal = !Number.isNaN(time) && new Date(time).getUTCDate() === Number(day)
  const serial = (time - DAY_ZERO) / DAY
  return isReal && serial >= FIRST_RELIABLE ? serial : null
}
