/** Answer to a question by its name, as far as given. */
export type Lookup = (name: string) => string | undefined

const COMPARISON = /^\$\{([\w.-]+)\}\s*(!=|>=|<=|=|>|<)\s*'?([^']*?)'?$/

type Condition = (lookup: Lookup) => boolean

/** When a question is asked: as much of XPath as the demo's own forms use, comparisons joined with `and`. */
export function readRelevance(expression: unknown): Condition {
  if (typeof expression !== 'string') return () => true
  const parts = expression.split(' and ').map((part) => COMPARISON.exec(part.trim()) ?? [])
  return (lookup) => parts.every(([, name = '', operator, wanted = '']) => holds(lookup(name), operator, wanted))
}

function holds(answer: string | undefined, operator: string | undefined, wanted: string): boolean {
  if (operator === '=') return answer === wanted
  if (answer === undefined) return false
  if (operator === '!=') return answer !== wanted
  const [one, other] = [Number(answer), Number(wanted)]
  if (operator === '>=') return one >= other
  if (operator === '<=') return one <= other
  return operator === '>' ? one > other : one < other
}
