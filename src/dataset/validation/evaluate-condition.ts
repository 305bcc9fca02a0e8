import { evaluate } from '#/lib/xpath/evaluate.ts'
import { NotEvaluated, parse } from '#/lib/xpath/parse.ts'
import { toBoolean } from '#/lib/xpath/values.ts'
import type { FormCondition } from './condition.ts'
import { scopeOf } from './xpath-scope.ts'

/** Whether a condition holds; `null`: cannot be evaluated. May never return: see `condition-queue.ts`. */
export function conditionHolds({ expression, item, answer, context }: FormCondition): boolean | null {
  if (expression.trim() === '') return true
  try {
    return toBoolean(evaluate(parse(expression), scopeOf(item, answer, context)))
  } catch (error) {
    // RangeError: a pattern with too much backtracking overflows the stack.
    if (error instanceof NotEvaluated || error instanceof RangeError) return null
    throw error
  }
}
