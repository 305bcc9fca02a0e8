import type { Unreadable } from '#/api/pagination.ts'
import { isBlank } from '#/lib/is-blank.ts'
import type { FormChoice, FormContent, SurveyRow } from './schema.ts'

/** A group or repeat group that stands around a question. */
export interface FormGroup {
  /** Key of its answers in submissions, where it repeats. */
  path: string
  name: string
  /** In the order of the form's languages; missing ones `null`. */
  labels: (string | null)[]
  isRepeat: boolean
  /** When it is asked at all; `null`: always. */
  relevant: string | null
}

/** What a form asks of an answer, in expressions, with its own words for those who get it wrong. */
interface QuestionRules {
  required: boolean | string
  requiredMessages: (string | null)[]
  relevant: string | null
  constraint: string | null
  /** By which the form works the answer out. */
  calculation: string | null
  constraintMessages: (string | null)[]
  parameters: string | null
  /** Whether "other" may be chosen besides what is listed. */
  hasOther: boolean
}

/** One question as people and tables need it. */
export interface FormQuestion {
  /** Key of the answer in submissions: `household/size`. Inside repeats too the whole path. */
  path: string
  name: string
  type: string
  labels: (string | null)[]
  hints: (string | null)[]
  isRequired: boolean
  rules: QuestionRules
  listName: string | null
  /** Whether it is what people wrote who chose "other" in the question of this label. */
  isOther: boolean
  /** Where the row is not what a form's rows are. */
  unreadable: Unreadable | null
  /** Outermost first. */
  groups: FormGroup[]
}

// Also KPI's own kinds of groups: `begin_score`, `begin_rank`, `begin_kobomatrix`.
const opens = ({ type }: SurveyRow) => type.startsWith('begin_')
const closes = ({ type }: SurveyRow) => type.startsWith('end_')

/** The questions of a form in its order, notes included, each with the groups around it. */
export function questionsOf({ survey }: Pick<FormContent, 'survey'>): FormQuestion[] {
  const groups: FormGroup[] = []
  const questions: FormQuestion[] = []
  for (const row of survey) {
    if (opens(row)) groups.push(toGroup(row, groups))
    else if (closes(row)) groups.pop()
    else questions.push(toQuestion(row, [...groups]))
  }
  return questions
}

const nameOf = ({ name, $autoname, $kuid }: SurveyRow) => name ?? $autoname ?? $kuid ?? ''

/** Where KPI sent no `$xpath`, the path is the names of the groups and the own one. */
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

/** What stands in submissions where none of the choices was it. */
const OTHER = 'other'

/** The choices of a question, "other" among them where the web form offers it, in its words. */
export function choicesFor({ listName, rules }: FormQuestion, lists: ReadonlyMap<string, ChoiceList>) {
  const choices = listName === null ? undefined : lists.get(listName)
  if (!choices || !rules.hasOther || choices.has(OTHER)) return choices
  return new Map([...choices, [OTHER, { name: OTHER, labels: ['Other'], index: choices.size }]])
}

/** With what is written beside the choices, as a question of its own: its name is made from that of the choices. */
export const withOthers = (questions: readonly FormQuestion[]): FormQuestion[] =>
  questions.flatMap((question) =>
    question.rules.hasOther
      ? [
          question,
          {
            ...question,
            path: `${question.path}_other`,
            name: `${question.name}_other`,
            type: 'text',
            hints: [],
            isRequired: false,
            rules: {
              ...question.rules,
              required: false,
              relevant: `selected(\${${question.name}}, '${OTHER}')`,
              constraint: null,
              calculation: null,
              parameters: null,
              hasOther: false,
            },
            listName: null,
            isOther: true,
          },
        ]
      : [question],
  )

const textsOf = (text: SurveyRow['label']) => (text === undefined ? [] : typeof text === 'string' ? [text] : text)

/** The languages of a form, the default first; `null` has no name. */
export const languagesOf = ({ translations }: Pick<FormContent, 'translations'>) => translations ?? []

/**
 * The label in one of the form's languages: else in the first that has one, else the XML name.
 * `language` is an index into {@link languagesOf}; `null` asks for XML names.
 */
export function labelIn(item: { name: string; labels: readonly (string | null)[] }, language: number | null): string {
  if (language === null) return item.name
  return [item.labels[language], ...item.labels].find((label) => label && !isBlank(label))?.trim() ?? item.name
}

/** A choice, by the value that stands in submissions. */
export interface ListedChoice {
  name: string
  labels: (string | null)[]
  /** Its place in the list, counting from 0. */
  index: number
}

export type ChoiceList = ReadonlyMap<string, ListedChoice>

/** The choices of each list, by list name and value. */
export function choiceListsOf({ choices }: Pick<FormContent, 'choices'>): Map<string, Map<string, ListedChoice>> {
  const lists = new Map<string, Map<string, ListedChoice>>()
  for (const choice of choices) {
    const list = lists.get(choice.list_name) ?? new Map<string, ListedChoice>()
    const name = valueOf(choice)
    list.set(name, { name, labels: textsOf(choice.label), index: list.get(name)?.index ?? list.size })
    lists.set(choice.list_name, list)
  }
  return lists
}

const valueOf = ({ name, $autovalue }: FormChoice) => String(name ?? $autovalue ?? '')
