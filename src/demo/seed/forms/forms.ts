import type { FormContent } from '#/lib/xlsform/form-content.ts'
import { arabicNeedsForm } from './arabic-needs.ts'
import { buildForm, type FormDefinition, type Question } from './form-definition.ts'
import { householdForm } from './household.ts'
import {
  cashForm,
  cropForm,
  educationForm,
  healthForm,
  interviewForm,
  marketForm,
  nutritionForm,
  protectionForm,
  shelterForm,
  washForm,
} from './sector-forms.ts'
import { arabicVisitForm, spanishVisitForm } from './visit-forms.ts'

const french = (form: FormDefinition): FormDefinition => ({
  ...form,
  languages: form.languages.toReversed(),
  questions: form.questions.map(([type, name, label, extra = {}]) =>
    name === undefined
      ? [type]
      : [type, name, reverseLabels(label), { ...extra, ...(extra.hint && { hint: reverseLabels(extra.hint) }) }],
  ),
  choices: Object.fromEntries(
    Object.entries(form.choices).map(([list, names]) => [
      list,
      Object.fromEntries(Object.entries(names).map(([name, label]) => [name, reverseLabels(label)])),
    ]),
  ),
})
const reverseLabels = (label = '') => label.split('|').toReversed().join('|')

const withoutQuestions = (form: FormDefinition, ...names: string[]): FormDefinition => ({
  ...form,
  questions: form.questions.filter(([, name = '']) => !names.includes(name)),
})

const replaceQuestion = (
  form: FormDefinition,
  name: string,
  change: (question: Question) => Question,
): FormDefinition => ({
  ...form,
  questions: form.questions.map((question) => (question[1] === name ? change(question) : question)),
})

const addQuestions = (form: FormDefinition, questions: Question[]): FormDefinition => ({
  ...form,
  questions: [...form.questions, ...questions],
})

const REGISTERED = 'هل الأسرة مسجَّلة؟|Is the household registered?'

/**
 * The previous form: it accepts other answers for `fault`, and has a question that was renamed and one that was removed
 * since.
 */
const boreholes = () => replaceQuestion(washForm, 'fault', ([type, ...rest]) => [`${type} or_other`, ...rest])

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

/** The forms of the demo by name; a name with `:` and a number is a previous state. Built on first use. */
const FORM_DEFINITIONS = {
  household: () => householdForm,
  'household:2': () => withoutQuestions(householdForm, 'coping'),
  'household:1': () => withoutQuestions(householdForm, 'coping', 'aid_value', 'm_difficulty', 'dwelling_photo'),
  'household-fr': () => french(withoutQuestions(householdForm, 'income', 'livestock', 'land', 'coping')),
  'household-fr:1': () =>
    french(withoutQuestions(householdForm, 'income', 'livestock', 'land', 'coping', 'water_photo', 'aid')),
  'arabic-needs': arabicNeedsForm,
  'arabic-needs:1': () => addQuestions(arabicNeedsForm(), [['select_one yes_no', 'registered', REGISTERED]]),
  'arabic-visit': () => arabicVisitForm,
  'spanish-visit': () => spanishVisitForm,
  wash: () => washForm,
  boreholes: () =>
    addQuestions(
      withoutQuestions(
        replaceQuestion(boreholes(), 'users', () => ['integer', 'households', 'Households served|Ménages desservis']),
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
  interviews: () => interviewForm,
  'wash-fr': () => french(washForm),
  'health-fr': () => french(healthForm),
  'protection-fr': () => french(protectionForm),
  'education-fr': () => french(educationForm),
  'cash-fr': () => french(cashForm),
  'crops-fr': () => french(cropForm),
  /** Uses a choice list that does not exist, so it cannot be deployed. */
  'unknown-list': (): FormDefinition => ({
    ...cashForm,
    questions: cashForm.questions.map((row) =>
      row[1] === 'satisfied' ? ['select_one county', 'county', 'County|Comté'] : row,
    ),
  }),
} satisfies Record<string, () => FormDefinition>

export type FormKey = keyof typeof FORM_DEFINITIONS

const built = new Map<string, FormContent>()

export function seededForm(key: string): FormContent {
  const cached = built.get(key)
  if (cached) return cached
  if (!isFormKey(key)) throw new Error(`No form ${key}`)
  const content = buildForm(key.replace(/:\d+$/, ''), FORM_DEFINITIONS[key]())
  built.set(key, content)
  return content
}

const isFormKey = (key: string): key is FormKey => Object.hasOwn(FORM_DEFINITIONS, key)
