import type { Days } from '#/dataset/query/filter-days.ts'
import { dayText } from '#/lib/time/local-day.ts'

const HOUR = 3_600_000
/** All offsets from UTC: multiples of 15 minutes from -12:00 to +14:00. */
const SIGNS = [
  { sign: 1, pattern: '[+]', mostHours: 14 },
  { sign: -1, pattern: '-', mostHours: 12 },
] as const
const QUARTERS = [0, 15, 30, 45]

/**
 * A query for date-times on days in the time zone of this device. The server compares texts, and each text is a local time
 * with the offset of the device that sent it, which may be on another day than here. So each form of text has a
 * comparison of its own.
 */
export function momentQuery(key: string, days: Days): Record<string, unknown> {
  const { since, until } = limitsOf(days)
  const between = (pattern: string, textOf: (moment: Date, side: 'since' | 'until') => string) => ({
    [key]: { ...textsBetween(days, textOf), $regex: pattern },
  })
  const border = `${since ? `(?!${onSide('before', since)})` : ''}${until ? `(?!${onSide('since', until)})` : ''}`
  return {
    $or: [
      // A date without a time is the same in every time zone.
      between('^....-..-..$', dayText),
      // A text without an offset is UTC, as in the table.
      between('^.{10}T[^-+]+$', (moment) => minuteText(moment)),
      // Far enough from the limits, the comparison of texts is right with any offset; near them, `border` checks the offset.
      between(`^${border}.{16}.*[-+]..:?..$`, (moment, side) =>
        minuteText(moment, (side === 'since' ? -12 : 14) * HOUR),
      ),
    ],
  }
}

/** A condition for texts between the start of the first day and the end of the last, both written by `textOf`. */
export function textsBetween(days: Days, textOf: (moment: Date, side: 'since' | 'until') => string) {
  const { since, until } = limitsOf(days)
  return {
    ...(since && { $gte: textOf(since, 'since') }),
    ...(days.to !== null && { $lt: until ? textOf(until, 'until') : AFTER_DIGITS }),
  }
}

const AFTER_DIGITS = ':'

const limitsOf = ({ from, to }: Days) => ({
  since: from === null ? null : midnight(from),
  // A year with five digits cannot be compared as text.
  until: to === null || to >= '9999' ? null : midnight(to, 1),
})

/** The start of a day in the time zone of this device, `addDays` later. */
function midnight(text: string, addDays = 0): Date {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  return new Date(year, month - 1, day + addDays)
}

const two = (number: number) => String(number).padStart(2, '0')

/** UTC, to the minute: `2026-11-20T21:00`. `shift`: milliseconds. */
const minuteText = (moment: Date, shift = 0) => new Date(moment.getTime() + shift).toISOString().slice(0, 16)

/**
 * A regular expression for texts with an offset that are before a moment, or since it, among those near it. It compares
 * the hours of the local time and of the offset with those of the moment, and where these do not decide, the minutes.
 */
function onSide(side: 'before' | 'since', moment: Date): string {
  const hour = Math.floor(moment.getTime() / HOUR)
  const minute = moment.getUTCMinutes()
  const bySign = SIGNS.map(({ sign, pattern, mostHours }) => {
    const options: string[] = []
    // From the number of hours at which the minutes do not matter to the one that no minutes can reach.
    for (const carry of side === 'since' ? [2, 1, 0, -1] : [-2, -1, 0, 1]) {
      const minutes = QUARTERS.map((quarter) => {
        const limit = minute + sign * quarter - 60 * carry
        return { quarter, range: side === 'since' ? twoDigits(limit, 59, 59) : twoDigits(0, limit - 1, 59) }
      })
      const possible = minutes.filter(({ range }) => range !== null)
      const isDecided = minutes.every(({ range }) => range === ANY)
      if (isDecided) options.length = 0
      if (possible.length === 0) continue
      const checks = isDecided
        ? ''
        : `(?=.{14}(${possible.map(({ quarter, range }) => `${range}.*${two(quarter)}`).join('|')})$)`
      options.push(`${checks}${hourPattern({ side, sign, mostHours, moment: hour, limit: hour + carry })}`)
    }
    return `(?=.*${pattern}..:?..$)(${options.join('|')})`
  })
  return `(${bySign.join('|')})`
}

interface HourRange {
  side: 'before' | 'since'
  sign: 1 | -1
  mostHours: number
  /** Hours since 1970, UTC. */
  moment: number
  limit: number
}

/** A pattern of each local hour near the moment with the hours of offset that put it on that side of the limit. */
function hourPattern({ side, sign, mostHours, moment, limit }: HourRange): string {
  const days = new Map<string, { hours: string[]; all: number[] }>()
  for (let local = moment - 12; local <= moment + 15; local += 1) {
    const edge = sign * (local - limit)
    const range =
      (side === 'since') === (sign === 1) ? twoDigits(0, edge, mostHours) : twoDigits(edge, mostHours, mostHours)
    if (range === null) continue
    const [day = '', time = ''] = new Date(local * HOUR).toISOString().split('T')
    const { hours, all } = days.get(day) ?? { hours: [], all: [] }
    if (range === ANY) all.push(Number(time.slice(0, 2)))
    else hours.push(`${time.slice(0, 2)}.*${range}`)
    days.set(day, { hours, all })
  }
  const byDay = [...days].map(([day, { hours, all }]) => {
    const [first, last] = [all.at(0), all.at(-1)]
    const anyOffset = first === undefined || last === undefined ? [] : [`${twoDigits(first, last, 23)}.*${ANY}`]
    return `${day}T(${[...hours, ...anyOffset].join('|')})`
  })
  return `(${byDay.join('|')}):?..$`
}

const ANY = '..'

/** A pattern of the two-digit numbers from `from` to `to`, among 0 to `most`; `null` if there are none. */
function twoDigits(from: number, to: number, most: number): string | null {
  const [least, last] = [Math.max(from, 0), Math.min(to, most)]
  if (least > last) return null
  if (least === 0 && last === most) return ANY
  const tens = Array.from({ length: Math.floor(last / 10) + 1 }, (_, ten) => ten).filter((ten) => ten * 10 + 9 >= least)
  const parts = tens.map((ten) => {
    const [low, high] = [Math.max(least - ten * 10, 0), Math.min(last - ten * 10, 9)]
    return (
      ten +
      (low === 0 && high === 9 ? '\\d' : low === high ? String(low) : `[${low}${high === low + 1 ? '' : '-'}${high}]`)
    )
  })
  return parts.length === 1 ? parts.join('') : `(${parts.join('|')})`
}
