import type { QuestionColumn } from '#/dataset/model/columns.ts'

const NOT_TYPED = new Set<QuestionColumn['kind']>(['photo', 'audio', 'video', 'file', 'calculation', 'device'])

/**
 * Whether an answer can be given by typing it: not files, nor what the form works out or the device records. In repeat
 * groups the server cannot be told which entry is meant.
 */
export const isTyped = ({ kind, question: { type, groups } }: QuestionColumn) =>
  !NOT_TYPED.has(kind) && !AUTOMATIC.has(type) && !groups.some(({ isRepeat }) => isRepeat)

const AUTOMATIC = new Set(['start', 'end', 'today', 'start-geopoint'])

/** What a field of the browser shows of a date or time, and the UTC offset that goes with it. */
export interface ClockValue {
  shown: string
  /** `null`: the reader's own, which the date decides where the clocks change. */
  zone: string | null
}

const TIME = /^(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/
const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/

/** `null` where the answer is none that such a field could show: it is shown as text, and not lost. */
export function readClock(kind: 'time' | 'dateTime', answer: string): ClockValue | null {
  const [, shown, zone] = (kind === 'time' ? TIME : MOMENT).exec(answer) ?? []
  if (shown !== undefined) return { shown, zone: zone ?? '' }
  return answer === '' ? { shown: '', zone: null } : null
}

/** As phones and web forms send it: `16:42:00.000+03:00`. */
export const writeClock = (clock: ClockValue) => (clock.shown === '' ? '' : `${clock.shown}:00.000${zoneOf(clock)}`)

/** The UTC offset of a value: of its own date, or of today for a time of day without one. */
export function zoneOf({ shown, zone }: ClockValue, now = new Date()): string {
  if (zone !== null) return zone
  const moment = new Date(shown)
  // Where the clocks skip the time typed, the difference still names the moment that the browser means.
  const minutes = Number.isNaN(moment.getTime())
    ? -now.getTimezoneOffset()
    : Math.round((Date.parse(`${shown}Z`) - moment.getTime()) / 60_000)
  const part = (number: number) => String(Math.trunc(Math.abs(number))).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${part(minutes / 60)}:${part(minutes % 60)}`
}

/** The choices in the order of the form, as KPI stores them; those ranked in the order of choosing. */
export function writeChoices({ question, choices }: Pick<QuestionColumn, 'question' | 'choices'>, chosen: string[]) {
  const placeOf = (value: string) => choices?.get(value)?.index ?? Infinity
  return (question.type === 'rank' ? chosen : chosen.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))).join(' ')
}
