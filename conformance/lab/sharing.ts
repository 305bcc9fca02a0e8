import type { Account, Answer } from './account.ts'
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
  const { body } = await lab.me.ask('GET', await listPath(lab))
  return (body as Assignment[]).filter(({ user }) => user.includes(`/users/${username}/`))
}

export const codenameOf = ({ permission }: Pick<Assignment, 'permission'>) =>
  /permissions\/(\w+)\//.exec(permission)?.[1] ?? ''

/** Codenames that somebody holds on the shared project, sorted. */
export const heldBy = async (lab: Lab, username: string) =>
  (await assignmentsOf(lab, username)).map(codenameOf).toSorted()

/** Gives somebody one permission on the shared project, as they are: whatever comes is returned. */
export async function give(lab: Lab, username: string, codename: string, partial?: object[]): Promise<Answer> {
  const body = {
    user: `/api/v2/users/${username}/`,
    permission: `/api/v2/permissions/${codename}/`,
    ...(partial && { partial_permissions: partial }),
  }
  return lab.me.ask('POST', await listPath(lab), { body })
}

export async function take(lab: Lab, username: string, codename: string, as: Account = lab.me): Promise<Answer> {
  const assignment = (await assignmentsOf(lab, username)).find((one) => codenameOf(one) === codename)
  const path = new URL(assignment?.url ?? 'about:blank').pathname.slice(1)
  return as.ask('DELETE', path.slice(path.indexOf('api/')))
}

/** Takes all that somebody holds on the shared project [0657]. */
export const clear = async (lab: Lab, username: string): Promise<Answer> =>
  lab.me.ask('DELETE', `${await listPath(lab)}bulk/`, { body: { username } })
