import { readField } from '#/api/kpi/submissions/loaded-fields.ts'
import type { Attachment, Submission } from '#/api/kpi/submissions/schema.ts'
import { attachmentsOf } from '#/api/kpi/submissions/system-fields.ts'

/** What holds answers by their question's path: a submission, or an entry of a repeat group. */
export type Answers = Readonly<Record<string, unknown>>

/** The answer as the server keeps it; `null` where there is none. */
export function answerOf(row: Answers, id: string): string | null {
  const value = readField(row, id)
  if (value === undefined || value === null || value === '') return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const isAnswers = (value: unknown): value is Answers => typeof value === 'object' && value !== null

/** The entries of a repeat group. */
export function entriesOf(row: Answers, id: string): Answers[] {
  const value = readField(row, id)
  return Array.isArray(value) ? value.filter(isAnswers) : []
}

export interface Place {
  /** As sent, with every digit. */
  latitude: string
  longitude: string
  /** Metres; `null` where the device did not know. */
  accuracy: number | null
}

/** Reads "lat lon alt acc"; `null` where it is none. */
export function pointOf(answer: string): Place | null {
  const [latitude = '', longitude = '', , accuracy = ''] = answer.trim().split(/\s+/)
  if (!isNumber(latitude) || !isNumber(longitude)) return null
  const metres = Math.round(Number(accuracy))
  return { latitude, longitude, accuracy: metres > 0 ? metres : null }
}

const isNumber = (text: string) => text !== '' && Number.isFinite(Number(text))

/** How many points a line or an area has: "lat lon alt acc; lat lon …". */
export const pointCount = (answer: string) => answer.split(';').filter((point) => pointOf(point)).length

/** "08:30" of "08:30:00.000+03:00": a time of day has no date, so it keeps the device's zone. */
export const timeOf = (answer: string) => /^(\d{2}:\d{2}):\d{2}/.exec(answer)?.[1] ?? answer

/** The values of a question with several choices. */
export const chosenOf = (answer: string) => answer.split(/\s+/).filter(Boolean)

/**
 * The file that an answer names. Entries of a repeat group have their number in its path: `member[2]/photo`. Where the
 * server does not say which question a file belongs to, its name decides.
 */
export const attachmentOf = (submission: Submission, path: string, answer: string): Attachment | null =>
  attachmentsOf(submission).find(
    ({ question_xpath, filename, media_file_basename, download_url }) =>
      download_url !== '' &&
      ['', path].includes(question_xpath.replaceAll(/\[\d+\]/g, '')) &&
      (media_file_basename ?? filename.split('/').at(-1)) === answer,
  ) ?? null
