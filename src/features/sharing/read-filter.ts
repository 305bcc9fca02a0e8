import type { PartialPermission, RowRuleFilter } from '#/api/kpi/permissions/people.ts'

/** One part of a limit, in terms that can be said. Parts of one filter all have to be met. */
export type AccessCondition =
  | { kind: 'sent-by'; usernames: string[] }
  /** The answer at that path is one of these. */
  | { kind: 'answer'; path: string; values: string[] }
  /** Something that only MongoDB can say. */
  | { kind: 'other'; json: string }

/**
 * Reads what KPI and its interface write [0611, 0614]; what else there is, it shows as it is: `$eq` is no operator to
 * KPI, and lets through nothing [2203].
 */
export const accessConditionsOf = (filter: RowRuleFilter): AccessCondition[] =>
  Object.entries(filter).map(([path, test]) => {
    const values = valuesOf(test)
    if (values === undefined || path.startsWith('$')) return { kind: 'other', json: JSON.stringify({ [path]: test }) }
    return path === '_submitted_by' ? { kind: 'sent-by', usernames: values } : { kind: 'answer', path, values }
  })

function valuesOf(test: unknown): string[] | undefined {
  if (isPlain(test)) return [String(test)]
  if (typeof test !== 'object' || test === null) return undefined
  const [[operator, operand] = [], ...more] = Object.entries(test)
  if (more.length > 0) return undefined
  return operator === '$in' && Array.isArray(operand) && operand.every(isPlain) ? operand.map(String) : undefined
}

const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'

/** A limit, and what it limits. */
export interface Limit {
  /** `null`: all that the person may do with submissions has this one limit. */
  codename: string | null
  filters: readonly RowRuleFilter[]
}

/**
 * The limits to tell apart. What KPI fills in for "Add submissions" limits nothing: that permission is held in full
 * beside it [0613].
 */
export function limitsOf(partial: readonly PartialPermission[]): Limit[] {
  const limited = partial.filter(({ codename }) => codename !== 'add_submissions')
  const [first, ...rest] = limited
  if (!first) return []
  const isOne = rest.every(({ filters }) => JSON.stringify(filters) === JSON.stringify(first.filters))
  return isOne ? [{ codename: null, filters: first.filters }] : limited
}
