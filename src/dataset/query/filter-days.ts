import { dayText } from '#/lib/time/local-day.ts'
import { PERIODS, type Test } from './filter.ts'

/** Days in the time zone of this device, as `2026-11-20`, both included; `null`: no limit. */
export interface Days {
  from: string | null
  to: string | null
}

/** The days that a test asks for, if today is `now`; `null` for tests of other values. */
export function daysOf(test: Test, now: Date): Days | null {
  const daysAgo = (days: number) => dayText(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days))
  switch (test.op) {
    case 'day':
      return { from: test.from, to: test.to }
    case 'on':
      return { from: test.day, to: test.day }
    case 'before':
      return { from: null, to: addDays(test.day, -1) }
    case 'onOrBefore':
      return { from: null, to: test.day }
    case 'after':
      return { from: addDays(test.day, 1), to: null }
    case 'onOrAfter':
      return { from: test.day, to: null }
    case 'today':
      return { from: daysAgo(0), to: daysAgo(0) }
    case 'last7Days':
      return { from: daysAgo(6), to: daysAgo(0) }
    case 'last30Days':
      return { from: daysAgo(29), to: daysAgo(0) }
    case 'thisMonth':
      return {
        from: dayText(new Date(now.getFullYear(), now.getMonth(), 1)),
        to: dayText(new Date(now.getFullYear(), now.getMonth() + 1, 0)),
      }
    default:
      return null
  }
}

/** Whether the days that a test asks for depend on today. */
export const isRelative = ({ op }: Test) => (PERIODS as readonly Test['op'][]).includes(op)

/** Days have no time zone, so that this computes with UTC. The first and the last day of the calendar stay what they are. */
function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  const text = date.toISOString()
  return /^\d{4}-/.test(text) ? text.slice(0, 10) : day
}
