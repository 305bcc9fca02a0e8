import type { Access } from '#/api/kpi/permissions/people.ts'
import { type RoleOrCustom, roleOf, ROLES } from '#/api/kpi/permissions/roles.ts'

/** How an access is named: by a role, as limited to some submissions, or as custom. */
export type NamedAccess = RoleOrCustom | 'some'

export const nameOfAccess = ({ held }: Pick<Access, 'held'>): NamedAccess =>
  held.has('partial_submissions') ? 'some' : roleOf(held)

/** From 1 for the least rights to 5 for the most; `null` where the order says nothing. */
export function levelOf(name: NamedAccess): number | null {
  const index = ROLES.findIndex((role) => role === name)
  return index < 0 ? null : index + 1
}
