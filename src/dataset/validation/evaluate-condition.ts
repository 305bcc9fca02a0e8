import { evaluate } from '#/lib/xpath/evaluate.ts'
import { NotEvaluated, parse } from '#/lib/xpath/parse.ts'
import { toBoolean } from '#/lib/xpath/values.ts'
import type { FormCondition } from './condition.ts'
import { scopeOf } from './xpath-scope.ts'

/** Whether a condition holds; `null` where that is not to be known here. May take for ever: see `condition-queue.ts`. */
export function conditionHolds({ expression, item, answer, place }: FormCondition): boolean | null {
  if (expression.trim() === '') return true
  try {
    return toBoolean(evaluate(parse(expression), scopeOf(item, answer, place)))
  } catch (error) {
    // Of the stack, too: patterns that go back and forth use it up.
    if (error instanceof NotEvaluated || error instanceof RangeError) return null
    throw error
  }
}
