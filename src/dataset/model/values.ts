import { readField } from '#/lib/loaded-fields.ts'

/** Answers by column id: a row, or an entry of a repeat group. */
export type Answers = Readonly<Record<string, unknown>>

/** The answer as it is stored; `null` if there is none. */
export function answerOf(row: Answers, id: string): string | null {
  const value = readField(row, id)
  if (value === undefined || value === null || value === '') return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const isAnswers = (value: unknown): value is Answers => typeof value === 'object' && value !== null

/** The entries of a repeat group; `[]` for any other value. */
export function entriesOf(row: Answers, id: string): Answers[] {
  const value = readField(row, id)
  return Array.isArray(value) ? value.filter(isAnswers) : []
}

/** A geopoint answer. Coordinates are as sent, with all digits. */
export interface Point {
  latitude: string
  longitude: string
  /** Metres; `null` if unknown. */
  accuracy: number | null
}

/** Parses "lat lon alt acc"; `null` if it is no point. */
export function pointOf(answer: string): Point | null {
  const [latitude = '', longitude = '', , accuracy = ''] = answer.trim().split(/\s+/)
  if (!isNumber(latitude) || !isNumber(longitude)) return null
  const metres = Math.round(Number(accuracy))
  return { latitude, longitude, accuracy: metres > 0 ? metres : null }
}

const isNumber = (text: string) => text !== '' && Number.isFinite(Number(text))

/** The number of points of a line or an area: "lat lon alt acc; lat lon …". */
export const pointCount = (answer: string) => answer.split(';').filter((point) => pointOf(point)).length

/** "08:30" of "08:30:00.000+03:00": without a date, the time cannot be converted from the device's zone. */
export const timeOf = (answer: string) => /^(\d{2}:\d{2}):\d{2}/.exec(answer)?.[1] ?? answer

/** The selected values of a question with several choices. */
export const selectedValuesOf = (answer: string) => answer.split(/\s+/).filter(Boolean)
