import { expect } from 'vitest'
import { ProjectAccessItem } from '#/api/kpi/access/schema.ts'
import { codenamesOf, ROLES } from '#/api/kpi/permissions/roles.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { accessHandler } from '#/features/access-review/carry-out/access-handler.ts'
import { type AccessJob, newAccessJob } from '#/features/access-review/carry-out/access-job.ts'
import { type Review, reviewOf } from '#/features/access-review/model/review.ts'
import {
  EMPTY_PLAN,
  inOrder,
  type Plan,
  type RequestedAccess,
  withRequested,
} from '#/features/access-review/plan/plan.ts'
import { runInMemory } from '#/lib/batch-job/job-in-tests.ts'
import { settled } from './faulty-server.ts'
import { client, server } from './set-up-server.ts'

export const YOU = DEMO_CONNECTION.username

/** Sends a request as another client, without faults. */
export async function request(method: string, path: string, body?: object, token: string = DEMO_CONNECTION.auth.token) {
  const headers = { Authorization: `Token ${token}`, 'Content-Type': 'application/json' }
  const response = await server.directTransport(
    new Request(`${DEMO_CONNECTION.server}/api/v2/${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    }),
  )
  return (response.status === 204 ? null : await response.json()) as unknown
}

/** The access to all projects, as the server has it. */
export async function reviewNow(): Promise<Review> {
  const page = (await request('GET', 'assets/?q=asset_type:survey&limit=1000')) as { results: unknown[] }
  return reviewOf(
    page.results.map((item) => ProjectAccessItem.parse(item)),
    YOU,
  )
}

/** Who has which permissions, with the rules, as lines that can be compared. */
export const linesOf = ({ projects }: Review) =>
  projects
    .flatMap(({ uid, people }) =>
      Array.from(people, ([username, { held, partial }]) =>
        [uid, username, [...held].toSorted().join(' '), JSON.stringify(partial)].join(' '),
      ),
    )
    .toSorted()

/** The lines after a plan was carried out. */
export function linesAfter(review: Review, plan: Plan): string[] {
  const projects = review.projects.map((project) => {
    const people = new Map(project.people)
    for (const { uid, username, to, partial } of plan.values()) {
      if (uid !== project.uid) continue
      if (to.size === 0) people.delete(username)
      else people.set(username, { held: to, partial })
    }
    return { ...project, people }
  })
  return linesOf({ ...review, projects })
}

/** A plan of one change for each third person and project, of every kind. */
export function mixedPlan(review: Review, size: number): Plan {
  const requested: RequestedAccess[] = []
  const roles = [...ROLES, null]
  let turn = 0
  for (const project of review.projects.filter(({ canManage }) => canManage)) {
    for (const { username } of review.people) {
      turn += 1
      const role = roles[turn % roles.length]
      if (username === YOU || turn % 3 > 0) continue
      requested.push({ project, username, to: role ? codenamesOf(role) : [] })
    }
  }
  // Those with access first: there is more to go wrong.
  const sorted = requested.toSorted(
    (a, b) => Number(b.project.people.has(b.username)) - Number(a.project.people.has(a.username)),
  )
  return new Map([...withRequested(EMPTY_PLAN, sorted)].slice(0, size))
}

export const jobOf = (plan: Plan): AccessJob => newAccessJob(YOU, inOrder(plan, YOU))

/** Carries out a job until it stops or ends. */
export async function run(job: AccessJob, onChange?: (job: AccessJob, stop: () => void) => void): Promise<AccessJob> {
  const { value, error } = await settled(runInMemory(job, accessHandler(client, job), onChange))
  expect(error).toBeUndefined()
  return value as AccessJob
}
