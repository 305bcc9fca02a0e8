import type { AssetListItem, DeploymentStatus } from '#/api/kpi/assets/schema.ts'
import { ANONYMOUS, publicAccessOf, type PublicAccessState } from '#/api/kpi/permissions/access-summary.ts'
import type { Codename } from '#/api/kpi/permissions/codenames.ts'
import { type Access, toPeople } from '#/api/kpi/permissions/people.ts'
import type { PermissionAssignment } from '#/api/kpi/permissions/schema.ts'

/** A project with what each user can do in it. */
export interface ProjectAccess {
  uid: string
  name: string
  owner: string
  status: DeploymentStatus | null
  /** `null` if the current user can see some of the submissions only [0673]. */
  submissionCount: number | null
  /** What anyone could do when the list was loaded: lists that start with public projects keep their order by it. */
  publicWhenLoaded: PublicAccessState
  /**
   * By username: everyone but the owner, AnonymousUser included. Users who may not manage the project see only themselves
   * here [0347].
   */
  people: ReadonlyMap<string, Access>
}

type Item = Pick<
  AssetListItem,
  'uid' | 'name' | 'owner__username' | 'deployment_status' | 'deployment__submission_count' | 'permissions'
>

/** The access to a project, from an item of the list of projects. */
export function projectAccessOf(item: Item): ProjectAccess {
  const people = accessByPerson(item.permissions, item.owner__username)
  return {
    uid: item.uid,
    name: item.name,
    owner: item.owner__username,
    status: item.deployment_status,
    submissionCount: item.deployment__submission_count,
    publicWhenLoaded: publicAccessOf(people.get(ANONYMOUS)?.held ?? new Set()),
    people,
  }
}

/** What each user but the owner can do, by username. */
export function accessByPerson(
  assignments: readonly PermissionAssignment[],
  owner: string,
): ReadonlyMap<string, Access> {
  const people = new Map<string, Access>()
  for (const { username, held, partial, unknown } of toPeople(assignments)) {
    if (username !== owner) people.set(username, shared({ held, partial, unknown }))
  }
  return people
}

/** Thousands of people have one of a few sets of permissions: each set is in memory once. */
const sets = new Map<string, Access>()

function shared(access: Access): Access {
  if (access.partial.length > 0 || (access.unknown?.length ?? 0) > 0) return access
  const key = [...access.held].toSorted().join(' ')
  const known = sets.get(key) ?? { held: new Set<Codename>(access.held), partial: [] }
  sets.set(key, known)
  return known
}
