import { evaluate } from '#/lib/xpath/evaluate.ts'
import { NotEvaluated, parse } from '#/lib/xpath/parse.ts'
import { type Scope, toBoolean } from '#/lib/xpath/values.ts'
import { type FormatProblem, formatProblem } from './answer-format.ts'
import { type AnswerPlace, scopeOf } from './answer-scope.ts'
import type { FormGroup, FormQuestion } from '#/api/form/questions.ts'
import type { AnswerColumn, QuestionColumn, RepeatColumn } from './columns.ts'

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

/** Whether the form would take an answer where the server takes any [0847]. `''`: without an answer. */
export function checkAnswer(
  column: Pick<QuestionColumn, 'question' | 'choices'>,
  answer: string,
  place: AnswerPlace,
): AnswerCheck {
  const { question } = column
  const { rules } = question
  const scope = scopeOf(question, answer, place)
  const unchecked: string[] = question.unreadable ? [question.type] : []

  /** `null`: it could not be evaluated. */
  const holds = (expression: string): boolean | null => {
    const result = conditionHolds(expression, scope)
    if (result === null) unchecked.push(expression)
    return result
  }

  if (answer === '') {
    const isRequired =
      typeof rules.required === 'boolean' ? rules.required : (fixed(rules.required) ?? holds(rules.required))
    if (isRequired === true && isAsked(column, place) !== false) {
      return { verdict: 'wrong', problem: { problem: 'required', messages: rules.requiredMessages } }
    }
  } else {
    const problem = formatProblem(column, answer)
    if (problem === 'unchecked') unchecked.push(question.type)
    else if (problem) return { verdict: 'wrong', problem }
    if (rules.constraint !== null && holds(rules.constraint) === false) {
      const { constraint: expression, constraintMessages: messages } = rules
      return { verdict: 'wrong', problem: { problem: 'constraint', messages, expression } }
    }
  }
  return unchecked.length > 0 ? { verdict: 'unchecked', expressions: unchecked } : { verdict: 'right' }
}

/** Whether a question is asked at all, as the other answers stand: `relevant`, its groups' too. `null`: not to be known. */
export function isAsked({ question }: Pick<QuestionColumn, 'question'>, place: AnswerPlace): boolean | null {
  return allHold([...question.groups.map(({ relevant }) => relevant), question.rules.relevant], question, place)
}

/** The same of a repeat group. */
export function isRepeatAsked({ columns, group }: RepeatColumn, place: AnswerPlace): boolean | null {
  const around = groupsAround(columns, group.path)
  const conditions = [...around.map(({ relevant }) => relevant), group.relevant]
  return allHold(conditions, { path: group.path, groups: around }, place)
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

function allHold(
  conditions: readonly (string | null)[],
  item: Pick<FormQuestion, 'path' | 'groups'>,
  place: AnswerPlace,
): boolean | null {
  const scope = scopeOf(item, '', place)
  const results = conditions.map((condition) => (condition === null ? true : conditionHolds(condition, scope)))
  if (results.includes(false)) return false
  return results.includes(null) ? null : true
}

/** `required` as people write it in a spreadsheet. */
function fixed(required: string): boolean | null {
  const word = required.trim().toLowerCase()
  if (['true', 'yes', 'true()'].includes(word)) return true
  return ['', 'false', 'no', 'false()'].includes(word) ? false : null
}

function conditionHolds(expression: string, scope: Scope): boolean | null {
  if (expression.trim() === '') return true
  try {
    return toBoolean(evaluate(parse(expression), scope))
  } catch (error) {
    if (error instanceof NotEvaluated) return null
    throw error
  }
}
