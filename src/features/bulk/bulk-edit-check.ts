import type { QuestionColumn } from '#/dataset/model/columns.ts'
import type { FormQuestion } from '#/dataset/model/form.ts'
import type { Row } from '#/dataset/model/row.ts'
import { answerOf } from '#/dataset/model/values.ts'
import { type AnswerProblem, checkAnswer, isRelevant } from '#/dataset/validation/check-answer.ts'

/** What one new answer would change in many submissions. */
export interface BulkEditCheck {
  /** `_id`s of the submissions in which no rule of the form is known to forbid the answer. */
  validIds: readonly number[]
  /** `_id`s of the submissions in which the answer breaks a rule of the form. */
  invalidIds: readonly number[]
  /** The broken rule of the first of `invalidIds`. */
  problem: AnswerProblem | null
  /** Expressions of rules that could not be evaluated. */
  unchecked: readonly string[]
  /** Of `validIds`: how many have the same answer already, another one, or none. */
  same: number
  other: number
  blank: number
  /** Of `validIds`: in how many the form would not ask the question (`relevant`). */
  notRelevant: number
}

/** Rows that are checked at once, so that the page stays responsive. */
const ROWS_PER_STEP = 500

/**
 * Checks a new answer against the rules of the form in each submission, since the server validates nothing [0847]. The
 * result can differ, because a rule may use other answers. Rejects only with the signal's reason.
 */
export async function checkBulkEdit(
  column: QuestionColumn,
  value: string,
  { questions, rows }: { questions: readonly FormQuestion[]; rows: readonly Row[] },
  signal?: AbortSignal,
): Promise<BulkEditCheck> {
  const validIds: number[] = []
  const invalidIds: number[] = []
  const unchecked = new Set<string>()
  let problem: AnswerProblem | null = null
  const counts = { same: 0, other: 0, blank: 0, notRelevant: 0 }
  const checkOne = async (row: Row) => {
    const context = { questions, row, isEdit: true }
    const check = await checkAnswer(column, value, context, signal)
    const isNotRelevant =
      value !== '' && check.status !== 'invalid' && (await isRelevant(column, context, signal)) === false
    return { row, check, isNotRelevant }
  }
  const checked: Awaited<ReturnType<typeof checkOne>>[] = []
  for (let start = 0; start < rows.length; start += ROWS_PER_STEP) {
    checked.push(...(await Promise.all(rows.slice(start, start + ROWS_PER_STEP).map(checkOne))))
    signal?.throwIfAborted()
  }
  for (const { row, check, isNotRelevant } of checked) {
    if (check.status === 'invalid') {
      problem ??= check.problem
      invalidIds.push(row._id)
      continue
    }
    if (check.status === 'unchecked') check.expressions.forEach((expression) => unchecked.add(expression))
    validIds.push(row._id)
    const current = answerOf(row, column.id) ?? ''
    counts[current === value ? 'same' : current === '' ? 'blank' : 'other'] += 1
    if (isNotRelevant) counts.notRelevant += 1
  }
  return { validIds, invalidIds, problem, unchecked: [...unchecked], ...counts }
}

/** Whether a rule of the question or of its groups may use other answers. */
export const dependsOnOtherAnswers = ({ question: { rules, groups } }: QuestionColumn) =>
  rules.constraint !== null ||
  rules.relevant !== null ||
  typeof rules.required === 'string' ||
  groups.some(({ relevant }) => relevant !== null)
