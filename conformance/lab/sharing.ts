import type { Account, ServerResponse } from './account.ts'
import type { Lab } from './lab.ts'

export const ANONYMOUS = 'AnonymousUser'

export interface Assignment {
  url: string
  user: string
  permission: string
  partial_permissions?: { url: string; filters: object[] }[]
}

const listPath = async (lab: Lab) => `${(await lab.project('shared')).path}permission-assignments/`

export async function assignmentsOf(lab: Lab, username: string): Promise<Assignment[]> {
  const { body } = await lab.me.request('GET', await listPath(lab))
  return (body as Assignment[]).filter(({ user }) => user.includes(`/users/${username}/`))
}

export const codenameOf = ({ permission }: Pick<Assignment, 'permission'>) =>
  /permissions\/(\w+)\//.exec(permission)?.[1] ?? ''

/** A user's permissions on the shared project, sorted. */
export const permissionsOf = async (lab: Lab, username: string) =>
  (await assignmentsOf(lab, username)).map(codenameOf).toSorted()

/** Adds one permission of a user on the shared project and returns the response. */
export async function addPermission(
  lab: Lab,
  username: string,
  codename: string,
  partial?: object[],
): Promise<ServerResponse> {
  const body = {
    user: `/api/v2/users/${username}/`,
    permission: `/api/v2/permissions/${codename}/`,
    ...(partial && { partial_permissions: partial }),
  }
  return lab.me.request('POST', await listPath(lab), { body })
}

export async function removePermission(
  lab: Lab,
  username: string,
  codename: string,
  as: Account = lab.me,
): Promise<ServerResponse> {
  const assignment = (await assignmentsOf(lab, username)).find((one) => codenameOf(one) === codename)
  const path = new URL(assignment?.url ?? 'about:blank').pathname.slice(1)
  return as.request('DELETE', path.slice(path.indexOf('api/')))
}

/** Removes all permissions of a user on the shared project [0657]. */
export const removeAllPermissions = async (lab: Lab, username: string): Promise<ServerResponse> =>
  lab.me.request('DELETE', `${await listPath(lab)}bulk/`, { body: { username } })
