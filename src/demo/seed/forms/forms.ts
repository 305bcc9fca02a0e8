import type { FormContent } from '#/demo/records.ts'
import { arabicNeedsForm } from './arabic-needs.ts'
import { householdForm } from './household.ts'
import {
  cashForm,
  cropForm,
  educationForm,
  healthForm,
  marketForm,
  nutritionForm,
  protectionForm,
  shelterForm,
  washForm,
} from './sector-forms.ts'
import { type FormSketch, type Question, writeForm } from './sketch.ts'
import { arabicVisitForm, spanishVisitForm } from './visit-forms.ts'

const french = (sketch: FormSketch): FormSketch => ({
  ...sketch,
  languages: sketch.languages.toReversed(),
  questions: sketch.questions.map(([type, name, label, more = {}]) =>
    name === undefined
      ? [type]
      : [type, name, turned(label), { ...more, ...(more.hint && { hint: turned(more.hint) }) }],
  ),
  choices: Object.fromEntries(
    Object.entries(sketch.choices).map(([list, names]) => [
      list,
      Object.fromEntries(Object.entries(names).map(([name, label]) => [name, turned(label)])),
    ]),
  ),
})
const turned = (label = '') => label.split('|').toReversed().join('|')

const without = (sketch: FormSketch, ...names: string[]): FormSketch => ({
  ...sketch,
  questions: sketch.questions.filter(([, name = '']) => !names.includes(name)),
})

const other = (sketch: FormSketch, name: string, change: (question: Question) => Question): FormSketch => ({
  ...sketch,
  questions: sketch.questions.map((question) => (question[1] === name ? change(question) : question)),
})

const withMore = (sketch: FormSketch, questions: Question[]): FormSketch => ({
  ...sketch,
  questions: [...sketch.questions, ...questions],
})

const REGISTERED = 'هل الأسرة مسجَّلة؟|Is the household registered?'

/** Asks for what else may be broken; of former days it has a question of another name, and one more. */
const boreholes = () => other(washForm, 'fault', ([type, ...rest]) => [`${type} or_other`, ...rest])

const repairs: Question[] = [
  ['begin_repeat', 'repair', 'Repair|Réparation'],
  ['date', 'repaired_on', 'Repaired on|Réparé le', { required: 'yes' }],
  ['select_one yes_no', 'replaced', 'Were parts replaced?|Des pièces ont-elles été remplacées ?', { required: 'yes' }],
  ['decimal', 'parts_cost', 'Cost of the parts (USD)|Coût des pièces (USD)', { relevant: "${replaced} = 'yes'" }],
  ['begin_repeat', 'part', 'Part|Pièce', { relevant: "${replaced} = 'yes'" }],
  ['integer', 'part_age', 'Years in use|Années de service'],
  ['image', 'part_photo', 'Photo of the part|Photo de la pièce', { required: 'yes' }],
  ['end_repeat'],
  ['end_repeat'],
]

/** The forms of the demo by name; `:` and a number is an older state. Written when first asked for. */
const SKETCHES = {
  household: () => householdForm,
  'household:2': () => without(householdForm, 'coping'),
  'household:1': () => without(householdForm, 'coping', 'aid_value', 'm_difficulty', 'dwelling_photo'),
  'household-fr': () => french(without(householdForm, 'income', 'livestock', 'land', 'coping')),
  'household-fr:1': () => french(without(householdForm, 'income', 'livestock', 'land', 'coping', 'water_photo', 'aid')),
  'arabic-needs': arabicNeedsForm,
  'arabic-needs:1': () => withMore(arabicNeedsForm(), [['select_one yes_no', 'registered', REGISTERED]]),
  'arabic-visit': () => arabicVisitForm,
  'spanish-visit': () => spanishVisitForm,
  wash: () => washForm,
  boreholes: () =>
    withMore(
      without(
        other(boreholes(), 'users', () => ['integer', 'households', 'Households served|Ménages desservis']),
        'committee',
      ),
      repairs,
    ),
  'boreholes:1': boreholes,
  market: () => marketForm,
  nutrition: () => nutritionForm,
  health: () => healthForm,
  protection: () => protectionForm,
  education: () => educationForm,
  shelter: () => shelterForm,
  cash: () => cashForm,
  crops: () => cropForm,
  'wash-fr': () => french(washForm),
  'health-fr': () => french(healthForm),
  'protection-fr': () => french(protectionForm),
  'education-fr': () => french(educationForm),
  'cash-fr': () => french(cashForm),
  'crops-fr': () => french(cropForm),
  /** Asks for a choice list that it does not have: cannot be deployed. */
  'unknown-list': (): FormSketch => ({
    ...cashForm,
    questions: cashForm.questions.map((row) =>
      row[1] === 'satisfied' ? ['select_one county', 'county', 'County|Comté'] : row,
    ),
  }),
} satisfies Record<string, () => FormSketch>

export type FormKey = keyof typeof SKETCHES

const written = new Map<string, FormContent>()

export function seededForm(key: string): FormContent {
  const known = written.get(key)
  if (known) return known
  if (!isFormKey(key)) throw new Error(`No form ${key}`)
  const content = writeForm(key.replace(/:\d+$/, ''), SKETCHES[key]())
  written.set(key, content)
  return content
}

const isFormKey = (key: string): key is FormKey => Object.hasOwn(SKETCHES, key)
