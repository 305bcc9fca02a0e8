import { lastSegment } from '../client.ts'
import { type Codename, isCodename } from './codenames.ts'
import type { PermissionAssignment } from './schema.ts'

/** KPI's name for "anyone, not signed in". */
export const ANONYMOUS = 'AnonymousUser'

/** Everything that one person holds on a project. */
export interface Person {
  username: string
  held: Set<Codename>
  /** Paths to single assignments, for taking one away. */
  assignments: Map<Codename, string>
  /** With access to some submissions only: for which permission, and for whose submissions or which answers. */
  partial: { codename: string; filters: Record<string, unknown>[] }[]
}

/** The assignments of a project by person, in the order of the server's list. AnonymousUser is among them. */
export function toPeople(assignments: readonly PermissionAssignment[]): Person[] {
  const people = new Map<string, Person>()
  for (const { url, user, permission, partial_permissions = [] } of assignments) {
    const username = lastSegment(user)
    const codename = lastSegment(permission)
    const person: Person = people.get(username) ?? { username, held: new Set(), assignments: new Map(), partial: [] }
    people.set(username, person)
    if (!isCodename(codename)) continue
    person.held.add(codename)
    person.assignments.set(codename, url)
    person.partial.push(...partial_permissions.map(({ url: of, filters }) => ({ codename: lastSegment(of), filters })))
  }
  return [...people.values()]
}
