import { ownProperty } from '#/lib/own-property.ts'

/** What a question asks for, as far as showing its answer goes. */
export type QuestionKind =
  | 'text'
  | 'number'
  | 'one'
  | 'several'
  | 'date'
  | 'time'
  | 'dateTime'
  | 'place'
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
  select_one: 'one',
  select_one_from_file: 'one',
  select_one_external: 'one',
  select_multiple: 'several',
  select_multiple_from_file: 'several',
  rank: 'several',
  date: 'date',
  today: 'date',
  time: 'time',
  datetime: 'dateTime',
  dateTime: 'dateTime',
  start: 'dateTime',
  end: 'dateTime',
  geopoint: 'place',
  'start-geopoint': 'place',
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

/** The kind of a question by its XLSForm type; what we do not know is shown as text. */
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

/** Whether the form fills it in by itself: calculations, and what the device records. */
export const isAutomatic = (type: string) => AUTOMATIC.has(type) || questionKind(type) === 'device'

const WITHOUT_ANSWER = new Set(['note', 'xml-external', 'csv-external'])

/** Whether a row of a form leaves an answer in submissions: notes do not. */
export const hasAnswer = (type: string) => !WITHOUT_ANSWER.has(type)
