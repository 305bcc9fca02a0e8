import { type Codename, withImplied } from '#/api/kpi/permissions/codenames.ts'
import type { PartialPermission } from '#/api/kpi/permissions/partial.ts'
import { codenamesOf, type RoleOrCustom } from '#/api/kpi/permissions/roles.ts'
import { ownRule } from '#/features/sharing/rules/access-rules.ts'
import { EACH_USER, forUser } from '#/features/sharing/rules/rule-draft.ts'

/** What people are to be able to do who are added. */
export interface AccessChoice {
  role: RoleOrCustom
  /** For `custom`, without implied ones. */
  checked: ReadonlySet<Codename>
  /** For row-level access; `null` while a rule is incomplete. */
  rules: readonly PartialPermission[] | null
}

/** The choice for each addition, so that the role of the previous one is not reused. */
export const FIRST_CHOICE: AccessChoice = {
  role: 'viewer',
  checked: new Set(['view_asset']),
  rules: ownRule(EACH_USER),
}

/** The access that a choice stands for. `partial`: `null` while it is incomplete. */
export function accessChoice({ role, checked, rules }: AccessChoice) {
  const held = role === 'custom' ? withImplied(checked) : codenamesOf(role)
  const partial = held.has('partial_submissions') ? rules : []
  return { held, partial, forEach: (username: string) => forUser(partial ?? [], username) }
}
