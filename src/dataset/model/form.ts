import type { Unreadable } from '#/api/pagination.ts'
import { isBlank } from '#/lib/is-blank.ts'

/** The definition of a form, independent of the server. */
export interface Form {
  /** In the form's order, notes included. */
  questions: readonly FormQuestion[]
  /** The choices of each list, by list name and value. */
  choiceLists: ReadonlyMap<string, ChoiceList>
  /** Names of languages, the default first; `null` for one without a name. */
  languages: readonly (string | null)[]
  /** What is added to answers after they were sent. */
  supplements?: readonly Supplement[]
}

/** A group or repeat group around a question. */
export interface FormGroup {
  /** For a repeat group, the key of its entries in rows. */
  path: string
  name: string
  /** By index of the form's languages; `null` where missing. */
  labels: (string | null)[]
  isRepeat: boolean
  /** The condition under which it is asked; `null`: always. */
  relevant: string | null
}

/** The rules for an answer, as XPath expressions, with the form's own messages by language. */
interface QuestionRules {
  required: boolean | string
  requiredMessages: (string | null)[]
  relevant: string | null
  constraint: string | null
  /** The expression of a calculated answer. */
  calculation: string | null
  constraintMessages: (string | null)[]
  parameters: string | null
  /** Whether "other" may be selected in addition to the listed choices (`or_other`). */
  hasOther: boolean
}

export interface FormQuestion {
  /** The key of the answer in a row: `household/size`. Inside repeat groups also the whole path. */
  path: string
  name: string
  type: string
  labels: (string | null)[]
  hints: (string | null)[]
  isRequired: boolean
  rules: QuestionRules
  listName: string | null
  /** Whether it is the text question of "other"; `labels` are those of the choice question. */
  isOther: boolean
  /** Set if this row of the form has an unexpected shape. */
  unreadable: Unreadable | null
  /** Outermost first. */
  groups: FormGroup[]
}

/** The value of "other". */
const OTHER_VALUE = 'other'

/** The choices of a question, with "other" if it is offered, labelled as the web form does. */
export function choicesFor({ listName, rules }: FormQuestion, lists: ReadonlyMap<string, ChoiceList>) {
  const choices = listName === null ? undefined : lists.get(listName)
  if (!choices || !rules.hasOther || choices.has(OTHER_VALUE)) return choices
  return new Map([...choices, [OTHER_VALUE, { name: OTHER_VALUE, labels: ['Other'], index: choices.size }]])
}

/** Questions with the text questions of "other", whose paths end in `_other`, after their choice questions. */
export const withOtherQuestions = (questions: readonly FormQuestion[]): FormQuestion[] =>
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
              relevant: `selected(\${${question.name}}, '${OTHER_VALUE}')`,
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

/**
 * The label in one of the form's languages; if there is none, the first label there is, or else the XML name.
 * `language` is an index into the form's languages; `null`: the XML name.
 */
export function labelIn(item: { name: string; labels: readonly (string | null)[] }, language: number | null): string {
  if (language === null) return item.name
  return [item.labels[language], ...item.labels].find((label) => label && !isBlank(label))?.trim() ?? item.name
}

/** A choice of a list. */
export interface Choice {
  /** Its value in answers. */
  name: string
  labels: (string | null)[]
  /** Its index in the list. */
  index: number
}

export type ChoiceList = ReadonlyMap<string, Choice>

/** A value that was added to answers after they were sent: a transcript, a translation, or what an analysis says of them. */
export interface Supplement {
  /** The key of the value in a row, text as an answer. `<key>/verified` and so on say more of it. */
  key: string
  /** As the server names it in files. */
  name: string
  /** The path of the question that it belongs to. The form may not have it. */
  path: string
  about: 'transcript' | 'translation' | 'analysis'
  kind: 'text' | 'number' | 'selectOne' | 'selectMultiple' | 'tags'
  /** The code of the language of a transcript or translation. */
  language: string | null
  /** What the analysis asks. */
  label: string | null
  choices: ChoiceList | undefined
}
