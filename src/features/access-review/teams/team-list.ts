import * as z from 'zod/mini'
import type { Codename } from '#/api/kpi/permissions/codenames.ts'
import type { PARTIAL_CODENAMES } from '#/api/kpi/permissions/partial.ts'
import { codenamesOf, type Role, ROLES } from '#/api/kpi/permissions/roles.ts'
import type { ReviewedProject } from '#/features/access-review/model/review.ts'
import { obstacleTo, type RequestedAccess, type RequestedList } from '#/features/access-review/plan/plan.ts'
import type { FileLabels } from '#/features/access-review/spreadsheet/file-labels.ts'

/** People who get the same role in projects. */
export const TeamList = z.object({
  name: z.string(),
  /** Usernames. */
  people: z.array(z.string()),
  role: z.enum(ROLES),
  /** Only the submissions that each of them sent. */
  ownOnly: z.boolean(),
})
export type TeamList = z.output<typeof TeamList>

/** What is limited to one's own submissions; `null` where a role cannot be limited. */
const LIMITED: Record<Role, readonly (typeof PARTIAL_CODENAMES)[number][] | null> = {
  collector: ['view_submissions'],
  viewer: ['view_submissions'],
  reviewer: ['validate_submissions'],
  editor: ['change_submissions', 'validate_submissions'],
  manager: null,
}

export const canBeLimited = (role: Role) => LIMITED[role] !== null

/** What one person of a team gets. */
function accessIn({ role, ownOnly }: TeamList, username: string): Pick<RequestedAccess, 'to' | 'partial'> {
  const limited = ownOnly ? LIMITED[role] : null
  if (!limited) return { to: codenamesOf(role) }
  const to: Codename[] = ['partial_submissions']
  if (role === 'collector' || role === 'editor') to.push('add_submissions')
  if (role === 'editor') to.push('change_asset')
  const filters = [{ _submitted_by: username }]
  return { to, partial: limited.map((codename) => ({ codename, filters })) }
}

/** Requested accesses that give each person of a team its role in these projects, whatever they have now. */
export function applyTeam(
  team: TeamList,
  projects: readonly ReviewedProject[],
  accounts: ReadonlyMap<string, string | null> = new Map(),
): RequestedList {
  const people = team.people.flatMap((name) => (accounts.has(name) ? (accounts.get(name) ?? []) : name))
  const requested: RequestedAccess[] = []
  const impossible: RequestedList['impossible'][number][] = []
  for (const project of projects) {
    if (!project.canManage) impossible.push({ project, obstacle: 'not-manager' })
    else {
      for (const username of people) {
        if (!obstacleTo(project, username)) requested.push({ project, username, ...accessIn(team, username) })
      }
    }
  }
  return { requested, impossible }
}

/** The file of team lists: one row per person, with headings above. */
export const rowsOfTeams = (
  teams: readonly TeamList[],
  texts: { role: (role: Role) => string; yes: string; no: string },
): string[][] =>
  teams.flatMap(({ name, people, role, ownOnly }) =>
    people.map((person) => [name, person, texts.role(role), ownOnly ? texts.yes : texts.no]),
  )

/** Reads such a file. Rows are counted as a spreadsheet does; `problems` are those that cannot be understood. */
export function teamsOf(
  [, ...lines]: readonly (readonly string[])[],
  { roleOf, yesNo }: FileLabels,
): { teams: TeamList[]; problems: number[] } {
  const teams = new Map<string, TeamList>()
  const problems: number[] = []
  for (const [index, line] of lines.entries()) {
    const [name = '', person = '', roleText = '', own = ''] = line.map((text) => text.trim())
    if (line.length === 0) continue
    const role = roleOf(roleText)
    const ownOnly = own === '' ? false : yesNo(own)
    const isLimitable = role !== undefined && role !== 'none' && (!ownOnly || canBeLimited(role))
    if (name === '' || person === '' || !isLimitable || ownOnly === undefined) {
      problems.push(index + 2)
      continue
    }
    const team = teams.get(name) ?? { name, people: [], role, ownOnly }
    // A team has one role: rows that say another one are not understood.
    if (team.role !== role || team.ownOnly !== ownOnly) problems.push(index + 2)
    else teams.set(name, { ...team, people: [...new Set([...team.people, person])] })
  }
  return { teams: [...teams.values()], problems }
}
