import type { FormContent } from '#/api/kpi/form/schema.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { answerOf } from '#/dataset/model/values.ts'
import { type AnswerProblem, checkAnswer, isRelevant } from '#/dataset/validation/check-answer.ts'

/** What one answer for many would mean. */
export interface BulkEditCheck {
  /** Nothing is known to be wrong there. */
  fitting: readonly number[]
  /** Those that the form would refuse it in. */
  wrong: readonly number[]
  /** Of the first of those. */
  problem: AnswerProblem | null
  /** Which of the form's rules could not be looked at. */
  unchecked: readonly string[]
  /** How many of the fitting ones have it already, have another answer, or have none. */
  same: number
  other: number
  blank: number
  /** In how many the form would not ask the question. */
  notAsked: number
}

/** So many at a time, so that the page stays quick. */
const AT_ONCE = 500

/**
 * Checks one answer in each submission, as the server checks nothing [0847]: a rule may look at other answers. Rejects only
 * where the signal says so.
 */
export async function checkForMany(
  column: QuestionColumn,
  value: string,
  { content, rows }: { content: Pick<FormContent, 'survey'>; rows: readonly Submission[] },
  signal?: AbortSignal,
): Promise<BulkEditCheck> {
  const fitting: number[] = []
  const wrong: number[] = []
  const unchecked = new Set<string>()
  let problem: AnswerProblem | null = null
  const counts = { same: 0, other: 0, blank: 0, notAsked: 0 }
  const checkOne = async (submission: Submission) => {
    const place = { content, submission, isEdit: true }
    const check = await checkAnswer(column, value, place, signal)
    const isNotAsked = value !== '' && check.verdict !== 'wrong' && (await isRelevant(column, place, signal)) === false
    return { submission, check, isNotAsked }
  }
  const checked: Awaited<ReturnType<typeof checkOne>>[] = []
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    checked.push(...(await Promise.all(rows.slice(from, from + AT_ONCE).map(checkOne))))
    signal?.throwIfAborted()
  }
  for (const { submission, check, isNotAsked } of checked) {
    if (check.verdict === 'wrong') {
      problem ??= check.problem
      wrong.push(submission._id)
      continue
    }
    if (check.verdict === 'unchecked') check.expressions.forEach((expression) => unchecked.add(expression))
    fitting.push(submission._id)
    const now = answerOf(submission, column.id) ?? ''
    counts[now === value ? 'same' : now === '' ? 'blank' : 'other'] += 1
    if (isNotAsked) counts.notAsked += 1
  }
  return { fitting, wrong, problem, unchecked: [...unchecked], ...counts }
}

/** Whether a rule of the question, or of its groups, could look at other answers. */
export const looksAround = ({ question: { rules, groups } }: QuestionColumn) =>
  rules.constraint !== null ||
  rules.relevant !== null ||
  typeof rules.required === 'string' ||
  groups.some(({ relevant }) => relevant !== null)
