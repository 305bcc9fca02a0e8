import type { Cell } from './cell.ts'

/** "A", "B", … "Z", "AA". */
export function columnLetters(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

/** The most that a cell holds. */
const LONGEST = 32_767
/** More digits than a spreadsheet keeps of a number. */
const DIGITS = 15

const STYLE = { head: 1, date: 2, dateTime: 3 } as const

/** One cell; `at` is its name, such as "B7". */
export function cellXml(cell: Exclude<Cell, null>, at: string, isHead: boolean, onCut: () => void): string {
  if (typeof cell === 'string') return textXml(cell, at, isHead, onCut)
  if ('number' in cell) {
    const isExact = cell.number.replaceAll(/\D/g, '').length <= DIGITS
    return isExact ? `<c r="${at}"><v>${cell.number}</v></c>` : textXml(cell.number, at, isHead, onCut)
  }
  const serial = serialOf(cell.date)
  if (serial === null) return textXml(cell.date, at, isHead, onCut)
  return `<c r="${at}" s="${cell.date.includes(' ') ? STYLE.dateTime : STYLE.date}"><v>${serial}</v></c>`
}

function textXml(text: string, at: string, isHead: boolean, onCut: () => void): string {
  let kept = text
  if (text.length > LONGEST) {
    kept = text.slice(0, LONGEST)
    onCut()
  }
  const style = isHead ? ` s="${STYLE.head}"` : ''
  return `<c r="${at}" t="inlineStr"${style}><is><t xml:space="preserve">${xmlText(kept)}</t></is></c>`
}

const SPECIAL = /[&<>"\r]|_x[\dA-Fa-f]{4}_|[^\t\n\u0020-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** A text in XML. What XML cannot hold becomes U+FFFD; `_x0041_`, which Excel would read as "A", stays as it is. */
export const xmlText = (text: string) =>
  text.replaceAll(SPECIAL, (found) => {
    switch (found) {
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
        return found.startsWith('_x') ? `_x005F${found}` : '\u{FFFD}'
    }
  })

const MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d))?$/
/** Excel counts days from here, but takes 1900 for a leap year: days before March 1900 would be wrong. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
const FIRST_RIGHT = 61
const DAY = 86_400_000

/** Days since 1900 as spreadsheets count them; `null` where they cannot. */
function serialOf(date: string): number | null {
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = MOMENT.exec(date) ?? []
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  const isReal = !Number.isNaN(at) && new Date(at).getUTCDate() === Number(day)
  const serial = (at - DAY_ZERO) / DAY
  return isReal && serial >= FIRST_RIGHT ? serial : null
}
