import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'
import type { Codename } from '#/api/kpi/permissions/codenames.ts'
import type { PartialPermission } from '#/api/kpi/permissions/partial.ts'
import { type Access, isSameAccess, NO_ACCESS } from '#/api/kpi/permissions/people.ts'
import { savedAccess } from '#/api/kpi/permissions/plan-access.ts'
import { projectsOf, type Review, type ReviewedProject } from '#/features/access-review/model/review.ts'

/** One change of what one person can do in one project. */
export interface PlannedChange {
  id: string
  uid: string
  /** Name of the project. */
  project: string
  username: string
  /** The access that was shown when the change was planned. */
  from: Access
  /** All permissions afterwards, implied ones included; empty: no access. */
  to: ReadonlySet<Codename>
  /** The row rules afterwards, if `to` has `partial_submissions`. */
  partial: readonly PartialPermission[]
}

/** Changes that were not sent, in the order in which they were planned; at most one for a person and a project. */
export type Plan = ReadonlyMap<string, PlannedChange>

export const EMPTY_PLAN: Plan = new Map()

/** Why the access of a person to a project cannot be changed. */
export type Obstacle = 'not-manager' | 'owner'

export const changeId = (uid: string, username: string) => `${uid} ${username}`

export const obstacleTo = (project: ReviewedProject, username: string): Obstacle | null =>
  project.owner === username ? 'owner' : project.canManage ? null : 'not-manager'

/** Whether an access is already what is wanted. */
const isAlready = (from: Access, wanted: Access) =>
  isSameAccess(from, wanted) && (wanted.held.size > 0 || !from.unknown?.length)

/** An access that is requested: what a person shall be able to do in a project. */
export interface RequestedAccess {
  project: ReviewedProject
  username: string
  to: Iterable<Codename>
  /** The row rules, if `to` has `partial_submissions`; absent: they stay. */
  partial?: readonly PartialPermission[]
}

/** Adds changes to a plan. A requested access that is there already takes the change out of it; an impossible one is left out. */
export function withRequested(plan: Plan, requested: Iterable<RequestedAccess>): Plan {
  const next = new Map(plan)
  for (const { project, username, to, partial } of requested) {
    if (obstacleTo(project, username)) continue
    const id = changeId(project.uid, username)
    const from = project.people.get(username) ?? NO_ACCESS
    const wanted = savedAccess(from, { held: to, partial })
    if (isAlready(from, wanted)) next.delete(id)
    else {
      const change = { id, uid: project.uid, project: project.name, username, from }
      next.set(id, { ...change, to: wanted.held, partial: wanted.partial })
    }
  }
  return next
}

export const withoutChange = (plan: Plan, id: string): Plan =>
  new Map([...plan].filter(([, change]) => change.id !== id))

/** Requested accesses for several projects, and those where they cannot be fulfilled. */
export interface RequestedList {
  requested: readonly RequestedAccess[]
  impossible: readonly { project: ReviewedProject; obstacle: Obstacle | 'row-rules' }[]
}

/** Removes a person from all projects that are shared with them. */
export function removeEverywhere(review: Review, username: string): RequestedList {
  return sorted(projectsOf(review, username), (project) => {
    const obstacle = obstacleTo(project, username)
    return obstacle ? { project, obstacle } : [{ project, username, to: [] }]
  })
}

/**
 * Gives one person what another one has, in addition to what they have, and removes the other one. Where the old access is
 * limited to some submissions nothing is planned: its rules are made for one person.
 */
export function replacePerson(review: Review, leaving: string, coming: string): RequestedList {
  return sorted(projectsOf(review, leaving), (project) => {
    const obstacle = obstacleTo(project, leaving)
    if (obstacle) return { project, obstacle }
    const from = project.people.get(leaving) ?? NO_ACCESS
    const leave = { project, username: leaving, to: [] }
    if (project.owner === coming) return [leave]
    const now = project.people.get(coming) ?? NO_ACCESS
    if (from.held.has('partial_submissions')) return { project, obstacle: 'row-rules' }
    const to = new Set([...from.held, ...now.held])
    // A limit to some submissions ends where the other one could see all [0610-0612].
    if (from.held.has('view_submissions')) to.delete('partial_submissions')
    return [{ project, username: coming, to }, leave]
  })
}

function sorted(
  projects: readonly ReviewedProject[],
  request: (project: ReviewedProject) => RequestedAccess[] | RequestedList['impossible'][number],
): RequestedList {
  const all = projects.map(request)
  return {
    requested: all.flatMap((one) => (Array.isArray(one) ? one : [])),
    impossible: all.flatMap((one) => (Array.isArray(one) ? [] : [one])),
  }
}

/**
 * The order in which changes are carried out: project after project, grants before removals, so that a project is not left
 * without the person who replaces another one; and what takes the current user's own rights away last of all.
 */
export function inOrder(plan: Plan, you: string): PlannedChange[] {
  const changes = [...plan.values()]
  const uids = [...new Set(changes.map(({ uid }) => uid))]
  const rank = (change: PlannedChange) => (change.username === you ? 2 : change.to.size === 0 ? 1 : 0)
  const own = changes.filter(({ username }) => username === you)
  const others = uids.flatMap((uid) =>
    changes.filter((change) => change.uid === uid && change.username !== you).toSorted((a, b) => rank(a) - rank(b)),
  )
  return [...others, ...own]
}

/** Whether a change ends public access. */
export const isPublicChange = ({ username }: Pick<PlannedChange, 'username'>) => username === ANONYMOUS

/** The plan by project and then by person. */
export function byProject(plan: Plan): ReadonlyMap<string, ReadonlyMap<string, PlannedChange>> {
  const projects = new Map<string, Map<string, PlannedChange>>()
  for (const change of plan.values()) {
    const changes = projects.get(change.uid) ?? new Map<string, PlannedChange>()
    projects.set(change.uid, changes.set(change.username, change))
  }
  return projects
}

/** Puts changes back that were not made, unless another one for the same person and project was planned since. */
export const replan = (plan: Plan, changes: readonly PlannedChange[]): Plan =>
  new Map([...changes.map((change) => [change.id, change] as const), ...plan])
