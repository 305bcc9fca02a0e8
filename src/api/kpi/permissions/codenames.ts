/** KPI's codenames of the permissions that users can have on a project [0124]. `discover_asset` is for collections only. */
export const CODENAMES = [
  'view_asset',
  'change_asset',
  'add_submissions',
  'view_submissions',
  'partial_submissions',
  'change_submissions',
  'delete_submissions',
  'validate_submissions',
  'manage_asset',
] as const
export type Codename = (typeof CODENAMES)[number]

export const isCodename = (text: string): text is Codename => (CODENAMES as readonly string[]).includes(text)

/** The permissions that the server grants along with each one [0602, 0603]. */
const IMPLIED: Record<Codename, readonly Codename[]> = {
  view_asset: [],
  change_asset: ['view_asset'],
  add_submissions: [],
  view_submissions: ['view_asset'],
  partial_submissions: ['view_asset'],
  change_submissions: ['view_submissions', 'add_submissions', 'view_asset'],
  delete_submissions: ['view_submissions', 'view_asset'],
  validate_submissions: ['view_submissions', 'view_asset'],
  manage_asset: [
    'view_asset',
    'change_asset',
    'add_submissions',
    'view_submissions',
    'change_submissions',
    'delete_submissions',
    'validate_submissions',
  ],
}

export const impliedBy = (codename: Codename) => IMPLIED[codename]

/** Permissions that exclude `partial_submissions` [0610-0612]. */
const CONTRADICTS_PARTIAL: readonly Codename[] = [
  'view_submissions',
  'change_submissions',
  'delete_submissions',
  'validate_submissions',
  'manage_asset',
]

/** Whether granting one permission revokes the other [0610-0612]. */
export const contradicts = (codename: Codename, other: Codename) =>
  (codename === 'partial_submissions' && CONTRADICTS_PARTIAL.includes(other)) ||
  (other === 'partial_submissions' && CONTRADICTS_PARTIAL.includes(codename))

/** These permissions with all that they imply. */
export function withImplied(codenames: Iterable<Codename>): Set<Codename> {
  return new Set([...codenames].flatMap((codename) => [codename, ...IMPLIED[codename]]))
}

/** The permissions after one more is granted, by the server's rules [0602-0614]. */
export function afterGranting(held: ReadonlySet<Codename>, codename: Codename): Set<Codename> {
  const next = new Set([...held, ...withImplied([codename])])
  return new Set([...next].filter((other) => !contradicts(codename, other)))
}

/** The permissions after one is revoked: those that imply it are revoked, too [0605-0608]. */
export function afterRevoking(held: ReadonlySet<Codename>, codename: Codename): Set<Codename> {
  return new Set([...held].filter((other) => other !== codename && !IMPLIED[other].includes(codename)))
}

export const isSameSet = (a: ReadonlySet<Codename>, b: ReadonlySet<Codename>) =>
  a.size === b.size && [...a].every((codename) => b.has(codename))
