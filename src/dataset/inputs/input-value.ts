import type { QuestionColumn } from '#/dataset/model/columns.ts'

const NOT_EDITABLE = new Set<QuestionColumn['kind']>(['photo', 'audio', 'video', 'file', 'calculation', 'device'])

/**
 * Whether an answer can be edited as text: not files, calculations or what the device records. Not inside repeat groups
 * either: the server has no way to name the entry.
 */
export const isEditable = ({ kind, question: { type, groups } }: QuestionColumn) =>
  !NOT_EDITABLE.has(kind) && !AUTOMATIC.has(type) && !groups.some(({ isRepeat }) => isRepeat)

const AUTOMATIC = new Set(['start', 'end', 'today', 'start-geopoint'])

/** A time as the browser's input shows it, and its UTC offset. */
export interface ClockValue {
  /** `16:42`, or `2026-11-20T16:42`; `''` for none. */
  text: string
  /** `+03:00`, `Z`, or `''` if the answer has none; `null`: the reader's, which depends on the date. */
  zone: string | null
}

const TIME = /^(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/
const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/

/** Reads an answer; `null` if the browser's input could not show it. */
export function readClock(kind: 'time' | 'dateTime', answer: string): ClockValue | null {
  const [, text, zone] = (kind === 'time' ? TIME : MOMENT).exec(answer) ?? []
  if (text !== undefined) return { text, zone: zone ?? '' }
  return answer === '' ? { text: '', zone: null } : null
}

/** The answer as phones and web forms send it: `16:42:00.000+03:00`. */
export const writeClock = (clock: ClockValue) => (clock.text === '' ? '' : `${clock.text}:00.000${zoneOf(clock)}`)

/** The UTC offset of a value: on its date, or today if it is a time of day. */
export function zoneOf({ text, zone }: ClockValue, now = new Date()): string {
  if (zone !== null) return zone
  const moment = new Date(text)
  // If clocks are put forward past this time, the difference still gives the moment that the browser means.
  const minutes = Number.isNaN(moment.getTime())
    ? -now.getTimezoneOffset()
    : Math.round((Date.parse(`${text}Z`) - moment.getTime()) / 60_000)
  const part = (number: number) => String(Math.trunc(Math.abs(number))).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${part(minutes / 60)}:${part(minutes % 60)}`
}

/** The answer for selected choices: in the form's order, as KPI stores them; ranked ones in the order of selection. */
export function writeChoices({ question, choices }: Pick<QuestionColumn, 'question' | 'choices'>, selected: string[]) {
  const indexOf = (value: string) => choices?.get(value)?.index ?? Infinity
  return (question.type === 'rank' ? selected : selected.toSorted((a, b) => (indexOf(a) < indexOf(b) ? -1 : 1))).join(
    ' ',
  )
}
