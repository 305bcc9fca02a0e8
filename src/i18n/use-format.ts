import { useLocale } from './use-locale.ts'

/** Formats values in the user's locale and time zone. Dates are ISO 8601; without a zone they are UTC. */
export interface Format {
  number: (value: number) => string
  /** "20 Nov, 16:42"; with the year if it is not the current one. */
  dateTime: (iso: string) => string
  /** "2 hr ago", "yesterday", up to six days ago; else as `dateTime`. */
  relativeTime: (iso: string) => string
  /** "16:42" today, else "20 Nov, 16:42". */
  recentTime: (at: Date) => string
  /** "20 Nov 2026, 16:42". */
  fullDateTime: (iso: string) => string
  /** "20 Nov 2026". A date without a time is the same day in every time zone. */
  date: (iso: string) => string
  /** "20 Nov", for axes. Takes `YYYY-MM-DD`. */
  day: (isoDay: string) => string
  /** "a, b and c". */
  list: (items: readonly string[]) => string
  /** "a, b or c". */
  listOfAlternatives: (items: readonly string[]) => string
  /** Bytes as "64 kB". */
  fileSize: (bytes: number) => string
}

const HAS_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/
/** `Date` guesses at other texts: "size=1" becomes a day in 2001. */
const IS_DATE = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\d(?:T|$)/
function toDate(iso: string): Date {
  if (!IS_DATE.test(iso)) return new Date(NaN)
  return new Date(HAS_ZONE.test(iso) || !iso.includes('T') ? iso : `${iso}Z`)
}
const isValid = (date: Date) => !Number.isNaN(date.getTime())

const DAY = { day: 'numeric', month: 'short' } as const
const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Younger times say so even after midnight: "3 hr ago", not "yesterday". */
const HOURS_OVER_MIDNIGHT = 6
const MAX_DAYS_AGO = 6

/** How many midnights of the local time zone are between two times. */
function daysBetween(from: Date, to: Date): number {
  const day = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((day(to) - day(from)) / (24 * HOUR))
}

/** How long ago it was, in the largest unit; `null` if it is in the future or too long ago. */
function ageOf(time: Date, now: Date): [value: number, unit: Intl.RelativeTimeFormatUnit] | null {
  const age = now.getTime() - time.getTime()
  const days = daysBetween(time, now)
  if (!(age >= -MINUTE && days <= MAX_DAYS_AGO)) return null // clocks of servers may be a few seconds ahead
  if (age < MINUTE) return [0, 'second']
  if (age < HOUR) return [Math.floor(age / MINUTE), 'minute']
  if (days === 0 || age < HOURS_OVER_MIDNIGHT * HOUR) return [Math.floor(age / HOUR), 'hour']
  return [days, 'day']
}

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

function createFormat(locale: string): Format {
  const number = new Intl.NumberFormat(locale)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const either = new Intl.ListFormat(locale, { type: 'disjunction' })
  const time = new Intl.DateTimeFormat(locale, TIME)
  const thisYear = new Intl.DateTimeFormat(locale, { ...DAY, ...TIME })
  const otherYear = new Intl.DateTimeFormat(locale, { ...DAY, year: 'numeric', ...TIME })
  const date = new Intl.DateTimeFormat(locale, { ...DAY, year: 'numeric' })
  const utcDate = new Intl.DateTimeFormat(locale, { ...DAY, year: 'numeric', timeZone: 'UTC' })
  const day = new Intl.DateTimeFormat(locale, { ...DAY, timeZone: 'UTC' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const dateTime = (iso: string) => {
    const value = toDate(iso)
    if (!isValid(value)) return iso
    return (value.getFullYear() === new Date().getFullYear() ? thisYear : otherYear).format(value)
  }

  return {
    number: (value) => number.format(value),
    dateTime,
    relativeTime: (iso) => {
      const age = ageOf(toDate(iso), new Date())
      return age ? relative.format(-age[0], age[1]) : dateTime(iso)
    },
    recentTime: (at) => (at.toDateString() === new Date().toDateString() ? time : thisYear).format(at),
    fullDateTime: (iso) => (isValid(toDate(iso)) ? otherYear.format(toDate(iso)) : iso),
    date: (iso) => (isValid(toDate(iso)) ? (iso.includes('T') ? date : utcDate).format(toDate(iso)) : iso),
    day: (isoDay) => (isValid(toDate(isoDay)) ? day.format(toDate(isoDay)) : isoDay),
    list: (items) => list.format(items),
    listOfAlternatives: (items) => either.format(items),
    fileSize: (bytes) => {
      const [size, unit] = bytes < 1e6 ? [1e3, 'kilobyte'] : bytes < 1e9 ? [1e6, 'megabyte'] : [1e9, 'gigabyte']
      const value = bytes / size
      const maximumFractionDigits = value < 10 ? 1 : 0
      return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(value)
    },
  }
}

/** One for each locale: making it takes milliseconds, and a list has hundreds of components that format something. */
const formats = new Map<string, Format>()

function formatOf(locale: string): Format {
  const format = formats.get(locale) ?? createFormat(locale)
  formats.set(locale, format)
  return format
}

/** The {@link Format} of the current language. */
export const useFormat = (): Format => formatOf(useLocale())
