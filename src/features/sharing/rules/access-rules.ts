import {
  completePartial,
  filterKey,
  type PartialPermission,
  type RowRuleFilter,
} from '#/api/kpi/permissions/partial.ts'

/** Some submissions, and what a user can do with them. */
export interface AccessRule {
  filter: RowRuleFilter
  /** With implied ones; by the server's codename where this app does not know it. */
  codenames: ReadonlySet<string>
}

/** The rules of a user, one for each filter. The server keeps the filters of each permission [0614]. */
export function rulesOf(partial: readonly PartialPermission[]): AccessRule[] {
  const rules = new Map<string, { filter: RowRuleFilter; codenames: Set<string> }>()
  for (const { codename, filters } of partial) {
    for (const filter of filters) {
      const key = filterKey(filter)
      const rule = rules.get(key) ?? { filter, codenames: new Set<string>() }
      rules.set(key, rule)
      rule.codenames.add(codename)
    }
  }
  return [...rules.values()]
}

/** The rules as the server takes them. */
export const partialOf = (rules: readonly AccessRule[]): PartialPermission[] =>
  completePartial(
    rules.flatMap(({ filter, codenames }) => [...codenames].map((codename) => ({ codename, filters: [filter] }))),
  )

/** What a person chooses for a rule. Viewing is part of each; adding comes with editing, and has no limit [0619]. */
export const RULE_CHOICES = ['change_submissions', 'delete_submissions', 'validate_submissions'] as const

/** The codenames of a rule after one is chosen, or no longer. A rule for adding alone is kept as it is. */
export function toggleInRule(codenames: ReadonlySet<string>, codename: (typeof RULE_CHOICES)[number]): Set<string> {
  const next = new Set(codenames)
  if (next.has(codename)) {
    next.delete(codename)
    if (codename === 'change_submissions') next.delete('add_submissions')
  } else next.add(codename)
  return next.add('view_submissions')
}

/** The query for all submissions that a user sees by the rules; `undefined` where there are none. */
export function viewQuery(partial: readonly PartialPermission[]): RowRuleFilter | undefined {
  const filters = partial.find(({ codename }) => codename === 'view_submissions')?.filters ?? []
  const [first, ...others] = filters
  return first && others.length > 0 ? { $or: filters } : first
}

/** The rule that most people mean: what the user sent, to be viewed. */
export const ownRule = (username: string): PartialPermission[] => [
  { codename: 'view_submissions', filters: [{ _submitted_by: username }] },
]
