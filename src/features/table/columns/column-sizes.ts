import type { SubmissionColumn } from '#/dataset/model/columns.ts'

const SIZES: Record<SubmissionColumn['kind'], number> = {
  status: 138,
  id: 152,
  submitted: 136,
  person: 128,
  text: 152,
  number: 96,
  one: 152,
  several: 208,
  date: 112,
  time: 96,
  dateTime: 136,
  place: 200,
  shape: 112,
  photo: 176,
  audio: 176,
  video: 176,
  file: 176,
  calculation: 120,
  device: 152,
  repeat: 120,
}

const WIDEST = 240
const LETTER = 7.8
const PADDING = 24

/** Wide enough for the usual answer, wider for a long name up to a limit; never so wide that little else fits. */
export const columnSize = ({ kind }: Pick<SubmissionColumn, 'kind'>, name: string) =>
  Math.max(SIZES[kind], Math.min(WIDEST, Math.round(name.length * LETTER) + PADDING))
