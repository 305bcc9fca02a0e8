import type { CellObject } from '@e965/xlsx'

/** How a workbook stores dates. */
export interface DateStyle {
  /** Days are counted from 1904 instead of 1900, as old versions of Excel for Mac did. */
  from1904: boolean
  /** `.xls`: dates include the time, even midnight. */
  withTime: boolean
}

const DATE_FORMAT = /^(?!.*(?:General|@)).*[dy]/i
const NO_DATE_LETTERS = /"[^"]*"|\[[^\]]*\]|\\./g
const DAYS_TO_1970 = { from1900: 25_569, from1904: 24_107 }

/**
 * The text of a cell as pyxform reads it: integers without a decimal point, dates as ISO text, booleans in capitals.
 */
export function cellText(cell: CellObject | undefined, dates: DateStyle): string {
  if (!cell || cell.v === undefined || cell.t === 'e' || cell.t === 'z') return ''
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE'
  if (typeof cell.v === 'number') {
    const isDate = typeof cell.z === 'string' && DATE_FORMAT.test(cell.z.replaceAll(NO_DATE_LETTERS, ''))
    return isDate ? dateText(cell.v, dates) : String(cell.v)
  }
  return String(cell.v).replaceAll('\u00A0', ' ').replaceAll('\r\n', '\n').trim()
}

function dateText(days: number, { from1904, withTime }: DateStyle): string {
  const sinceThen = days - (from1904 ? DAYS_TO_1970.from1904 : DAYS_TO_1970.from1900)
  const text = new Date(Math.round(sinceThen * 86_400_000)).toISOString()
  return Number.isInteger(days) && !withTime ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ')
}
