import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'
import { peopleIn, type Review, type ReviewedPerson, type ReviewedProject } from './review.ts'

/** What is worth a look. `single` is about people, the others about projects. */
export const RISKS = ['public', 'managers', 'archived', 'single'] as const
export type Risk = (typeof RISKS)[number]

const hasRisk: Record<Exclude<Risk, 'single'>, (project: ReviewedProject) => boolean> = {
  public: ({ publicAccess }) => publicAccess !== 'none',
  managers: ({ people }) => [...people].some(([name, { held }]) => name !== ANONYMOUS && held.has('manage_asset')),
  archived: ({ status, people }) => status === 'archived' && people.size > 0,
}

/** People, apart from the current user, who have access to one project only. */
const onceOnly = ({ people, you }: Review) =>
  new Set(people.flatMap(({ username, projectCount }) => (projectCount === 1 && username !== you ? [username] : [])))

/** How many projects or people have each risk. */
export function countRisks(review: Review): Record<Risk, number> {
  const count = (risk: Exclude<Risk, 'single'>) => review.projects.filter(hasRisk[risk]).length
  return {
    public: count('public'),
    managers: count('managers'),
    archived: count('archived'),
    single: onceOnly(review).size,
  }
}

/** The projects and people that are left. */
export interface Selected {
  projects: readonly ReviewedProject[]
  people: readonly ReviewedPerson[]
}

/** The projects with a risk and the people in them; `null`: all. */
export function withRisk(review: Review, risk: Risk | null): Selected {
  if (risk === null) return review
  if (risk !== 'single') {
    const projects = review.projects.filter(hasRisk[risk])
    const names = new Set(peopleIn(projects, review.you).map(({ username }) => username))
    return { projects, people: review.people.filter(({ username }) => names.has(username)) }
  }
  const names = onceOnly(review)
  return {
    projects: review.projects.filter(
      ({ owner, people }) => names.has(owner) || [...people.keys()].some((name) => names.has(name)),
    ),
    people: review.people.filter(({ username }) => names.has(username)),
  }
}
