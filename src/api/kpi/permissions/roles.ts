import { type Codename, isSameSet, withImplied } from './codenames.ts'

/** Presets over codenames, least to most. What fits none of them is Custom; the owner has everything. */
export const ROLES = ['collector', 'viewer', 'reviewer', 'editor', 'manager'] as const
export type Role = (typeof ROLES)[number]
export type RoleOrCustom = Role | 'custom'

const GIVEN: Record<Role, readonly Codename[]> = {
  collector: ['add_submissions'],
  viewer: ['view_submissions'],
  reviewer: ['validate_submissions'],
  editor: ['change_asset', 'change_submissions', 'validate_submissions'],
  manager: ['manage_asset'],
}

/** Everything that a role holds, what is implied included. */
export const codenamesOf = (role: Role) => withImplied(GIVEN[role])

/** Sets that KPI's own interface makes and that mean a role all the same: it gives "View form" along with the rest. */
const ALSO: Partial<Record<Role, readonly Codename[]>> = { collector: ['add_submissions', 'view_asset'] }

export function roleOf(held: ReadonlySet<Codename>): RoleOrCustom {
  if (held.size === 0) return 'custom'
  return ROLES.find((role) => isSameSet(held, codenamesOf(role)) || isSameSet(held, new Set(ALSO[role]))) ?? 'custom'
}
