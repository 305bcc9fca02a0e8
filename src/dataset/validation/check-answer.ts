import type { FormGroup, FormQuestion } from '#/api/kpi/form/questions.ts'
import type { AnswerColumn, QuestionColumn, RepeatColumn } from '#/dataset/model/columns.ts'
import { type FormatProblem, formatProblem } from './answer-format.ts'
import { evaluateCondition } from './condition-worker-client.ts'
import type { AnswerPlace, RuledItem } from './condition.ts'

/** What is wrong with an answer. */
export type AnswerProblem =
  | FormatProblem
  | { problem: 'required'; messages: readonly (string | null)[] }
  /** The form's own rule, with its own words. */
  | { problem: 'constraint'; messages: readonly (string | null)[]; expression: string }

export type AnswerCheck =
  | { verdict: 'right' }
  | { verdict: 'wrong'; problem: AnswerProblem }
  /** Nothing is known to be wrong, but not all could be looked at: which rules of the form. */
  | { verdict: 'unchecked'; expressions: readonly string[] }

type Asked = Pick<QuestionColumn, 'question' | 'choices'>

/**
 * Whether the form would take an answer where the server takes any [0847]. `''`: without an answer. Rejects only where the
 * signal says so.
 */
export async function checkAnswer(
  column: Asked,
  answer: string,
  place: AnswerPlace,
  signal?: AbortSignal,
): Promise<AnswerCheck> {
  const { question } = column
  const { rules } = question
  const edit = { ...place, isEdit: true }
  const unchecked: string[] = question.unreadable ? [question.type] : []

  /** `null`: it could not be evaluated. */
  const holds = async (expression: string): Promise<boolean | null> => {
    const result = await evaluateCondition({ expression, item: question, answer, place: edit }, signal)
    if (result === null) unchecked.push(expression)
    return result
  }

  if (answer === '') {
    const isRequired =
      typeof rules.required === 'boolean' ? rules.required : (fixed(rules.required) ?? (await holds(rules.required)))
    if (isRequired === true) {
      const asked = await isRelevant(column, edit, signal)
      if (asked === true)
        return { verdict: 'wrong', problem: { problem: 'required', messages: rules.requiredMessages } }
      if (asked === null) unchecked.push(...relevanceOf(question))
    }
  } else {
    const problem = formatProblem(column, answer)
    if (problem === 'unchecked') unchecked.push(question.type)
    else if (problem) return { verdict: 'wrong', problem }
    if (rules.constraint !== null && (await holds(rules.constraint)) === false) {
      const { constraint: expression, constraintMessages: messages } = rules
      return { verdict: 'wrong', problem: { problem: 'constraint', messages, expression } }
    }
  }
  return unchecked.length > 0 ? { verdict: 'unchecked', expressions: unchecked } : { verdict: 'right' }
}

/** The conditions under which a question is asked: its own, and those of its groups. */
export const relevanceOf = ({ groups, rules }: Pick<FormQuestion, 'groups' | 'rules'>): string[] =>
  [...groups.map(({ relevant }) => relevant), rules.relevant].filter((relevant) => relevant !== null)

/** Whether a question is asked at all, as the other answers stand: `relevant`, its groups' too. `null`: not to be known. */
export const isRelevant = ({ question }: Pick<QuestionColumn, 'question'>, place: AnswerPlace, signal?: AbortSignal) =>
  allHold(relevanceOf(question), question, place, signal)

/** The conditions under which a repeat group is asked, and where it stands. */
export function relevanceOfRepeat({ columns, group }: RepeatColumn): { conditions: string[]; item: RuledItem } {
  const around = groupsAround(columns, group.path)
  const conditions = [...around, group].map(({ relevant }) => relevant).filter((relevant) => relevant !== null)
  return { conditions, item: { path: group.path, groups: around } }
}

/** What stands around a repeat group, as its questions tell. */
function groupsAround(columns: readonly AnswerColumn[], path: string): FormGroup[] {
  for (const column of columns) {
    const groups = column.source === 'question' ? column.question.groups : []
    const at = groups.findIndex((group) => group.path === path)
    if (at >= 0) return groups.slice(0, at)
    const further = column.source === 'repeat' ? groupsAround(column.columns, path) : []
    if (further.length > 0) return further
  }
  return []
}

/** Whether all conditions hold; `null` where that is not to be known. */
export async function allHold(
  conditions: readonly string[],
  item: RuledItem,
  place: AnswerPlace,
  signal?: AbortSignal,
): Promise<boolean | null> {
  const results = await Promise.all(
    conditions.map((expression) => evaluateCondition({ expression, item, answer: '', place }, signal)),
  )
  if (results.includes(false)) return false
  return results.includes(null) ? null : true
}

/** `required` as people write it in a spreadsheet. */
function fixed(required: string): boolean | null {
  const word = required.trim().toLowerCase()
  if (['true', 'yes', 'true()'].includes(word)) return true
  return ['', 'false', 'no', 'false()'].includes(word) ? false : null
}
