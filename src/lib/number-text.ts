/** The result of {@link parseNumber}. Texts have a decimal point and no group separators: `-1234.5`. */
export type ParsedNumber =
  | { kind: 'number'; text: string }
  /** Both are possible; the one in the format of the locale is first. */
  | { kind: 'ambiguous'; texts: readonly [string, string] }
  | { kind: 'none' }

interface NumberOptions {
  /** The locale of the interface, for `Intl`. */
  locale: string
  /** `whole`: integers from 0, so that every mark is a group separator. `coordinate`: no mark is a group separator. */
  form?: 'any' | 'whole' | 'coordinate'
}

const NONE: ParsedNumber = { kind: 'none' }
const DIRECTION_MARKS = /[\u061C\u200E\u200F]/g
const ARABIC_DECIMAL = '\u066B'
/** Marks that are always group separators. */
const THOUSANDS = /[\s'’\u066C]/
const MARK = /[.,\s'’\u066B\u066C]/

/** Parses a number as people type it: with any Unicode digits, decimal comma or point, and group separators. */
export function parseNumber(typed: string, { locale, form = 'any' }: NumberOptions): ParsedNumber {
  const [, sign = '', text = ''] = /^([+\-−]?)(.*)$/s.exec(toLatinDigits(typed)) ?? []
  const groups = text.split(MARK)
  const marks = text.match(new RegExp(MARK, 'g')) ?? []
  if (!/\d/.test(text) || !groups.every((group) => /^\d*$/.test(group))) return NONE
  const minus = sign === '' || sign === '+' ? '' : '-'
  const whole = groups.join('')
  if (form === 'whole') {
    const isWhole = minus === '' && (marks.length === 0 || (areEqual(marks) && areDigitGroups(groups)))
    return isWhole ? { kind: 'number', text: whole } : NONE
  }
  const mark = marks.at(-1)
  if (mark === undefined) return { kind: 'number', text: minus + whole }

  const before = marks.slice(0, -1)
  const isDecimalMark = !THOUSANDS.test(mark) && !before.includes(mark)
  const fraction = groups.at(-1) ?? ''
  const integers = groups.slice(0, -1)
  const isDecimal =
    isDecimalMark && (before.length === 0 || (form === 'any' && areEqual(before) && areDigitGroups(integers)))
  const isGrouped = form === 'any' && mark !== ARABIC_DECIMAL && areEqual(marks) && areDigitGroups(groups)
  const decimal = minus + (integers.join('') || '0') + (fraction && `.${fraction}`)
  if (isDecimal && isGrouped) {
    const [shortened, grouped] = [decimal.replace(/\.?0+$/, ''), minus + whole]
    return { kind: 'ambiguous', texts: mark === decimalMark(locale) ? [shortened, grouped] : [grouped, shortened] }
  }
  if (isDecimal) return { kind: 'number', text: decimal }
  return isGrouped ? { kind: 'number', text: minus + whole } : NONE
}

/** Formats a number with the decimal mark of the locale, and without group separators, which are ambiguous. */
export const formatNumber = (text: string, locale: string) => text.replace('.', decimalMark(locale))

const decimalMark = (locale: string) =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.'

/** Replaces the digits of other scripts by 0 to 9. */
const toLatinDigits = (typed: string) =>
  typed
    .replace(DIRECTION_MARKS, '')
    .trim()
    .replaceAll('،', ',')
    .replaceAll(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)))

/** The value of a digit: Unicode orders the digits of each script from zero to nine. */
function digitValue(codePoint: number): number {
  let first = codePoint
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1
  return (codePoint - first) % 10
}

const areEqual = (marks: readonly string[]) => marks.every((mark) => mark === marks[0])

/** Groups of three digits, or as in India groups of two before the last. Grouped numbers have no leading zero. */
const areDigitGroups = (groups: readonly string[]) =>
  /^[1-9]\d{0,2}(?: \d{3})+$|^[1-9]\d?(?: \d{2})+ \d{3}$/.test(groups.join(' '))
