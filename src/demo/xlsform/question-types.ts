import type { FormRow } from '#/demo/records.ts'
import { ImportFault } from './sheets.ts'

/** Spellings that XLSForm allows, and the one that KPI keeps. Others are kept as they are, such as `int`. */
const ALIASES: Record<string, string> = {
  'begin group': 'begin_group',
  'begin lgroup': 'begin_repeat',
  'begin repeat': 'begin_repeat',
  'begin looped group': 'begin_repeat',
  'begin kobomatrix': 'begin_kobomatrix',
  'begin score': 'begin_score',
  'begin rank': 'begin_rank',
  'end group': 'end_group',
  'end lgroup': 'end_repeat',
  'end repeat': 'end_repeat',
  'end looped group': 'end_repeat',
  'end kobomatrix': 'end_kobomatrix',
  'end score': 'end_score',
  'end rank': 'end_rank',
  gps: 'geopoint',
  location: 'geopoint',
  photo: 'image',
  string: 'text',
  trigger: 'acknowledge',
  dateTime: 'datetime',
  'start time': 'start',
  'end time': 'end',
}

const PLAIN_TYPES = new Set(
  (
    'acknowledge audio audit background-audio barcode bind calculate csv-external date datetime decimal deviceid ' +
    'email end file geopoint geoshape geotrace hidden image int integer integer64 note percentage phonenumber ' +
    'photo range simserial start start-geopoint string subscriberid text time today trigger username video ' +
    'xml-external begin_group begin_repeat begin_kobomatrix begin_score begin_rank end_group end_repeat ' +
    'end_kobomatrix end_score end_rank rank score__row rank__level rank kobo--locking'
  ).split(' '),
)

/** Types of two words, and old ones by URI, which KPI lets pass as they are. */
const TOLERATED =
  /^(select_one_external|select_(?:one|multiple)_from_file|phone number|get .+|add .+|uri:.+|q .+|number of days .+|.+ prompt|select_(one|multiple)\b.*)$/

const SELECT_ALIASES: [RegExp, string][] = [
  [/^(select_one|select one from|select one|select1|add select one prompt using) /, 'select_one'],
  [
    /^(select_multiple|select all that apply from|select all that apply|select multiple|add select multiple prompt using) /,
    'select_multiple',
  ],
  [/^rank /, 'rank'],
]

const FROM_FILE = /^(select_one|select_multiple)_from_file (\S+)$/
const EXTERNAL = /^(select_one_external|select one external) (\S+)$/

/** Puts what the sheet's `type` says into the columns that KPI keeps it in [0262]. */
export function expandType(cell: string): FormRow {
  const text = cell.trim().replaceAll(/\s+/g, ' ')
  const file = FROM_FILE.exec(text)
  if (file) return { type: `${file[1]}_from_file`, file: file[2] }
  const external = EXTERNAL.exec(text)
  if (external?.[2]) return { type: 'select_one_external', select_from_list_name: external[2] }
  for (const [pattern, type] of SELECT_ALIASES) {
    const match = pattern.exec(text)
    const list = match && /^(\S+)( or[ _]other)?$/.exec(text.slice(match[0].length))
    if (match && !list) return { type: `${type} ${text.slice(match[0].length)}` }
    if (list?.[1]) return { type, ...(list[2] && { _or_other: true }), select_from_list_name: list[1] }
  }
  return { type: ALIASES[text] ?? ALIASES[text.replaceAll('_', ' ')] ?? text }
}

/** @throws ImportFault as KPI words it [0220-b] */
export function checkTypes(rows: FormRow[]) {
  const unknown = rows.map(({ type = '' }) => type).filter((type) => !isKnown(type))
  if (unknown.length > 0) throw new ImportFault('ValueError', `unknown type ['${unknown[0]}']`)
}

const isKnown = (type: string) => PLAIN_TYPES.has(type) || TOLERATED.test(type)

/** What a device notes down by itself. KPI moves these to the top of the form and does not count them. */
export const METADATA_TYPES = new Set('start end today deviceid phonenumber username audit'.split(' '))

export const opensGroup = (type = '') => type.startsWith('begin_')
export const closesGroup = (type = '') => type.startsWith('end_')
