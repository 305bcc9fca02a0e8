import { ownProperty } from '#/lib/own-property.ts'

/** How the answers of a question are shown and edited. */
export type QuestionKind =
  | 'text'
  | 'number'
  | 'selectOne'
  | 'selectMultiple'
  | 'date'
  | 'time'
  | 'dateTime'
  | 'point'
  | 'shape'
  | 'photo'
  | 'audio'
  | 'video'
  | 'file'
  | 'calculation'
  | 'device'

const KINDS: Record<string, QuestionKind> = {
  integer: 'number',
  decimal: 'number',
  range: 'number',
  select_one: 'selectOne',
  select_one_from_file: 'selectOne',
  select_one_external: 'selectOne',
  select_multiple: 'selectMultiple',
  select_multiple_from_file: 'selectMultiple',
  rank: 'selectMultiple',
  date: 'date',
  today: 'date',
  time: 'time',
  datetime: 'dateTime',
  dateTime: 'dateTime',
  start: 'dateTime',
  end: 'dateTime',
  geopoint: 'point',
  'start-geopoint': 'point',
  geotrace: 'shape',
  geoshape: 'shape',
  image: 'photo',
  audio: 'audio',
  'background-audio': 'audio',
  video: 'video',
  file: 'file',
  audit: 'file',
  calculate: 'calculation',
  hidden: 'calculation',
  deviceid: 'device',
  phonenumber: 'device',
  username: 'device',
  email: 'device',
  simserial: 'device',
  subscriberid: 'device',
}

/** The kind of a question by its XLSForm type; `text` for unknown types. */
export const questionKind = (type: string): QuestionKind => ownProperty(KINDS, type) ?? 'text'

const AUTOMATIC = new Set([
  'start',
  'end',
  'today',
  'start-geopoint',
  'background-audio',
  'audit',
  'calculate',
  'hidden',
])

/** Whether the form fills in the answer: calculations, and what the device records. */
export const isAutomatic = (type: string) => AUTOMATIC.has(type) || questionKind(type) === 'device'

/** Whether the device records the answer by itself: `start`, `deviceid`. Unlike a calculation it is no part of the form. */
export const isRecordedByDevice = (type: string) => isAutomatic(type) && questionKind(type) !== 'calculation'

const WITHOUT_ANSWER = new Set(['note', 'xml-external', 'csv-external'])

/** Whether questions of a type have answers: notes do not. */
export const hasAnswer = (type: string) => !WITHOUT_ANSWER.has(type)
