/** Whole days of the reader, `2026-11-20`, both included; `null` leaves a side open. */
interface Days {
  from: string | null
  to: string | null
}

const HOUR = 3_600_000
/** The offsets from UTC that there are: whole quarters of an hour from -12:00 to +14:00. */
const SIGNS = [
  { sign: 1, pattern: '[+]', mostHours: 14 },
  { sign: -1, pattern: '-', mostHours: 12 },
] as const
const QUARTERS = [0, 15, 30, 45]

/**
 * Finds the date-times that fall on the reader's days. The server compares texts, and each text has the offset of its
 * own device: what stands in it may be another day than the reader's. So there is one comparison for each kind of text.
 */
export function momentQuery(key: string, days: Days): Record<string, unknown> {
  const { since, until } = endsOf(days)
  const between = (pattern: string, textOf: (moment: Date, side: 'since' | 'until') => string) => ({
    [key]: { ...textsBetween(days, textOf), $regex: pattern },
  })
  const border = `${since ? `(?!${onSide('before', since)})` : ''}${until ? `(?!${onSide('since', until)})` : ''}`
  return {
    $or: [
      // A day without a time is the same day everywhere.
      between('^....-..-..$', dayText),
      // Without an offset it is UTC, as the cells take it.
      between('^.{10}T[^-+]+$', (moment) => minuteText(moment)),
      // Beyond the largest offsets a text is on one side, whichever offset it has.
      between(`^${border}.{16}.*[-+]..:?..$`, (moment, side) =>
        minuteText(moment, (side === 'since' ? -12 : 14) * HOUR),
      ),
    ],
  }
}

/** The texts between the ends of the days, which are written as `textOf` says. */
export function textsBetween(days: Days, textOf: (moment: Date, side: 'since' | 'until') => string) {
  const { since, until } = endsOf(days)
  return {
    ...(since && { $gte: textOf(since, 'since') }),
    ...(days.to !== null && { $lt: until ? textOf(until, 'until') : AFTER_DIGITS }),
  }
}

const AFTER_DIGITS = ':'

const endsOf = ({ from, to }: Days) => ({
  since: from === null ? null : midnight(from),
  // A year of five digits does not compare as text.
  until: to === null || to >= '9999' ? null : midnight(to, 1),
})

/** The first moment of the reader's day. */
function midnight(text: string, later = 0): Date {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  return new Date(year, month - 1, day + later)
}

const two = (number: number) => String(number).padStart(2, '0')

/** The reader's day of a moment: `2026-11-20`. */
export const dayText = (day: Date) =>
  `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`

const minuteText = (moment: Date, later = 0) => new Date(moment.getTime() + later).toISOString().slice(0, 16)

/**
 * A pattern of the texts with an offset that are before or since a moment, among those so near that the offset decides.
 * In hours, the local time less the offset is compared with the moment; where that leaves it open, minutes decide.
 */
function onSide(side: 'before' | 'since', moment: Date): string {
  const hour = Math.floor(moment.getTime() / HOUR)
  const minute = moment.getUTCMinutes()
  const bySign = SIGNS.map(({ sign, pattern, mostHours }) => {
    const options: string[] = []
    // From the step that is sure whatever the minutes to the one that they make impossible.
    for (const carry of side === 'since' ? [2, 1, 0, -1] : [-2, -1, 0, 1]) {
      const minutes = QUARTERS.map((quarter) => {
        const limit = minute + sign * quarter - 60 * carry
        return { quarter, range: side === 'since' ? twoDigits(limit, 59, 59) : twoDigits(0, limit - 1, 59) }
      })
      const possible = minutes.filter(({ range }) => range !== null)
      const isSure = minutes.every(({ range }) => range === ANY)
      if (isSure) options.length = 0
      if (possible.length === 0) continue
      const checks = isSure
        ? ''
        : `(?=.{14}(${possible.map(({ quarter, range }) => `${range}.*${two(quarter)}`).join('|')})$)`
      options.push(`${checks}${steps({ side, sign, mostHours, moment: hour, limit: hour + carry })}`)
    }
    return `(?=.*${pattern}..:?..$)(${options.join('|')})`
  })
  return `(${bySign.join('|')})`
}

interface Steps {
  side: 'before' | 'since'
  sign: 1 | -1
  mostHours: number
  /** Hours since 1970 in UTC. */
  moment: number
  limit: number
}

/** For each hour of local time near the moment, the hours of offset with which it is on that side of the limit. */
function steps({ side, sign, mostHours, moment, limit }: Steps): string {
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

/** A pattern of the numbers of two digits between two, of those up to `most`; `null` where there are none. */
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
