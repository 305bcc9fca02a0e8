/** The answer to a question by its name, if it has one. */
export type Lookup = (name: string) => string | undefined

const COMPARISON = /^\$\{([\w.-]+)\}\s*(!=|>=|<=|=|>|<)\s*'?([^']*?)'?$/

type Condition = (lookup: Lookup) => boolean

/** Compiles a `relevant` expression. Supports what the demo's forms use: comparisons joined with `and`. */
export function readRelevance(expression: unknown): Condition {
  if (typeof expression !== 'string') return () => true
  const parts = expression.split(' and ').map((part) => COMPARISON.exec(part.trim()) ?? [])
  return (lookup) => parts.every(([, name = '', operator, expected = '']) => holds(lookup(name), operator, expected))
}

function holds(answer: string | undefined, operator: string | undefined, expected: string): boolean {
  if (operator === '=') return answer === expected
  if (answer === undefined) return false
  if (operator === '!=') return answer !== expected
  const [left, right] = [Number(answer), Number(expected)]
  if (operator === '>=') return left >= right
  if (operator === '<=') return left <= right
  return operator === '>' ? left > right : left < right
}
