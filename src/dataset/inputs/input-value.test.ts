import { afterEach, describe, expect, it } from 'vitest'
import { readClock, writeClock } from './input-value.ts'

const zoneBefore = process.env['TZ']
afterEach(() => {
  process.env['TZ'] = zoneBefore
})

/** A time typed where there was no answer. */
const typeNew = (text: string) => {
  const clock = readClock('dateTime', '')
  return clock && writeClock({ ...clock, text })
}

describe('a new date and time', () => {
  it.each([
    ['Europe/Paris', '2026-01-15T08:00', '+01:00'],
    ['Europe/Paris', '2026-07-15T08:00', '+02:00'],
    ['America/New_York', '2026-01-15T08:00', '-05:00'],
    ['America/New_York', '2026-07-15T08:00', '-04:00'],
    ['Africa/Nairobi', '2026-07-15T08:00', '+03:00'],
    ['Asia/Kathmandu', '2026-07-15T08:00', '+05:45'],
    ['America/St_Johns', '2026-01-15T08:00', '-03:30'],
  ])('in %s, %s, gets the offset of that date', (zone, text, offset) => {
    process.env['TZ'] = zone
    expect(typeNew(text)).toBe(`${text}:00.000${offset}`)
    expect(new Date(typeNew(text) ?? '').getTime()).toBe(new Date(text).getTime())
  })

  it('is the moment that the browser means if clocks are put forward past it', () => {
    process.env['TZ'] = 'Europe/Paris'
    const skipped = '2026-03-29T02:30'
    expect(new Date(typeNew(skipped) ?? '').getTime()).toBe(new Date(skipped).getTime())
  })
})

it('an existing answer keeps its offset', () => {
  process.env['TZ'] = 'Europe/Paris'
  const clock = readClock('dateTime', '2026-01-15T08:00:00.000+03:00')
  expect(clock && writeClock({ ...clock, text: '2026-07-15T08:00' })).toBe('2026-07-15T08:00:00.000+03:00')
})
