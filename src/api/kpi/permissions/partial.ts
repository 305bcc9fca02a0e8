import { canonicalJson } from '#/lib/canonical-json.ts'

/** A MongoDB query over submissions. Several in a list mean "or" [0614]. */
export type RowRuleFilter = Readonly<Record<string, unknown>>

/** A permission for some submissions only. */
export interface PartialPermission {
  codename: string
  filters: readonly RowRuleFilter[]
}

/** The permissions that `partial_submissions` can limit to some submissions, in KPI's order [0614, 0616]. */
export const PARTIAL_CODENAMES = [
  'add_submissions',
  'view_submissions',
  'change_submissions',
  'delete_submissions',
  'validate_submissions',
] as const
type PartialCodename = (typeof PARTIAL_CODENAMES)[number]

const isPartialCodename = (text: string): text is PartialCodename =>
  (PARTIAL_CODENAMES as readonly string[]).includes(text)

/** What each one implies for the same submissions [0614, 0619]. */
const IMPLIED: Record<PartialCodename, readonly PartialCodename[]> = {
  add_submissions: [],
  view_submissions: [],
  change_submissions: ['view_submissions', 'add_submissions'],
  delete_submissions: ['view_submissions'],
  validate_submissions: ['view_submissions'],
}

/** The name of a filter, regardless of the order of its keys, which the server does not keep. */
export const filterKey = (filter: RowRuleFilter) => canonicalJson(filter)

/**
 * The same rules as the server keeps them: implied permissions filled in, the filters of each permission joined, each filter
 * once [0613, 0614]. Codenames that this app does not know come last.
 */
export function completePartial(partial: readonly PartialPermission[]): PartialPermission[] {
  const filters = new Map<string, Map<string, RowRuleFilter>>()
  const add = (codename: string, more: readonly RowRuleFilter[]) => {
    const own = filters.get(codename) ?? new Map<string, RowRuleFilter>()
    for (const filter of more) if (!own.has(filterKey(filter))) own.set(filterKey(filter), filter)
    filters.set(codename, own)
  }
  for (const { codename, filters: own } of partial) {
    add(codename, own)
    if (isPartialCodename(codename)) for (const implied of IMPLIED[codename]) add(implied, own)
  }
  const others = [...filters.keys()].filter((codename) => !isPartialCodename(codename))
  return [...PARTIAL_CODENAMES, ...others].flatMap((codename) => {
    const own = filters.get(codename)
    return own ? [{ codename, filters: [...own.values()] }] : []
  })
}

/** Whether two have the same filters for the same permissions, regardless of order. */
export const isSamePartial = (a: readonly PartialPermission[], b: readonly PartialPermission[]) => keyOf(a) === keyOf(b)

const keyOf = (partial: readonly PartialPermission[]) =>
  JSON.stringify(
    partial
      .map(({ codename, filters }) => [codename, ...[...new Set(filters.map(filterKey))].toSorted()].join('\n'))
      .toSorted((one, other) => (one < other ? -1 : 1)),
  )
