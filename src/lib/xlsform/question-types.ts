import type { FormRow } from './form-content.ts'
import { ImportError } from './sheets.ts'

/** Spellings of a type, and the one that KPI stores (formpack, `replace_aliases.py`). */
const ALIASES: Readonly<Record<string, string>> = {
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
  string: 'text',
  trigger: 'acknowledge',
  photo: 'image',
  dateTime: 'datetime',
  imei: 'deviceid',
  gps: 'geopoint',
}

/** The first words of a type with choices, longest first, and the type that KPI stores. */
const SELECTS: readonly (readonly [words: string, type: string])[] = [
  ...['select_multiple_from_file', 'select multiple from file'].map(
    (words) => [words, 'select_multiple_from_file'] as const,
  ),
  ...[
    'add select multiple prompt using',
    'select all that apply from',
    'select all that apply',
    'select multiple',
    'select_multiple',
    'select many',
    'select_many',
  ].map((words) => [words, 'select_multiple'] as const),
  ...['select_one_external', 'select one external'].map((words) => [words, 'select_one_external'] as const),
  ...['select_one_from_file', 'select one from file'].map((words) => [words, 'select_one_from_file'] as const),
  ...['add select one prompt using', 'select one from', 'select one', 'select_one', 'select1'].map(
    (words) => [words, 'select_one'] as const,
  ),
  ['rank', 'rank'] as const,
].toSorted(([a], [b]) => b.length - a.length)

/** The types that KPI knows besides those with choices (pyxform 3.0.0, `question_type_dictionary.py`, and KPI's own). */
const KNOWN_TYPES = new Set([
  ...(
    'acknowledge audio audit background-audio background-geopoint barcode calculate csv-external date dateTime datetime ' +
    'decimal deviceid email end file geopoint geoshape geotrace gps hidden image imei int integer location note osm ' +
    'percentage phonenumber photo range rank simserial start start-geopoint string subscriberid text time today trigger ' +
    'username video xml-external uri:deviceid uri:email uri:phonenumber uri:simserial uri:subscriberid uri:username ' +
    'begin_group begin_repeat begin_kobomatrix begin_score begin_rank end_group end_repeat end_kobomatrix end_score ' +
    'end_rank score__row rank__level'
  ).split(' '),
  'phone number',
  'device id',
  'sim id',
  'subscriber id',
  'start time',
  'end time',
  'date time',
  ...['today', 'device id', 'sim id', 'start time', 'end time', 'phone number', 'subscriber id'].map((x) => `get ${x}`),
  ...(
    'acknowledge audio barcode calculate date dateTime decimal geopoint geoshape geotrace image int location note ' +
    'picture select select1 string video'
  )
    .split(' ')
    .map((type) => `q ${type}`),
  'q date time',
  ...'acknowledge audio barcode calculate date dateTime decimal file image integer location note text video'
    .split(' ')
    .map((type) => `add ${type} prompt`),
  'add date time prompt',
  ...['last month', 'last six months', 'last year'].map((period) => `number of days in ${period}`),
])

/** Splits the `type` cell of a sheet into KPI's columns [0262] (formpack, `expand_content.py`). */
export function expandType(cell: string): FormRow {
  let text = cell.trim().replaceAll(/\s+/g, ' ')
  const withOther = text.replace(/ or.other$/, '').replace(/^(select_(?:one|multiple))_or_other/, '$1')
  const orOther = withOther === text ? {} : { _or_other: true }
  text = withOther
  for (const [words, type] of SELECTS) {
    const list = text.startsWith(`${words} `) ? text.slice(words.length + 1) : ''
    if (!/^\S+$/.test(list)) continue
    const column = type.endsWith('_from_file') ? 'file' : 'select_from_list_name'
    return { type, ...orOther, [column]: list }
  }
  const select = SELECTS.find(([words]) => text.startsWith(words))
  return { type: ALIASES[text] ?? (select ? text.replace(...select) : text), ...orOther }
}

/** @throws ImportError with KPI's message for an unknown type [0220-b] */
export function checkTypes(rows: FormRow[]) {
  const unknown = rows.map(({ type = '' }) => type).find((type) => !isKnownType(type))
  if (unknown !== undefined) throw new ImportError('ValueError', `unknown type ['${unknown}']`)
}

/** Whether KPI imports a row of this type, as `expandType` returns it. */
export const isKnownType = (type: string) => KNOWN_TYPES.has(type) || SELECTS.some(([words]) => type.startsWith(words))

/** Whether a `type` cell names a question with choices, and nothing after it: `select_one`. */
export const lacksList = (cell: string) => cell !== 'rank' && SELECTS.some(([words]) => words === cell)

/** Types that a device fills in by itself. KPI moves these rows to the top of the form and does not count them. */
export const METADATA_TYPES = new Set('start end today deviceid phonenumber username audit'.split(' '))

export const opensGroup = (type = '') => type.startsWith('begin_')
export const closesGroup = (type = '') => type.startsWith('end_')
