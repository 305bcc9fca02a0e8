/** What a typed number is; `texts` are written with a point and without marks between thousands: `-1234.5`. */
export type NumberInterpretation =
  | { kind: 'number'; text: string }
  /** It may be either: the reader's own way of writing stands first. */
  | { kind: 'ambiguous'; texts: readonly [string, string] }
  | { kind: 'none' }

interface NumberOptions {
  /** Of the interface, for `Intl`. */
  locale: string
  /** `whole`: counts from 0, so that each mark stands between thousands. `coordinate`: so small that none does. */
  form?: 'any' | 'whole' | 'coordinate'
}

const NONE: NumberInterpretation = { kind: 'none' }
const DIRECTION_MARKS = /[\u061C\u200E\u200F]/g
const ARABIC_DECIMAL = '\u066B'
/** Marks that stand between thousands only. */
const THOUSANDS = /[\s'’\u066C]/
const MARK = /[.,\s'’\u066B\u066C]/

/** Reads a number as people write it: by any digits of Unicode, with a decimal comma or point, with marks between thousands. */
export function readNumber(typed: string, { locale, form = 'any' }: NumberOptions): NumberInterpretation {
  const [, sign = '', text = ''] = /^([+\-−]?)(.*)$/s.exec(plain(typed)) ?? []
  const groups = text.split(MARK)
  const marks = text.match(new RegExp(MARK, 'g')) ?? []
  if (!/\d/.test(text) || !groups.every((group) => /^\d*$/.test(group))) return NONE
  const minus = sign === '' || sign === '+' ? '' : '-'
  const whole = groups.join('')
  if (form === 'whole') {
    const isWhole = minus === '' && (marks.length === 0 || (isUniform(marks) && areThousands(groups)))
    return isWhole ? { kind: 'number', text: whole } : NONE
  }
  const mark = marks.at(-1)
  if (mark === undefined) return { kind: 'number', text: minus + whole }

  const before = marks.slice(0, -1)
  const isDecimalMark = !THOUSANDS.test(mark) && !before.includes(mark)
  const fraction = groups.at(-1) ?? ''
  const integers = groups.slice(0, -1)
  const isDecimal =
    isDecimalMark && (before.length === 0 || (form === 'any' && isUniform(before) && areThousands(integers)))
  const isThousands = form === 'any' && mark !== ARABIC_DECIMAL && isUniform(marks) && areThousands(groups)
  const decimal = minus + (integers.join('') || '0') + (fraction && `.${fraction}`)
  if (isDecimal && isThousands) {
    const [few, many] = [decimal.replace(/\.?0+$/, ''), minus + whole]
    return { kind: 'ambiguous', texts: mark === decimalMark(locale) ? [few, many] : [many, few] }
  }
  if (isDecimal) return { kind: 'number', text: decimal }
  return isThousands ? { kind: 'number', text: minus + whole } : NONE
}

/** A number without marks between thousands, which others may read as a decimal mark. */
export const showNumber = (text: string, locale: string) => text.replace('.', decimalMark(locale))

const decimalMark = (locale: string) =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.'

/** With the digits 0 to 9 in the place of those of other scripts. */
const plain = (typed: string) =>
  typed
    .replace(DIRECTION_MARKS, '')
    .trim()
    .replaceAll('،', ',')
    .replaceAll(/\p{Nd}/gu, (digit) => String(valueOf(digit.codePointAt(0) ?? 0)))

/** Unicode has the digits of each script in a row, from zero to nine. */
function valueOf(codePoint: number): number {
  let first = codePoint
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1
  return (codePoint - first) % 10
}

const isUniform = (marks: readonly string[]) => marks.every((mark) => mark === marks[0])

/** Groups of three; in India the ones before the last are of two. A number does not begin with a zero then. */
const areThousands = (groups: readonly string[]) =>
  /^[1-9]\d{0,2}(?: \d{3})+$|^[1-9]\d?(?: \d{2})+ \d{3}$/.test(groups.join(' '))
