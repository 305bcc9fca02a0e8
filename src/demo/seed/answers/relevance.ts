/** Answer to a question by its name, as far as given. */
export type Lookup = (name: string) => string | undefined

const COMPARISON = /^\$\{([\w.-]+)\}\s*(!=|>=|<=|=|>|<)\s*'?([^']*?)'?$/

/** Whether a question is asked: as much of XPath as the demo's own forms use, comparisons joined with `and`. */
export const isRelevant = (expression: unknown, lookup: Lookup): boolean =>
  typeof expression !== 'string' || expression.split(' and ').every((part) => holds(part.trim(), lookup))

function holds(part: string, lookup: Lookup): boolean {
  const [, name = '', operator = '', wanted = ''] = COMPARISON.exec(part) ?? []
  const answer = lookup(name)
  if (operator === '=') return answer === wanted
  if (answer === undefined) return false
  if (operator === '!=') return answer !== wanted
  const [one, other] = [Number(answer), Number(wanted)]
  if (operator === '>=') return one >= other
  if (operator === '<=') return one <= other
  return operator === '>' ? one > other : one < other
}
