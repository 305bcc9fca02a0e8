import type { AnswerColumn, QuestionColumn, RepeatColumn } from '#/dataset/model/columns.ts'
import type { FormGroup, FormQuestion } from '#/dataset/model/form.ts'
import { type FormatProblem, formatProblem } from './answer-format.ts'
import { evaluateCondition } from './condition-worker-client.ts'
import type { EvaluationContext, RuledItem } from './condition.ts'

/** What is wrong with an answer. */
export type AnswerProblem =
  | FormatProblem
  | { problem: 'required'; messages: readonly (string | null)[] }
  /** The form's own rule and message. */
  | { problem: 'constraint'; messages: readonly (string | null)[]; expression: string }

export type AnswerCheck =
  | { status: 'valid' }
  | { status: 'invalid'; problem: AnswerProblem }
  /** No problem was found, but these rules of the form could not be evaluated. */
  | { status: 'unchecked'; expressions: readonly string[] }

type CheckedQuestion = Pick<QuestionColumn, 'question' | 'choices'>

/**
 * Checks an answer against its question's type and the form's rules, which the server does not do [0847]. `''`: no answer.
 * @throws the signal's reason if it is aborted
 */
export async function checkAnswer(
  column: CheckedQuestion,
  answer: string,
  context: EvaluationContext,
  signal?: AbortSignal,
): Promise<AnswerCheck> {
  const { question } = column
  const { rules } = question
  const editContext = { ...context, isEdit: true }
  const unchecked: string[] = question.unreadable ? [question.type] : []

  /** `null`: cannot be evaluated. */
  const holds = async (expression: string): Promise<boolean | null> => {
    const result = await evaluateCondition({ expression, item: question, answer, context: editContext }, signal)
    if (result === null) unchecked.push(expression)
    return result
  }

  if (answer === '') {
    const isRequired =
      typeof rules.required === 'boolean'
        ? rules.required
        : (constantRequired(rules.required) ?? (await holds(rules.required)))
    if (isRequired === true) {
      const relevant = await isRelevant(column, editContext, signal)
      if (relevant === true)
        return { status: 'invalid', problem: { problem: 'required', messages: rules.requiredMessages } }
      if (relevant === null) unchecked.push(...relevanceOf(question))
    }
  } else {
    const problem = formatProblem(column, answer)
    if (problem === 'unchecked') unchecked.push(question.type)
    else if (problem) return { status: 'invalid', problem }
    if (rules.constraint !== null && (await holds(rules.constraint)) === false) {
      const { constraint: expression, constraintMessages: messages } = rules
      return { status: 'invalid', problem: { problem: 'constraint', messages, expression } }
    }
  }
  return unchecked.length > 0 ? { status: 'unchecked', expressions: unchecked } : { status: 'valid' }
}

/** The conditions under which a question is relevant: those of its groups, and its own. */
export const relevanceOf = ({ groups, rules }: Pick<FormQuestion, 'groups' | 'rules'>): string[] =>
  [...groups.map(({ relevant }) => relevant), rules.relevant].filter((relevant) => relevant !== null)

/** Whether a question and all groups around it are relevant; `null`: cannot be evaluated. */
export const isRelevant = (
  { question }: Pick<QuestionColumn, 'question'>,
  context: EvaluationContext,
  signal?: AbortSignal,
) => allHold(relevanceOf(question), question, context, signal)

/** The conditions under which a repeat group is relevant, and the group as their item. */
export function relevanceOfRepeat({ columns, group }: RepeatColumn): { conditions: string[]; item: RuledItem } {
  const around = groupsAround(columns, group.path)
  const conditions = [...around, group].map(({ relevant }) => relevant).filter((relevant) => relevant !== null)
  return { conditions, item: { path: group.path, groups: around } }
}

/** The groups around a repeat group, outermost first. */
function groupsAround(columns: readonly AnswerColumn[], path: string): FormGroup[] {
  for (const column of columns) {
    const groups = column.source === 'question' ? column.question.groups : []
    const index = groups.findIndex((group) => group.path === path)
    if (index >= 0) return groups.slice(0, index)
    const nested = column.source === 'repeat' ? groupsAround(column.columns, path) : []
    if (nested.length > 0) return nested
  }
  return []
}

/** Whether all conditions hold; `null`: cannot be evaluated. */
export async function allHold(
  conditions: readonly string[],
  item: RuledItem,
  context: EvaluationContext,
  signal?: AbortSignal,
): Promise<boolean | null> {
  const results = await Promise.all(
    conditions.map((expression) => evaluateCondition({ expression, item, answer: '', context }, signal)),
  )
  if (results.includes(false)) return false
  return results.includes(null) ? null : true
}

/** The value of `required` where it is a constant, as written in XLSForm; `null` for an expression. */
function constantRequired(required: string): boolean | null {
  const word = required.trim().toLowerCase()
  if (['true', 'yes', 'true()'].includes(word)) return true
  return ['', 'false', 'no', 'false()'].includes(word) ? false : null
}
