import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'
import { toPeople } from '#/api/kpi/permissions/people.ts'
import type { PermissionAssignment } from '#/api/kpi/permissions/schema.ts'

/** The users who may submit; `anyone` if the form is public. Complete only for those who may manage the project [0347]. */
export function submittersOf(assignments: readonly PermissionAssignment[]) {
  const usernames = toPeople(assignments)
    .filter(({ held }) => held.has('add_submissions'))
    .map(({ username }) => username)
  return { usernames: usernames.filter((username) => username !== ANONYMOUS), anyone: usernames.includes(ANONYMOUS) }
}
