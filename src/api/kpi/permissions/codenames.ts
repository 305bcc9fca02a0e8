/** What one person may be given on a project, by KPI's codenames [0124]. `discover_asset` is for collections only. */
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

/** What the server gives along with each permission [0602, 0603]. */
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

/** Those whose giving takes "some submissions only" away, and the other way round [0610-0612]. */
const AGAINST_PARTIAL: readonly Codename[] = [
  'view_submissions',
  'change_submissions',
  'delete_submissions',
  'validate_submissions',
  'manage_asset',
]

/** Whether one cannot stand beside the other: giving it takes the other away [0610-0612]. */
export const contradicts = (codename: Codename, other: Codename) =>
  (codename === 'partial_submissions' && AGAINST_PARTIAL.includes(other)) ||
  (other === 'partial_submissions' && AGAINST_PARTIAL.includes(codename))

/** The permissions that a person has once given these: with all that they imply. */
export function withImplied(codenames: Iterable<Codename>): Set<Codename> {
  return new Set([...codenames].flatMap((codename) => [codename, ...IMPLIED[codename]]))
}

/** What a person has after one more is given to them, as the server does it [0602-0614]. */
export function afterGiving(held: ReadonlySet<Codename>, codename: Codename): Set<Codename> {
  const next = new Set([...held, ...withImplied([codename])])
  return new Set([...next].filter((other) => !contradicts(codename, other)))
}

/** What a person has after one is taken away: all that imply it go with it [0605-0608]. */
export function afterTaking(held: ReadonlySet<Codename>, codename: Codename): Set<Codename> {
  return new Set([...held].filter((other) => other !== codename && !IMPLIED[other].includes(codename)))
}

export const isSameSet = (a: ReadonlySet<Codename>, b: ReadonlySet<Codename>) =>
  a.size === b.size && [...a].every((codename) => b.has(codename))
