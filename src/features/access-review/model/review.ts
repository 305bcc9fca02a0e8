import type { ProjectAccess } from '#/api/kpi/access/project-access.ts'
import { ANONYMOUS, publicAccessOf, type PublicAccessState } from '#/api/kpi/permissions/access-summary.ts'
import type { Access } from '#/api/kpi/permissions/people.ts'

/** A project of the review. */
export interface ReviewedProject extends ProjectAccess {
  /** Whether the current user may change the access. If not, only their own access and the owner are known [0347]. */
  canManage: boolean
  publicAccess: PublicAccessState
}

/** A user with access to at least one project. */
export interface ReviewedPerson {
  username: string
  /** Projects that they own or that are shared with them, as far as they are known. */
  projectCount: number
}

/** All projects by all people. */
export interface Review {
  /** The current user. */
  you: string
  /** Those that were public when they were loaded first, then by name. */
  projects: readonly ReviewedProject[]
  /** Those with access to the most projects first; the current user last. */
  people: readonly ReviewedPerson[]
}

/** Public access from the widest to none. */
const EXPOSURE: readonly PublicAccessState[] = ['all', 'submissions', 'submit-and-form', 'submit', 'form', 'none']
const exposureOf = ({ publicWhenLoaded }: ReviewedProject) => EXPOSURE.indexOf(publicWhenLoaded)

/** Builds the review from all projects. A project that came twice, because the list moved while it was read, counts once. */
export function reviewOf(projects: readonly ProjectAccess[], you: string, locale?: string): Review {
  const byUid = new Map(projects.map((project) => [project.uid, project]))
  const collator = new Intl.Collator(locale, { numeric: true })
  const reviewed = [...byUid.values()]
    .map((project) => reviewedProjectOf(project, you))
    .toSorted((a, b) => exposureOf(a) - exposureOf(b) || collator.compare(a.name, b.name))
  return { you, projects: reviewed, people: peopleIn(reviewed, you) }
}

/** One object for the same project, so that its row is not drawn again when another one changes. */
const known = new WeakMap<ProjectAccess, { you: string; reviewed: ReviewedProject }>()

function reviewedProjectOf(project: ProjectAccess, you: string): ReviewedProject {
  const before = known.get(project)
  if (before?.you === you) return before.reviewed
  const reviewed = {
    ...project,
    canManage: project.owner === you || project.people.get(you)?.held.has('manage_asset') === true,
    publicAccess: publicAccessOf(project.people.get(ANONYMOUS)?.held ?? new Set()),
  }
  known.set(project, { you, reviewed })
  return reviewed
}

/** The people with access to some of these projects, without AnonymousUser. */
export function peopleIn(projects: readonly ReviewedProject[], you: string): ReviewedPerson[] {
  const counts = new Map<string, number>()
  for (const { owner, people } of projects) {
    for (const username of [owner, ...people.keys()]) counts.set(username, (counts.get(username) ?? 0) + 1)
  }
  counts.delete(ANONYMOUS)
  const collator = new Intl.Collator(undefined, { numeric: true })
  return Array.from(counts, ([username, projectCount]) => ({ username, projectCount })).toSorted(
    (a, b) =>
      Number(a.username === you) - Number(b.username === you) ||
      b.projectCount - a.projectCount ||
      collator.compare(a.username, b.username),
  )
}

/** What a user can do in a project: all as its owner, or what is shared with them; `undefined` for nothing. */
export type Standing = 'owner' | Access | undefined

export const standingOf = (project: ReviewedProject, username: string): Standing =>
  project.owner === username ? 'owner' : project.people.get(username)

export const projectOf = (review: Review, uid: string) => review.projects.find((project) => project.uid === uid)

/** The projects of one person with what they can do there, in the order of the review. */
export const projectsOf = (review: Review, username: string) =>
  review.projects.filter((project) => standingOf(project, username) !== undefined)
