import type { FormChoice, FormContent, SurveyRow } from '#/api/kpi/form/schema.ts'
import type { Form, FormGroup, FormQuestion, Choice } from '#/dataset/model/form.ts'
import { supplementsOf } from './supplements.ts'

// Also KPI's own kinds of groups: `begin_score`, `begin_rank`, `begin_kobomatrix`.
const isGroupStart = ({ type }: SurveyRow) => type.startsWith('begin_')
const isGroupEnd = ({ type }: SurveyRow) => type.startsWith('end_')

/** The questions of a form in its order, notes included, each with the groups around it. */
export function questionsOf({ survey }: Pick<FormContent, 'survey'>): FormQuestion[] {
  const groups: FormGroup[] = []
  const questions: FormQuestion[] = []
  for (const row of survey) {
    if (isGroupStart(row)) groups.push(toGroup(row, groups))
    else if (isGroupEnd(row)) groups.pop()
    else questions.push(toQuestion(row, [...groups]))
  }
  return questions
}

const nameOf = ({ name, $autoname, $kuid }: SurveyRow) => name ?? $autoname ?? $kuid ?? ''

/** The path of the answer in submissions. Without `$xpath` it is made of the names of the groups and the question. */
const pathOf = (row: SurveyRow, groups: readonly FormGroup[]) =>
  row.$xpath ?? [...groups.map(({ name }) => name), nameOf(row)].join('/')

const toGroup = (row: SurveyRow, groups: readonly FormGroup[]): FormGroup => ({
  path: pathOf(row, groups),
  name: nameOf(row),
  labels: textsOf(row.label),
  isRepeat: row.type === 'begin_repeat',
  relevant: row.relevant ?? null,
})

const toQuestion = (row: SurveyRow, groups: FormGroup[]): FormQuestion => ({
  path: pathOf(row, groups),
  name: nameOf(row),
  type: row.type,
  labels: textsOf(row.label),
  hints: textsOf(row.hint),
  isRequired: row.required !== undefined && row.required !== false && row.required !== 'false',
  rules: {
    required: row.required ?? false,
    requiredMessages: textsOf(row.required_message),
    relevant: row.relevant ?? null,
    constraint: row.constraint ?? null,
    calculation: row.calculation ?? null,
    constraintMessages: textsOf(row.constraint_message),
    parameters: row.parameters ?? null,
    hasOther: row._or_other === true || row._or_other === 'true',
  },
  listName: row.select_from_list_name ?? null,
  isOther: false,
  unreadable: row.unreadable ?? null,
  groups,
})

const textsOf = (text: SurveyRow['label']) => (text === undefined ? [] : typeof text === 'string' ? [text] : text)

/** The languages of a form, the default first; `null` has no name. */
export const languagesOf = ({ translations }: Pick<FormContent, 'translations'>) => translations ?? []

/** The choices of each list, by list name and value. */
export function choiceListsOf({ choices }: Pick<FormContent, 'choices'>): Map<string, Map<string, Choice>> {
  const lists = new Map<string, Map<string, Choice>>()
  for (const choice of choices) {
    const list = lists.get(choice.list_name) ?? new Map<string, Choice>()
    const name = valueOf(choice)
    list.set(name, { name, labels: textsOf(choice.label), index: list.get(name)?.index ?? list.size })
    lists.set(choice.list_name, list)
  }
  return lists
}

const valueOf = ({ name, $autovalue }: FormChoice) => String(name ?? $autovalue ?? '')

const forms = new WeakMap<FormContent, Form>()
/** Forms with supplements, by the form without them: that of the newest `analysis_form_json`. */
const supplemented = new WeakMap<Form, { analysisForm: unknown; form: Form }>()

/** The form that KPI's `content` describes, with what `analysis_form_json` adds. The same object for the same two. */
export function formOf(content: FormContent, analysisForm?: unknown): Form {
  const form = forms.get(content) ?? {
    questions: questionsOf(content),
    choiceLists: choiceListsOf(content),
    languages: languagesOf(content),
  }
  forms.set(content, form)
  return analysisForm === undefined ? form : withAnalysis(form, analysisForm)
}

function withAnalysis(form: Form, analysisForm: unknown): Form {
  const known = supplemented.get(form)
  if (known && known.analysisForm === analysisForm) return known.form
  const supplements = supplementsOf(analysisForm, form.languages)
  const added = supplements.length > 0 ? { ...form, supplements } : form
  supplemented.set(form, { analysisForm, form: added })
  return added
}
