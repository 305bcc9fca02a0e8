import { lastSegment } from '#/api/addresses.ts'
import { type Codename, isCodename, isSameSet } from './codenames.ts'
import type { PermissionAssignment } from './schema.ts'

/** A MongoDB query over submissions. Several in a list mean "or" [0614]. */
export type RowRuleFilter = Readonly<Record<string, unknown>>

/** A permission that reaches only some submissions. */
export interface PartialPermission {
  codename: string
  filters: readonly RowRuleFilter[]
}

/** What somebody may do. */
export interface Access {
  held: ReadonlySet<Codename>
  /** Where `held` has `partial_submissions`: which permissions, and for which submissions. */
  partial: readonly PartialPermission[]
  /** The server's codenames that are not known here. */
  unknown?: readonly string[]
}

export const NO_ACCESS: Access = { held: new Set(), partial: [] }

/** Whether two mean the same, whatever their order. */
export const isSameAccess = (a: Access, b: Access) => isSameSet(a.held, b.held) && keyOf(a) === keyOf(b)

const keyOf = ({ partial }: Access) =>
  JSON.stringify(
    partial
      .map(({ codename, filters }) => [codename, filters.map((filter) => JSON.stringify(filter)).toSorted()])
      .toSorted(([one], [other]) => String(one).localeCompare(String(other))),
  )

/** Everything that one person holds on a project. */
export interface Person extends Access {
  username: string
  unknown: readonly string[]
  /** Paths to single assignments, for taking one away. */
  assignments: Map<Codename, string>
}

/** The assignments of a project by person, in the order of the server's list. AnonymousUser is among them. */
export function toPeople(assignments: readonly PermissionAssignment[]): Person[] {
  const people = new Map<string, ReturnType<typeof nobody>>()
  for (const { url, user, permission, partial_permissions = [] } of assignments) {
    const username = lastSegment(user)
    const codename = lastSegment(permission)
    const person = people.get(username) ?? nobody(username)
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

const nobody = (username: string) => ({
  username,
  held: new Set<Codename>(),
  unknown: [] as string[],
  assignments: new Map<Codename, string>(),
  partial: [] as PartialPermission[],
})
