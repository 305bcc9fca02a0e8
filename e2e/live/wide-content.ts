import type { Answers } from '../../conformance/lab/form.ts'

const KINDS = [
  'text',
  'integer',
  'decimal',
  'select_one',
  'select_multiple',
  'date',
  'time',
  'dateTime',
  'geopoint',
  'barcode',
]
const COUNT = 60
const LIST = 'places'

const nameOf = (at: number) => `q${String(at + 1).padStart(2, '0')}`
const kindOf = (at: number) => KINDS[at % KINDS.length] ?? 'text'

/** Content of a form with 60 questions of ten kinds, in six groups. */
export const WIDE_CONTENT = {
  schema: '1',
  translations: [null],
  translated: ['label'],
  settings: {},
  survey: Array.from({ length: COUNT }, (_, at) => {
    const type = kindOf(at)
    const isChoice = type.startsWith('select')
    const question = {
      type,
      name: nameOf(at),
      label: [`Question ${at + 1}`],
      ...(isChoice && { select_from_list_name: LIST }),
    }
    const begin = { type: 'begin_group', name: `part${at / 10 + 1}`, label: [`Part ${at / 10 + 1}`] }
    return [...(at % 10 === 0 ? [begin] : []), question, ...(at % 10 === 9 ? [{ type: 'end_group' }] : [])]
  }).flat(),
  choices: ['north', 'south'].map((name) => ({ list_name: LIST, name, label: [name.toUpperCase()] })),
}

const ANSWERS: Record<string, (row: number) => string | undefined> = {
  text: (row) => `Text ${row}`,
  integer: (row) => String(row),
  decimal: (row) => `${row}.5`,
  select_one: (row) => (row % 2 === 0 ? 'north' : 'south'),
  select_multiple: () => 'north south',
  date: () => '2026-01-05',
  time: () => '16:42:00.000+03:00',
  dateTime: () => '2026-01-05T23:30:00.000+03:00',
  geopoint: () => '1.5 36.25 0 0',
  barcode: (row) => `B${row}`,
}

/** Answers to every question of the wide form. */
export function wideRow(row: number): Answers {
  const parts = Array.from({ length: COUNT / 10 }, (_part, part) => {
    const answers = Array.from({ length: 10 }, (_, at) => [nameOf(part * 10 + at), ANSWERS[kindOf(at)]?.(row)] as const)
    return [
      `part${part + 1}`,
      Object.fromEntries(answers.flatMap(([name, text]) => (text ? [[name, text]] : []))),
    ] as const
  })
  return Object.fromEntries(parts)
}
