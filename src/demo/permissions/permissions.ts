import { viewPermissionsOf } from '#/demo/seed/project-views.ts'
import type { AssetRecord, Filter, Grant } from '#/demo/records.ts'

/** KPI's name for the user of a request without credentials. */
export const ANONYMOUS = 'AnonymousUser'

/**
 * The permissions that each permission implies [0124, 0602, 0603]. `discover_asset` is for collections; the demo has
 * none.
 */
const IMPLIED: Record<string, readonly string[]> = {
  add_submissions: [],
  change_asset: ['view_asset'],
  change_submissions: ['view_asset', 'view_submissions', 'add_submissions'],
  delete_submissions: ['view_submissions', 'view_asset'],
  manage_asset: [
    'change_submissions',
    'add_submissions',
    'validate_submissions',
    'change_asset',
    'view_asset',
    'delete_submissions',
    'view_submissions',
  ],
  partial_submissions: ['view_asset'],
  validate_submissions: ['view_submissions', 'view_asset'],
  view_asset: [],
  view_submissions: ['view_asset'],
}

const CONTRADICT_PARTIAL = [
  'view_submissions',
  'change_submissions',
  'delete_submissions',
  'validate_submissions',
  'manage_asset',
]

export const OWNER_CODENAMES = Object.keys(IMPLIED).filter((codename) => codename !== 'partial_submissions')
export const LIBRARY_CODENAMES = ['change_asset', 'manage_asset', 'view_asset']

export const isCodename = (text: string) => Object.hasOwn(IMPLIED, text)
export const impliedBy = (codename: string) => IMPLIED[codename] ?? []

/** The permissions that a user cannot have together with this one [0124, 0610-0612]. */
export function contradictoryTo(codename: string): readonly string[] {
  if (codename === 'partial_submissions') return CONTRADICT_PARTIAL
  return CONTRADICT_PARTIAL.includes(codename) && codename !== 'manage_asset' ? ['partial_submissions'] : []
}

interface NewGrant {
  username: string
  codename: string
  partial?: NonNullable<Grant['partial']>
}

/**
 * Adds a permission with those that it implies, and removes those that contradict it. Existing grants keep their uid,
 * so adding a permission twice changes nothing [0632].
 */
export function addGrant(grants: Grant[], { username, codename, partial }: NewGrant, makeUid: () => string): Grant[] {
  const contradictory = [codename, ...impliedBy(codename)].flatMap(contradictoryTo)
  const rest = grants.filter((grant) => grant.username !== username || !contradictory.includes(grant.codename))
  // Partial permission to add or edit implies full permission to add: KPI has no partial form of it [0613, 0619].
  const impliedByPartial = partial?.some((part) => part.codename === 'add_submissions') ? ['add_submissions'] : []
  const codenames = [codename, ...impliedBy(codename), ...impliedByPartial]
  const next = rest.map((grant) =>
    grant.username === username && grant.codename === codename && partial ? { ...grant, partial } : grant,
  )
  for (const item of codenames) {
    if (next.some((grant) => grant.username === username && grant.codename === item)) continue
    next.push({ uid: makeUid(), username, codename: item, ...(item === codename && partial && { partial }) })
  }
  return next
}

/** Removes a permission and those that imply it [0605-0608]. */
export const removeGrant = (grants: Grant[], { username, codename }: NewGrant): Grant[] =>
  grants.filter(
    (grant) =>
      grant.username !== username || (grant.codename !== codename && !impliedBy(grant.codename).includes(codename)),
  )

/** Adds the partial permissions that others imply. Filters are joined with OR, in KPI's order [0614, 0619]. */
export function completePartial(parts: NonNullable<Grant['partial']>): NonNullable<Grant['partial']> {
  const filtersOf = new Map<string, Filter[]>()
  const add = (codename: string, filters: Filter[]) => {
    const existing = filtersOf.get(codename) ?? []
    const added = filters.filter(
      (filter) => !existing.some((other) => JSON.stringify(other) === JSON.stringify(filter)),
    )
    filtersOf.set(codename, [...existing, ...added])
  }
  for (const { codename, filters } of parts) {
    for (const item of [...impliedBy(codename), codename]) if (item.endsWith('_submissions')) add(item, filters)
  }
  return PARTIAL_ORDER.flatMap((codename) => {
    const filters = filtersOf.get(codename)
    return filters ? [{ codename, filters }] : []
  })
}

const PARTIAL_ORDER = [
  'add_submissions',
  'view_submissions',
  'change_submissions',
  'delete_submissions',
  'validate_submissions',
]

export const isPartialCodename = (codename: string) => PARTIAL_ORDER.includes(codename)

/** The permissions that a user has on an asset: their own, else those of project views, and those of anonymous users. */
export function permissionsOf(asset: AssetRecord, username: string): Set<string> {
  const grantsOf = (name: string) => asset.grants.filter((grant) => grant.username === name)
  const own = grantsOf(username).map(({ codename }) => codename)
  return new Set([
    ...(own.length > 0 ? own : viewPermissionsOf(asset, username)),
    ...grantsOf(ANONYMOUS).map(({ codename }) => codename),
  ])
}

/** The submissions for which a user has a permission: all, none, or those that match one of the filters. */
export function submissionScope(asset: AssetRecord, username: string, codename: string): 'all' | 'none' | Filter[] {
  if (permissionsOf(asset, username).has(codename)) return 'all'
  const partial = asset.grants.find((grant) => grant.username === username && grant.partial)?.partial
  return partial?.find((part) => part.codename === codename)?.filters ?? 'none'
}

/** The grants that a user can see: all with `manage_asset`, otherwise the owner's and their own [0347, 0675]. */
export function visibleGrants(asset: AssetRecord, username: string): Grant[] {
  const seesAll = permissionsOf(asset, username).has('manage_asset')
  const visible = asset.grants.filter((grant) => seesAll || [username, asset.owner, ANONYMOUS].includes(grant.username))
  return visible.toSorted((a, b) => compareTexts(a.username, b.username) || compareTexts(a.codename, b.codename))
}

const compareTexts = (first: string, second: string) => (first < second ? -1 : first > second ? 1 : 0)
