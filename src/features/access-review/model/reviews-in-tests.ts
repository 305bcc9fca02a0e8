import type { ProjectAccess } from '#/api/kpi/access/project-access.ts'
import { type Codename, withImplied } from '#/api/kpi/permissions/codenames.ts'
import { codenamesOf, type Role, ROLES } from '#/api/kpi/permissions/roles.ts'
import type { Access } from '#/api/kpi/permissions/people.ts'
import { type Review, type ReviewedProject, reviewOf } from './review.ts'

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name)

/** An access by a role, or by codenames without those that they imply. */
export const accessOf = (of: Role | readonly Codename[]): Access => ({
  held: typeof of === 'string' && isRole(of) ? codenamesOf(of) : withImplied(of),
  partial: [],
})

/** A project of `alice` with these people, for tests. */
export const projectWith = (
  uid: string,
  people: Record<string, Role | readonly Codename[] | Access>,
  more: Partial<ProjectAccess> = {},
): ProjectAccess => ({
  uid,
  name: `Project ${uid}`,
  owner: 'alice',
  status: 'deployed',
  submissionCount: 3,
  publicWhenLoaded: 'none',
  people: new Map(
    Object.entries(people).map(([name, of]) => [
      name,
      typeof of === 'object' && 'held' in of ? of : accessOf(of as Role),
    ]),
  ),
  ...more,
})

/** The review of `alice`. */
export const reviewWith = (...projects: ProjectAccess[]): Review => reviewOf(projects, 'alice')

/** One project of a review. */
export const projectIn = ({ projects }: Review, uid: string): ReviewedProject => {
  const project = projects.find((one) => one.uid === uid)
  if (!project) throw new Error(uid)
  return project
}
