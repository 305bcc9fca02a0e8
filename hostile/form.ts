/** Question types, used in turn, so that each value occurs in several. */
const TYPES = [
  'text',
  'integer',
  'date',
  'select_one',
  'image',
  'datetime',
  'select_multiple',
  'geopoint',
  'time',
  'file',
  'calculate',
  'geotrace',
  'audio',
  'note',
]

const LIST = '__proto__'
const MEDIA = new Set(['image', 'file', 'audio'])

const typeAt = (index: number) => TYPES[index % TYPES.length] ?? 'text'
const valueAt = (values: readonly string[], index: number) => values[index % values.length] ?? ''

/** A form whose names, labels, hints, groups, choices and languages are hostile values: one question for each. */
export function hostileContent(values: readonly string[]) {
  const texts = (index: number) => [valueAt(values, index), valueAt(values, index + 1), null]
  const question = (type: string, name: string, path: string, index: number) => ({
    type,
    name,
    $xpath: path,
    $kuid: `k${index}`,
    label: texts(index),
    hint: texts(index + 2),
    required: valueAt(values, index),
    relevant: valueAt(values, index),
    ...(type.startsWith('select') && { select_from_list_name: LIST }),
  })
  const group = (type: string, name: string, path: string, index: number) => ({
    type,
    name,
    $xpath: path,
    label: texts(index),
  })
  return {
    schema: '1',
    survey: [
      ...values.map((value, index) => question(typeAt(index), value, value, index)),
      // Unbalanced group ends, and 40 nested groups.
      { type: 'end_group' },
      { type: 'end_repeat' },
      ...Array.from({ length: 40 }, (_, depth) => group('begin_group', valueAt(values, depth), `g${depth}`, depth)),
      question('text', 'deep', 'deep', 1),
      ...Array.from({ length: 40 }, () => ({ type: 'end_group' })),
      ...Array.from({ length: 6 }, (_, depth) =>
        group('begin_repeat', valueAt(values, depth), REPEATS.slice(0, depth + 1).join('/'), depth),
      ),
      question('text', 'constructor', `${REPEATS.join('/')}/constructor`, 3),
      ...Array.from({ length: 5 }, () => ({ type: 'end_repeat' })),
      ...values
        .slice(0, 5)
        .map((value, index) => question(value, `unknown-type-${index}`, `unknown-type-${index}`, index)),
    ],
    choices: values.map((value, index) => ({ list_name: LIST, name: value, label: texts(index) })),
    settings: {},
    translations: [valueAt(values, 0), valueAt(values, 5), null],
    translated: ['label', 'hint'],
  }
}

const REPEATS = ['__proto__x', 'toString', 'valueOf', 'r4', 'r5', 'r6']

/** MIME types that files claim to have. */
const CLAIMED_TYPES = [
  'text/html',
  'image/svg+xml',
  'image/png',
  'image/png;x=<script>',
  'audio/mpeg',
  'application/xhtml+xml',
]

/** A submission of that form. Its answers are hostile values, different ones in each submission. */
export function hostileSubmission(values: readonly string[], number: number, origin: string) {
  const answers: [string, unknown][] = values.map((path, index) => [path, valueAt(values, index + number)])
  let entries: unknown = [{ [`${REPEATS.join('/')}/constructor`]: valueAt(values, number) }]
  for (let depth = REPEATS.length; depth > 1; depth--) {
    entries = [{ [REPEATS.slice(0, depth).join('/')]: entries }, {}, null, 'no entry']
  }
  const unknown: [string, unknown][] = [
    ['deep', valueAt(values, number)],
    ['from an older <b>form</b>', { nested: { __proto__x: [valueAt(values, number)] } }],
    ['list', [[], {}, null, valueAt(values, number), { [valueAt(values, number)]: valueAt(values, number + 1) }]],
    ['number', 1e308],
    ['yes', true],
    [REPEATS[0] ?? '', entries],
  ]
  return {
    ...Object.fromEntries([...answers, ...unknown]),
    _id: number + 1,
    _uuid: `uuid-${number}`,
    _submission_time: number === 0 ? '2026-11-20T10:00:00' : valueAt(values, number * 7),
    _submitted_by: valueAt(values, number * 5),
    __version__: valueAt(values, number),
    _validation_status: {},
    _attachments: values.flatMap((path, index) => {
      if (!MEDIA.has(typeAt(index))) return []
      const url = `${origin}/hostile-file/${number}-${index}/`
      return {
        uid: valueAt(values, index),
        download_url: index % 9 === 0 ? valueAt(values, index) : url,
        download_medium_url: url,
        mimetype: CLAIMED_TYPES[(index + number) % CLAIMED_TYPES.length],
        filename: valueAt(values, index + number),
        media_file_basename: valueAt(values, index + number),
        question_xpath: path,
      }
    }),
  }
}
