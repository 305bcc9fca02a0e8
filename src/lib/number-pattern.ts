import toRegexRange from 'to-regex-range'

/** A number in a submission: an optional sign, digits, an optional fraction. */
const DECIMAL = /^(-?)0*(\d*?)(?:\.(\d*?)0*)?$/

interface Decimal {
  isNegative: boolean
  /** Without leading zeros; empty for zero. */
  whole: string
  /** Without trailing zeros. */
  fraction: string
}

/** `to-regex-range` computes with floating-point numbers. */
const EXACT_DIGITS = 15

/**
 * Splits a number; `null` if the text is not a number, or has more than 15 digits before the point. `1e5` is not a number:
 * neither forms nor KPI use this notation.
 */
export function toDecimal(text: string): Decimal | null {
  const match = /\d/.test(text) ? DECIMAL.exec(text) : null
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  if (whole.length > EXACT_DIGITS) return null
  return { isNegative: sign === '-' && whole + fraction !== '', whole, fraction }
}

const FRACTION = '(?:\\.\\d*)?'
const NEVER = '(?!)'

/**
 * A regular expression that matches the texts of numbers from `from` to `to`, both inclusive, except the number `without`;
 * `null` means no limit. Submissions store numbers as texts, and the database compares them as texts, so only patterns can
 * filter them [0729].
 * @throws RangeError if a limit is not a number
 */
export function numberPattern(from: string | null, to: string | null, without: string | null = null): string {
  const sides = [from === null ? null : atLeast(parse(from)), to === null ? null : atMost(parse(to))]
  const [first = NUMBER, ...rest] = sides.filter((side) => side !== null)
  const others = without === null ? '' : `(?!${exactly(parse(without))}$)`
  return `^(?=.*\\d)${others}${rest.map((side) => `(?=${side}$)`).join('')}${first}$`
}

function parse(text: string): Decimal {
  const decimal = toDecimal(text)
  if (!decimal) throw new RangeError(`Not a number: ${text}`)
  return decimal
}

const NUMBER = `-?\\d*${FRACTION}`
const POSITIVE = `\\d*${FRACTION}`
const minus = (pattern: string) => `-(?:${pattern})`
const either = (...patterns: string[]) => `(?:${patterns.join('|')})`

/** Zero is also written `-0`. */
const ZERO = '-?0*(?:\\.0*)?'

const isZero = ({ whole, fraction }: Decimal) => whole === '' && fraction === ''

function atLeast(limit: Decimal): string {
  if (isZero(limit)) return either(POSITIVE, ZERO)
  return limit.isNegative ? either(POSITIVE, minus(magnitudeAtMost(limit))) : magnitudeAtLeast(limit)
}

function atMost(limit: Decimal): string {
  if (isZero(limit)) return either(minus(POSITIVE), ZERO)
  return limit.isNegative ? minus(magnitudeAtLeast(limit)) : either(minus(POSITIVE), magnitudeAtMost(limit))
}

/** Matches one number, with or without extra zeros. */
function exactly(number: Decimal): string {
  if (isZero(number)) return ZERO
  const { isNegative, whole, fraction } = number
  return `${isNegative ? '-' : ''}0*${whole}${fraction === '' ? '(?:\\.0*)?' : `\\.${fraction}0*`}`
}

/** Matches unsigned numbers that are at least the limit. */
function magnitudeAtLeast({ whole, fraction }: Decimal): string {
  return either(
    `0*${wholeAbove(whole)}${FRACTION}`,
    `0*${whole}${fraction === '' ? FRACTION : `\\.${fractionAtLeast(fraction)}`}`,
  )
}

/** Matches unsigned numbers that are at most the limit. */
function magnitudeAtMost({ whole, fraction }: Decimal): string {
  return either(`0*${wholeBelow(whole)}${FRACTION}`, `0*${whole}(?:\\.${fractionAtMost(fraction)})?`)
}

/** Matches integers greater than this one, without leading zeros. */
function wholeAbove(whole: string): string {
  const digits = whole.length
  const longer = `[1-9]\\d{${digits},}`
  const largest = 10n ** BigInt(digits) - 1n
  const next = BigInt(whole || 0) + 1n
  return next > largest ? longer : either(longer, range(next, largest))
}

/** Matches integers less than this one, without leading zeros. */
function wholeBelow(whole: string): string {
  if (whole === '') return NEVER
  const below = BigInt(whole) - 1n
  return below === 0n ? '' : either('', range(1n, below))
}

const range = (from: bigint, to: bigint) => `(?:${toRegexRange(String(from), String(to))})`

/** Matches fraction digits that are at least these. */
function fractionAtLeast(fraction: string): string {
  const above = fraction
    .split('')
    .flatMap((digit, at) => (digit === '9' ? [] : [`${fraction.slice(0, at)}[${Number(digit) + 1}-9]\\d*`]))
  return either(...above, `${fraction}\\d*`)
}

/** Matches fraction digits that are at most these; missing digits count as zeros. */
function fractionAtMost(fraction: string): string {
  const below = fraction
    .split('')
    .flatMap((digit, at) => (digit === '0' ? [] : [`${fraction.slice(0, at)}[0-${Number(digit) - 1}]\\d*`]))
  // A prefix is smaller: `.2` is less than `.25`.
  const shorter = fraction.split('').map((_, at) => fraction.slice(0, at))
  return either(...below, ...shorter, `${fraction}0*`)
}
