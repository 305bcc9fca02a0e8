import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { languageOf } from './languages.ts'

/** Numbers, dates and lists in the reader's way. Dates come as ISO 8601; those without a zone are taken as UTC. */
export interface Format {
  number: (value: number) => string
  /** "20 Nov, 16:42"; with the year where it is not this one. */
  dateTime: (iso: string) => string
  /** "16:42" of today; else as `dateTime`. */
  recent: (at: Date) => string
  /** "20 Nov 2026, 16:42". */
  fullDateTime: (iso: string) => string
  /** "20 Nov 2026". A day without a time is the same day in every zone. */
  date: (iso: string) => string
  /** "20 Nov", for axes. Takes `YYYY-MM-DD`, a day without a time zone. */
  day: (isoDay: string) => string
  /** "a, b and c". */
  list: (items: readonly string[]) => string
  /** "a, b or c". */
  either: (items: readonly string[]) => string
  /** Bytes as "64 kB". */
  size: (bytes: number) => string
  /** Name of the reader's time zone: "East Africa Time (UTC+3)". */
  timeZone: () => string
}

const HAS_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/
/** Anything else `Date` would guess at: "size=1" becomes a day of 2001. */
const IS_DATE = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\d(?:T|$)/
function toDate(iso: string): Date {
  if (!IS_DATE.test(iso)) return new Date(NaN)
  return new Date(HAS_ZONE.test(iso) || !iso.includes('T') ? iso : `${iso}Z`)
}
const isValid = (date: Date) => !Number.isNaN(date.getTime())

const DAY = { day: 'numeric', month: 'short' } as const
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
  const zoneIn = (timeZoneName: 'long' | 'shortOffset') =>
    new Intl.DateTimeFormat(locale, { timeZoneName }).formatToParts().find(({ type }) => type === 'timeZoneName')
      ?.value ?? ''

  return {
    number: (value) => number.format(value),
    dateTime: (iso) => {
      const value = toDate(iso)
      if (!isValid(value)) return iso
      return (value.getFullYear() === new Date().getFullYear() ? thisYear : otherYear).format(value)
    },
    recent: (at) => (at.toDateString() === new Date().toDateString() ? time : thisYear).format(at),
    fullDateTime: (iso) => (isValid(toDate(iso)) ? otherYear.format(toDate(iso)) : iso),
    date: (iso) => (isValid(toDate(iso)) ? (iso.includes('T') ? date : utcDate).format(toDate(iso)) : iso),
    day: (isoDay) => (isValid(toDate(isoDay)) ? day.format(toDate(isoDay)) : isoDay),
    list: (items) => list.format(items),
    either: (items) => either.format(items),
    size: (bytes) => {
      const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
      const maximumFractionDigits = value < 10 ? 1 : 0
      return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(value)
    },
    timeZone: () => `${zoneIn('long')} (${zoneIn('shortOffset').replace('GMT', 'UTC')})`,
  }
}

export function useFormat(): Format {
  const { i18n } = useTranslation()
  const { locale } = languageOf(i18n.language)
  return useMemo(() => createFormat(locale), [locale])
}
