import { assert, constantFrom, integer, oneof, option, property, tuple } from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { matches } from '#/demo/search/mongo-query.ts'
import { momentQuery, textsBetween } from './moment-query.ts'
import { toMongoQuery } from './mongo-query.ts'
import { questionsOf } from './questions.ts'

const zoneBefore = process.env['TZ']
afterEach(() => {
  process.env['TZ'] = zoneBefore
})

const MINUTE = 60_000
const two = (number: number) => String(number).padStart(2, '0')

/** A time as a device with this offset from UTC (minutes) writes it. */
function deviceText(moment: number, offset: number, ending: string): string {
  const local = new Date(moment + offset * MINUTE).toISOString().slice(0, 19)
  const size = Math.abs(offset)
  return `${local}${ending}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** The day that the table shows. */
function dayOf(moment: number): string {
  const date = new Date(moment)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

const isWithin = (day: string, from: string | null, to: string | null) =>
  (from === null || day >= from) && (to === null || day <= to)

const zones = constantFrom(
  'UTC',
  'Africa/Nairobi',
  'Europe/Paris',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
)
/** Minutes from UTC, common offsets more often. */
const offset = oneof(
  constantFrom(0, 60, 180, -300, 330, 345, -210),
  integer({ min: -48, max: 56 }).map((q) => q * 15),
)
const START = Date.UTC(2026, 2, 1)
/** Includes the days on which daylight saving time begins. */
const moment = oneof(
  integer({ min: 0, max: 45 * 24 * 60 }),
  integer({ min: 0, max: 45 * 24 * 4 }).map((quarter) => quarter * 15),
).map((minutes) => START + minutes * MINUTE)
const day = integer({ min: 0, max: 45 }).map((days) =>
  new Date(START + days * 1440 * MINUTE).toISOString().slice(0, 10),
)
const days = oneof(
  tuple(option(day), option(day)),
  day.map((one) => [one, one] as const),
)

describe('momentQuery', () => {
  it('matches what the table shows on these days, in all time zones of reader and device', () => {
    assert(
      property(zones, moment, offset, days, constantFrom('', '.000', '.5'), (zone, at, minutes, [from, to], ending) => {
        process.env['TZ'] = zone
        const query = momentQuery('start', { from, to })
        const text = deviceText(at, minutes, ending)
        expect(matches({ start: text }, query)).toBe(isWithin(dayOf(at), from, to))
        expect(matches({ start: text.replace(/:(\d\d)$/, '$1') }, query)).toBe(isWithin(dayOf(at), from, to))
      }),
      { numRuns: 700 },
    )
  })

  it('matches times near the limits of a day, with every offset', () => {
    for (const zone of ['Africa/Nairobi', 'Asia/Kathmandu', 'America/St_Johns']) {
      process.env['TZ'] = zone
      const [from, to] = ['2026-03-08', '2026-03-08']
      const query = momentQuery('start', { from, to })
      for (const end of [new Date(2026, 2, 8).getTime(), new Date(2026, 2, 9).getTime()]) {
        for (let minutes = -720; minutes <= 840; minutes += 15) {
          for (const near of [-61, -46, -31, -16, -15, -14, -1, 0, 1, 14, 15, 16, 31, 46, 61]) {
            const at = end + near * MINUTE
            const text = deviceText(at, minutes, '.000')
            expect(matches({ start: text }, query), `${zone} ${text}`).toBe(isWithin(dayOf(at), from, to))
          }
        }
      }
    }
  })

  it('reads a text without an offset as UTC, and a date as that day', () => {
    assert(
      property(zones, moment, days, constantFrom('', 'Z', '.000Z'), (zone, at, [from, to], ending) => {
        process.env['TZ'] = zone
        const query = momentQuery('start', { from, to })
        const text = new Date(at).toISOString()
        expect(matches({ start: text.slice(0, 19) + ending }, query)).toBe(isWithin(dayOf(at), from, to))
        const date = text.slice(0, 10)
        expect(matches({ start: date }, query)).toBe(isWithin(date, from, to))
      }),
      { numRuns: 300 },
    )
  })

  it('matches no other text and no absent value', () => {
    const query = momentQuery('start', { from: '2026-03-08', to: '9999-12-31' })
    for (const start of ['', 'yesterday', undefined, null, 5, '2026-03-07'])
      expect(matches({ start }, query)).toBe(false)
    expect(matches({ start: '2026-03-09T10:00:00.000+03:00' }, query)).toBe(true)
  })

  it('has no upper limit for the last day that can be typed', () => {
    const query = momentQuery('start', { from: null, to: '9999-12-31' })
    for (const start of ['2026-03-09T10:00:00.000+03:00', '2026-03-09T10:00:00Z', '2026-03-09']) {
      expect(matches({ start }, query)).toBe(true)
    }
    expect(textsBetween({ from: null, to: '9999-12-31' }, () => '')).toEqual({ $lt: ':' })
  })

  it('fits into a URL', () => {
    for (const zone of ['Africa/Nairobi', 'Asia/Kathmandu', 'America/St_Johns']) {
      process.env['TZ'] = zone
      const query = momentQuery('start', { from: '2026-02-28', to: '2026-02-28' })
      expect(new URLSearchParams({ query: JSON.stringify(query) }).toString().length).toBeLessThan(6500)
    }
  })
})

describe('toMongoQuery', () => {
  const content = {
    survey: [
      { type: 'start', name: 'start', $xpath: 'start' },
      { type: 'begin_repeat', name: 'member', $xpath: 'member' },
      { type: 'datetime', name: 'seen', $xpath: 'member/seen' },
      { type: 'end_repeat' },
    ],
  }
  const FORM = { questions: questionsOf(content) }

  it.each(['start', 'member/seen', 'of_an_older_version'])(
    'matches date-times by days in the time zone of the reader in %s',
    (field) => {
      process.env['TZ'] = 'Africa/Nairobi'
      const answer = (text: string) => (field === 'member/seen' ? { member: [{ [field]: text }] } : { [field]: text })
      const finds = (day: string, text: string) => {
        const parts = [{ field, test: { op: 'day', from: day, to: day } as const }]
        return matches(answer(text), toMongoQuery({ join: 'and', parts }, FORM) ?? {})
      }
      for (const text of [
        '2026-11-20T23:30:00.000Z',
        '2026-11-20T23:30:00.000+00:00',
        '2026-11-20T15:30:00.000-08:00',
      ]) {
        expect(finds('2026-11-21', text), text).toBe(true)
        expect(finds('2026-11-20', text), text).toBe(false)
      }
    },
  )
})
