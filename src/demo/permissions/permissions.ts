import type { AssetRecord, Filter, Grant } from '#/demo/records.ts'

/** Whom a request without a key speaks for, as KPI names them. */
export const ANONYMOUS = 'AnonymousUser'

/** What each codename brings along [0124, 0602, 0603]. `discover_asset` is for collections, which the demo has none of. */
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

const AGAINST_PARTIAL = [
  'view_submissions',
  'change_submissions',
  'delete_submissions',
  'validate_submissions',
  'manage_asset',
]

export const OWNERS_CODENAMES = Object.keys(IMPLIED).filter((codename) => codename !== 'partial_submissions')
export const LIBRARY_CODENAMES = ['change_asset', 'manage_asset', 'view_asset']

export const isCodename = (text: string) => Object.hasOwn(IMPLIED, text)
export const impliedBy = (codename: string) => IMPLIED[codename] ?? []

/** The codenames that cannot stand beside this one [0124, 0610-0612]. */
export function contradictoryTo(codename: string): readonly string[] {
  if (codename === 'partial_submissions') return AGAINST_PARTIAL
  return AGAINST_PARTIAL.includes(codename) && codename !== 'manage_asset' ? ['partial_submissions'] : []
}

interface Given {
  username: string
  codename: string
  partial?: NonNullable<Grant['partial']>
}

/**
 * The grants after one more: with what it implies, without what contradicts it. What was there keeps its uid, so
 * giving twice changes nothing [0632].
 */
export function giveGrant(grants: Grant[], { username, codename, partial }: Given, makeUid: () => string): Grant[] {
  const contradictory = [codename, ...impliedBy(codename)].flatMap(contradictoryTo)
  const rest = grants.filter((grant) => grant.username !== username || !contradictory.includes(grant.codename))
  // Partial adding or editing gives full adding: there is no way to hold somebody to a part of that [0613, 0619].
  const adds = partial?.some((part) => part.codename === 'add_submissions') ? ['add_submissions'] : []
  const given = [codename, ...impliedBy(codename), ...adds]
  const next = rest.map((grant) =>
    grant.username === username && grant.codename === codename && partial ? { ...grant, partial } : grant,
  )
  for (const each of given) {
    if (next.some((grant) => grant.username === username && grant.codename === each)) continue
    next.push({ uid: makeUid(), username, codename: each, ...(each === codename && partial && { partial }) })
  }
  return next
}

/** The grants after one is taken: those that imply it go with it [0605-0608]. */
export const takeGrant = (grants: Grant[], { username, codename }: Given): Grant[] =>
  grants.filter(
    (grant) =>
      grant.username !== username || (grant.codename !== codename && !impliedBy(grant.codename).includes(codename)),
  )

/** Fills in what partial permissions imply, filters joined with OR, in KPI's order [0614, 0619]. */
export function completePartial(parts: NonNullable<Grant['partial']>): NonNullable<Grant['partial']> {
  const filtersOf = new Map<string, Filter[]>()
  const add = (codename: string, filters: Filter[]) => {
    const known = filtersOf.get(codename) ?? []
    const fresh = filters.filter((filter) => !known.some((other) => JSON.stringify(other) === JSON.stringify(filter)))
    filtersOf.set(codename, [...known, ...fresh])
  }
  for (const { codename, filters } of parts) {
    for (const each of [...impliedBy(codename), codename]) if (each.endsWith('_submissions')) add(each, filters)
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

/** Everything that somebody may do with an asset: their own, and what anyone may. */
export function heldBy(asset: AssetRecord, username: string): Set<string> {
  return new Set(
    asset.grants
      .filter((grant) => grant.username === username || grant.username === ANONYMOUS)
      .map(({ codename }) => codename),
  )
}

/**
 * Which submissions somebody may do a thing with: all of them, those that match one of the filters, or none.
 */
export function reachOf(asset: AssetRecord, username: string, codename: string): 'all' | 'none' | Filter[] {
  if (heldBy(asset, username).has(codename)) return 'all'
  const partial = asset.grants.find((grant) => grant.username === username && grant.partial)?.partial
  return partial?.find((part) => part.codename === codename)?.filters ?? 'none'
}

/** Which grants somebody gets to see: everybody's with `manage_asset`, else the owner's and their own [0347, 0675]. */
export function visibleGrants(asset: AssetRecord, username: string): Grant[] {
  const seesAll = heldBy(asset, username).has('manage_asset')
  const visible = asset.grants.filter((grant) => seesAll || [username, asset.owner, ANONYMOUS].includes(grant.username))
  return visible.toSorted((a, b) => order(a.username, b.username) || order(a.codename, b.codename))
}

const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
