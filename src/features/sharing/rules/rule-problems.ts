import type { RowRuleFilter } from '#/api/kpi/permissions/partial.ts'
import type { Form, FormQuestion } from '#/dataset/model/form.ts'
import { withOtherQuestions } from '#/dataset/model/form.ts'
import { questionKind } from '#/dataset/model/question-kind.ts'

/**
 * What is to be known about a filter.
 * - `everything`: it has no condition, and shows all submissions [2203].
 * - `refused`: the server answers 400 to all reading of the user [2201, 2202].
 * - `operator`: the server takes it for a question, and finds nothing [2151].
 * - `repeat`: a question in a repeat group, asked for as if it were not in one, which finds nothing [2198].
 * - `question`: not in the form.
 * - `whole`: the whole text has to be the same, capital letters included.
 * - `submitter`: submissions that were sent without signing in do not match [2194].
 */
export interface RuleProblem {
  kind: 'everything' | 'refused' | 'operator' | 'repeat' | 'question' | 'whole' | 'submitter'
  /** A question's path, or an operator. */
  subject?: string
}

/** Whether a rule cannot do what it is for; the others only explain it. */
export const isFault = ({ kind }: RuleProblem) => kind !== 'whole' && kind !== 'submitter'

/** Operators that the server knows [2151]. */
const OPERATORS = new Set(
  '$or $and $in $nin $not $exists $gt $gte $lt $lte $regex $options $all $elemMatch $ne $expr $ifNull'.split(' '),
)

/** What is to be known about a filter, each once. */
export function ruleProblems(filter: RowRuleFilter, form: Pick<Form, 'questions'>): RuleProblem[] {
  const problems = new Map<string, RuleProblem>()
  const add = (problem: RuleProblem) => problems.set(JSON.stringify(problem), problem)
  const questions = new Map(withOtherQuestions(form.questions).map((question) => [question.path, question]))
  const repeats = new Set(
    form.questions.flatMap(({ groups }) => groups.filter(({ isRepeat }) => isRepeat)).map(({ path }) => path),
  )
  if (Object.keys(filter).length === 0) add({ kind: 'everything' })

  /** `within`: the repeat groups around it. */
  const readQuery = (query: RowRuleFilter, within: readonly string[]) => {
    for (const [key, value] of Object.entries(query)) {
      if (key.startsWith('$')) {
        if (key === '$not') add({ kind: 'refused' })
        else if (!OPERATORS.has(key)) add({ kind: 'operator', subject: key })
        if (!Array.isArray(value)) continue
        if (value.length === 0) add({ kind: 'refused' })
        for (const part of value) if (isQuery(part)) readQuery(part, within)
        continue
      }
      const question = questions.get(key)
      if (!question && !repeats.has(key) && !key.startsWith('_') && !key.startsWith('meta/'))
        add({ kind: 'question', subject: key })
      if (question && isOutside(question, within)) add({ kind: 'repeat', subject: key })
      readTest(key, value, question, within)
    }
  }
  const readTest = (key: string, test: unknown, question: FormQuestion | undefined, within: readonly string[]) => {
    if (!isQuery(test)) {
      if (typeof test === 'string' && question && isText(question)) add({ kind: 'whole', subject: key })
      if (key === '_submitted_by' && test !== null) add({ kind: 'submitter' })
      return
    }
    for (const [operator, operand] of Object.entries(test)) {
      if (operator === '$elemMatch' && isQuery(operand)) readQuery(operand, [...within, key])
      else if (!OPERATORS.has(operator)) add({ kind: 'operator', subject: operator })
      else if (operator === '$regex' && !isPattern(operand)) add({ kind: 'refused' })
      else if (operator === '$not') readTest(key, operand, undefined, within)
      else if (operator === '$in' && key === '_submitted_by' && Array.isArray(operand) && !operand.includes(null))
        add({ kind: 'submitter' })
    }
  }
  readQuery(filter, [])
  return [...problems.values()]
}

const isQuery = (value: unknown): value is RowRuleFilter =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isOutside = ({ groups }: FormQuestion, within: readonly string[]) =>
  groups.some(({ isRepeat, path }) => isRepeat && !within.includes(path))

const isText = ({ type }: FormQuestion) => ['text', 'device', 'calculation'].includes(questionKind(type))

/** Flags at the start are no syntax of JavaScript, but of the server. */
function isPattern(pattern: unknown): boolean {
  if (typeof pattern !== 'string') return false
  try {
    void new RegExp(pattern.replace(/^\(\?[a-z]+\)/, ''))
    return true
  } catch {
    return false
  }
}
