import { type Codename, isSameSet, withImplied } from './codenames.ts'

/** Presets of permissions, in ascending order. Other combinations are `custom`. */
export const ROLES = ['collector', 'viewer', 'reviewer', 'editor', 'manager'] as const
export type Role = (typeof ROLES)[number]
export type RoleOrCustom = Role | 'custom'

const GRANTED: Record<Role, readonly Codename[]> = {
  collector: ['add_submissions'],
  viewer: ['view_submissions'],
  reviewer: ['validate_submissions'],
  editor: ['change_asset', 'change_submissions', 'validate_submissions'],
  manager: ['manage_asset'],
}

/** All permissions of a role, including implied ones. */
export const codenamesOf = (role: Role) => withImplied(GRANTED[role])

/** Combinations that KPI's own interface makes for a role: it also grants "View form". */
const ALTERNATIVES: Partial<Record<Role, readonly Codename[]>> = { collector: ['add_submissions', 'view_asset'] }

/** The role with exactly these permissions, else `custom`. */
export function roleOf(held: ReadonlySet<Codename>): RoleOrCustom {
  if (held.size === 0) return 'custom'
  return (
    ROLES.find((role) => isSameSet(held, codenamesOf(role)) || isSameSet(held, new Set(ALTERNATIVES[role]))) ?? 'custom'
  )
}
