import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'
import { type Codename, isSameSet, withImplied } from '#/api/kpi/permissions/codenames.ts'
import { type Access, NO_ACCESS } from '#/api/kpi/permissions/people.ts'
import type { Review, ReviewedProject } from '#/features/access-review/model/review.ts'
import { obstacleTo, type RequestedAccess } from '#/features/access-review/plan/plan.ts'
import type { ColumnKey } from './columns.ts'
import type { FileRow } from './read-rows.ts'
import { type CellProblem, targetOf } from './row-target.ts'
import type { FileLabels } from './file-labels.ts'

type Problem =
  | CellProblem
  | ({ column: ColumnKey } & (
      | { kind: 'noProject' | 'noPerson' | 'owner' | 'public' }
      | { kind: 'unknownProject' | 'unknownPerson'; text: string }
      | { kind: 'repeated'; first: number }
      | { kind: 'not-manager'; owner: string }
    ))

/** What is wrong with a row, and in which cell. */
export type RowProblem = Problem & { row: number }

/** What a file asks for. */
export interface FilePlan {
  /** Only what differs from the current access. */
  requested: readonly (RequestedAccess & { row: number })[]
  problems: readonly RowProblem[]
  /** Rows that ask for what is already so. */
  unchanged: number
  /** People who have no access to any project yet: whether the accounts exist is to be asked of the server. */
  newPeople: readonly string[]
}

/** Compares the rows of a file with the current access. People and projects that are not in it stay as they are. */
export function planFromFile(review: Review, rows: readonly FileRow[], labels: FileLabels): FilePlan {
  const projects = new Map(review.projects.map((project) => [project.uid, project]))
  const known = new Set(review.people.map(({ username }) => username))
  const seen = new Map<string, number>()
  const requested: (RequestedAccess & { row: number })[] = []
  const problems: RowProblem[] = []
  const newPeople = new Set<string>()
  let unchanged = 0

  for (const row of rows) {
    const result = readRow(row, projects, seen, labels)
    if ('kind' in result) problems.push(result)
    else if (result.to === null) unchanged += 1
    else {
      requested.push({ project: result.project, username: result.username, to: result.to, row: row.number })
      if (!known.has(result.username) && result.username !== ANONYMOUS) newPeople.add(result.username)
    }
  }
  return { requested, problems, unchanged, newPeople: [...newPeople] }
}

/** A requested access; `to` is `null` where nothing changes. */
interface ReadRow {
  project: ReviewedProject
  username: string
  to: ReadonlySet<Codename> | null
}

function readRow(
  row: FileRow,
  projects: ReadonlyMap<string, ReviewedProject>,
  seen: Map<string, number>,
  labels: FileLabels,
): ReadRow | RowProblem {
  const { number, cells } = row
  const { uid = '', person: username = '' } = cells
  const problem = (one: Problem): RowProblem => ({ ...one, row: number })
  if (uid === '') return problem({ column: 'uid', kind: 'noProject' })
  if (username === '') return problem({ column: 'person', kind: 'noPerson' })
  const project = projects.get(uid)
  if (!project) return problem({ column: 'uid', kind: 'unknownProject', text: uid })
  const key = `${uid} ${username}`
  const first = seen.get(key)
  if (first !== undefined) return problem({ column: 'person', kind: 'repeated', first })
  seen.set(key, number)

  const isOwner = project.owner === username
  const current = isOwner ? OWNER : (project.people.get(username) ?? NO_ACCESS)
  const target = targetOf(row, current, labels)
  if (target.problem) return problem(target.problem)
  const { to } = target
  if (isSameSet(to, current.held) && (to.size > 0 || !current.unknown?.length)) return { project, username, to: null }
  const column: ColumnKey = cells.newRole ? 'newRole' : 'person'
  const obstacle = obstacleTo(project, username)
  if (obstacle === 'owner') return problem({ column, kind: 'owner' })
  if (obstacle) return problem({ column, kind: 'not-manager', owner: project.owner })
  // Opening a project to everybody asks for more care than a file can take: see Sharing.
  if (username === ANONYMOUS && [...to].some((codename) => !current.held.has(codename)))
    return problem({ column, kind: 'public' })
  return { project, username, to }
}

/** All that an owner can do. */
const OWNER: Access = { held: withImplied(['manage_asset']), partial: [] }

/** Uses the server's spelling of usernames, and turns the rows of people without an account into problems. */
export function withAccounts(plan: FilePlan, accounts: ReadonlyMap<string, string | null>): FilePlan {
  const requested: (RequestedAccess & { row: number })[] = []
  const problems = [...plan.problems]
  for (const request of plan.requested) {
    const account = accounts.has(request.username) ? (accounts.get(request.username) ?? null) : request.username
    if (account !== null) requested.push({ ...request, username: account })
    else problems.push({ row: request.row, column: 'person', kind: 'unknownPerson', text: request.username })
  }
  return { ...plan, requested, problems: problems.toSorted((a, b) => a.row - b.row), newPeople: [] }
}
