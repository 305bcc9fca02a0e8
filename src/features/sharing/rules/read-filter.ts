import type { PartialPermission, RowRuleFilter } from '#/api/kpi/permissions/partial.ts'

/** A condition of a row filter. All conditions of a filter must match. */
export type AccessCondition =
  | { kind: 'sent-by'; usernames: string[] }
  /** The answer at the path is one of the values. */
  | { kind: 'answer'; path: string; values: string[] }
  /** Any other MongoDB query. */
  | { kind: 'other'; json: string }

/**
 * Parses the filters that KPI and its interface write [0611, 0614]. Others are returned as JSON: KPI does not support `$eq`,
 * for example, which matches nothing [2203].
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

/** Row filters, and the permission to which they apply. */
export interface Limit {
  /** `null`: all permissions of the user on submissions. */
  codename: string | null
  filters: readonly RowRuleFilter[]
}

/**
 * The distinct limits of a user. Without `add_submissions`, for which KPI adds a filter although it is not limited [0613].
 */
export function limitsOf(partial: readonly PartialPermission[]): Limit[] {
  const limited = partial.filter(({ codename }) => codename !== 'add_submissions')
  const [first, ...rest] = limited
  if (!first) return []
  const isOne = rest.every(({ filters }) => JSON.stringify(filters) === JSON.stringify(first.filters))
  return isOne ? [{ codename: null, filters: first.filters }] : limited
}
