import toRegexRange from 'to-regex-range'

/** A number as submissions hold it: an optional sign, digits, an optional fraction. */
const DECIMAL = /^(-?)0*(\d*?)(?:\.(\d*?)0*)?$/

interface Decimal {
  isNegative: boolean
  /** Without leading zeros; empty for zero. */
  whole: string
  /** Without trailing zeros. */
  fraction: string
}

/** The library counts in floating point. */
const EXACT_DIGITS = 15

/**
 * The parts of a number; `null` for what is none, or has more than 15 digits before the point. `1e5` is none: neither
 * forms nor KPI write numbers so.
 */
export function toDecimal(text: string): Decimal | null {
  const match = /\d/.test(text) ? DECIMAL.exec(text) : null
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  if (whole.length > EXACT_DIGITS) return null
  return { isNegative: sign === '-' && whole + fraction !== '', whole, fraction }
}

const FRACTION = '(?:\\.\\d*)?'
const NOTHING = '(?!)'

/**
 * A regular expression that finds the texts of numbers from `from` to `to`, both included; `null` leaves that side
 * open. Submissions hold numbers as texts, and the database compares texts: only patterns find numbers [0729].
 * @throws RangeError for what is no number
 */
export function numberPattern(from: string | null, to: string | null): string {
  const sides = [from === null ? null : atLeast(parse(from)), to === null ? null : atMost(parse(to))]
  const [first = NUMBER, ...rest] = sides.filter((side) => side !== null)
  return `^(?=.*\\d)${rest.map((side) => `(?=${side}$)`).join('')}${first}$`
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
  return limit.isNegative ? either(POSITIVE, minus(sizeUpTo(limit))) : sizeFrom(limit)
}

function atMost(limit: Decimal): string {
  if (isZero(limit)) return either(minus(POSITIVE), ZERO)
  return limit.isNegative ? minus(sizeFrom(limit)) : either(minus(POSITIVE), sizeUpTo(limit))
}

/** Numbers without a sign that are at least this. */
function sizeFrom({ whole, fraction }: Decimal): string {
  return either(`0*${more(whole)}${FRACTION}`, `0*${whole}${fraction === '' ? FRACTION : `\\.${digitsFrom(fraction)}`}`)
}

/** Numbers without a sign that are at most this. */
function sizeUpTo({ whole, fraction }: Decimal): string {
  return either(`0*${less(whole)}${FRACTION}`, `0*${whole}(?:\\.${digitsUpTo(fraction)})?`)
}

/** Whole numbers above one, without leading zeros. */
function more(whole: string): string {
  const digits = whole.length
  const longer = `[1-9]\\d{${digits},}`
  const largest = 10n ** BigInt(digits) - 1n
  const next = BigInt(whole || 0) + 1n
  return next > largest ? longer : either(longer, range(next, largest))
}

/** Whole numbers below one, without leading zeros. */
function less(whole: string): string {
  if (whole === '') return NOTHING
  const below = BigInt(whole) - 1n
  return below === 0n ? '' : either('', range(1n, below))
}

const range = (from: bigint, to: bigint) => `(?:${toRegexRange(String(from), String(to))})`

/** Digits behind the point that are at least these, whatever follows. */
function digitsFrom(fraction: string): string {
  const above = fraction
    .split('')
    .flatMap((digit, at) => (digit === '9' ? [] : [`${fraction.slice(0, at)}[${Number(digit) + 1}-9]\\d*`]))
  return either(...above, `${fraction}\\d*`)
}

/** Digits behind the point that are at most these; fewer digits count as zeros. */
function digitsUpTo(fraction: string): string {
  const below = fraction
    .split('')
    .flatMap((digit, at) => (digit === '0' ? [] : [`${fraction.slice(0, at)}[0-${Number(digit) - 1}]\\d*`]))
  // A shorter one that begins the same is smaller: `.2` is below `.25`.
  const shorter = fraction.split('').map((_, at) => fraction.slice(0, at))
  return either(...below, ...shorter, `${fraction}0*`)
}
