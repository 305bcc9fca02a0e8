import { lastSegment } from '#/api/addresses.ts'
import { type Codename, isCodename, isSameSet } from './codenames.ts'
import { isSamePartial, type PartialPermission } from './partial.ts'
import type { PermissionAssignment } from './schema.ts'

/** The permissions of a user. */
export interface Access {
  held: ReadonlySet<Codename>
  /** If `held` has `partial_submissions`: for which permissions and submissions. */
  partial: readonly PartialPermission[]
  /** Codenames that this app does not know. */
  unknown?: readonly string[]
}

export const NO_ACCESS: Access = { held: new Set(), partial: [] }

/** Whether two are equal, regardless of order. */
export const isSameAccess = (a: Access, b: Access) => isSameSet(a.held, b.held) && isSamePartial(a.partial, b.partial)

/** A user with all permissions on a project. */
export interface Person extends Access {
  username: string
  unknown: readonly string[]
  /** URLs of the assignments, for revoking them. */
  assignments: Map<Codename, string>
}

/** Groups the assignments of a project by user, in the server's order. Includes AnonymousUser. */
export function toPeople(assignments: readonly PermissionAssignment[]): Person[] {
  const people = new Map<string, ReturnType<typeof newPerson>>()
  for (const { url, user, permission, partial_permissions = [] } of assignments) {
    const username = lastSegment(user)
    const codename = lastSegment(permission)
    const person = people.get(username) ?? newPerson(username)
    people.set(username, person)
    if (!isCodename(codename)) {
      person.unknown.push(codename)
      continue
    }
    person.held.add(codename)
    person.assignments.set(codename, url)
    person.partial.push(...partial_permissions.map(({ url: of, filters }) => ({ codename: lastSegment(of), filters })))
  }
  return [...people.values()]
}

const newPerson = (username: string) => ({
  username,
  held: new Set<Codename>(),
  unknown: [] as string[],
  assignments: new Map<Codename, string>(),
  partial: [] as PartialPermission[],
})
