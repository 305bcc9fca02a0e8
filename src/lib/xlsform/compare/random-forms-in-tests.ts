import fc from 'fast-check'
import type { ComparableForm, ComparableRow } from './canonical-form.ts'

/** Few names and labels, so that rows of two forms often have the same ones, also twice in one form. */
const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'size', 'constructor', '__proto__x')
const label = fc.constantFrom('How many?', 'Name', 'Age', 'Age ', '')
const list = fc.constantFrom('yes_no', 'colours', 'toString')

const LANGUAGES = [
  undefined,
  [null],
  ['English (en)'],
  ['English (en)', 'Français (fr)'],
  [null, 'عربي (ar)', 'Somali'],
]

const text = fc.oneof(fc.constant(undefined), label, fc.array(fc.option(label), { maxLength: 3 }))
const cells = fc.record(
  {
    label: text,
    hint: text,
    $kuid: fc.constantFrom('k1', 'k2', 'k3', 'k4'),
    required: fc.constantFrom(true, false, 'yes', 'no', "${a} = '1'", undefined),
    relevant: fc.constantFrom("${a} = '1'", '', undefined),
    calculation: fc.constantFrom('1 + 1', undefined),
    appearance: fc.constantFrom('minimal', undefined),
    tags: fc.constantFrom(['hxl:#a', 'hxl:#b'], undefined),
  },
  { requiredKeys: [] },
)
const question = fc
  .tuple(fc.constantFrom('text', 'integer', 'select_one', 'calculate', 'note'), name, list, cells, fc.boolean())
  .map(([type, rowName, listName, rest, isMade]): ComparableRow[] => [
    {
      type,
      ...(isMade ? { $autoname: rowName } : { name: rowName, $autoname: rowName }),
      ...(type === 'select_one' && { select_from_list_name: listName }),
      ...rest,
    },
  ])
const { rows } = fc.letrec<{ rows: ComparableRow[]; row: ComparableRow[]; group: ComparableRow[] }>((tie) => ({
  rows: fc.array(tie('row'), { maxLength: 6 }).map((each) => each.flat()),
  row: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { arbitrary: question, weight: 3 },
    { arbitrary: tie('group'), weight: 1 },
  ),
  group: fc
    .tuple(fc.constantFrom('group', 'repeat'), name, cells, tie('rows'))
    .map(([kind, rowName, rest, inside]) => [
      { type: `begin_${kind}`, name: rowName, ...rest },
      ...inside,
      { type: `end_${kind}` },
    ]),
}))
const choice = fc
  .tuple(list, name, text, fc.option(fc.constantFrom('north', 'south')))
  .map(([listName, value, choiceLabel, region]) => ({ list_name: listName, name: value, label: choiceLabel, region }))

/** Any form, sound or not. */
export const randomForm: fc.Arbitrary<ComparableForm> = fc.record({
  survey: rows,
  choices: fc.array(choice, { maxLength: 8 }),
  settings: fc.dictionary(fc.constantFrom('style', 'version', 'constructor'), fc.constantFrom('pages', '2', '')),
  translations: fc.constantFrom(...LANGUAGES),
})

type Edit = (form: ComparableForm) => ComparableForm

const editRows =
  (change: (row: ComparableRow, index: number) => ComparableRow[]): Edit =>
  (form) => ({ ...form, survey: form.survey.flatMap(change) })
const isEnd = ({ type }: ComparableRow) => typeof type === 'string' && type.startsWith('end_')
const isQuestion = ({ type }: ComparableRow) => typeof type === 'string' && !/^(begin|end)_/.test(type)

/** What people do to a form: rename, remove, move, add, change. */
export const randomEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(fc.nat(20), name)
    .map(([at, newName]) =>
      editRows((row, index) => [index === at && !isEnd(row) ? { ...row, name: newName, $autoname: newName } : row]),
    ),
  fc.nat(20).map((at) => editRows((row, index) => (index === at && isQuestion(row) ? [] : [row]))),
  fc
    .tuple(fc.nat(20), question)
    .map(([at, added]) => editRows((row, index) => (index === at ? [...added, row] : [row]))),
  fc
    .tuple(fc.nat(20), cells)
    .map(([at, changed]) => editRows((row, index) => [index === at && !isEnd(row) ? { ...row, ...changed } : row])),
  fc.tuple(fc.nat(20), fc.nat(20)).map(([from, to]): Edit => (form) => {
    const moved = form.survey.filter((row, index) => index === from && isQuestion(row))
    const rest = form.survey.filter((row) => !moved.includes(row))
    return { ...form, survey: rest.toSpliced(to, 0, ...moved) }
  }),
  fc
    .tuple(fc.nat(8), choice)
    .map(([at, added]): Edit => (form) => ({ ...form, choices: (form.choices ?? []).toSpliced(at, 0, added) })),
  fc.nat(8).map((at): Edit => (form) => ({ ...form, choices: (form.choices ?? []).toSpliced(at, 1) })),
  fc.constantFrom(...LANGUAGES).map((translations): Edit => (form) => ({ ...form, translations })),
)
