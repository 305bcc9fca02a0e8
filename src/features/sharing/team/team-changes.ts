import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'
import { contradicts } from '#/api/kpi/permissions/codenames.ts'
import { completePartial } from '#/api/kpi/permissions/partial.ts'
import { type Access, isSameAccess, NO_ACCESS, type Person } from '#/api/kpi/permissions/people.ts'
import { savedAccess } from '#/api/kpi/permissions/plan-access.ts'

/** `add`: nobody loses anything. `same`: everybody has exactly what they have in the other project. */
export type CopyMode = 'add' | 'same'

/** What copying a team does to one person. */
interface TeamChange {
  username: string
  from: Access
  to: Access
  kind: 'new' | 'changed' | 'removed'
}

export interface TeamPlan {
  changes: TeamChange[]
  /** Those whose rules and permissions of both projects exclude each other: they are left as they are. */
  skipped: string[]
}

interface TeamContext {
  mode: CopyMode
  /** Owners of both projects, and the current user: none of them is changed. */
  except: readonly string[]
}

/** What copying the people of one project to another changes. Public access is not copied. */
export function planTeam(
  source: readonly Person[],
  target: readonly Person[],
  { mode, except }: TeamContext,
): TeamPlan {
  const isCopied = ({ username }: Person) => username !== ANONYMOUS && !except.includes(username)
  const people = source.filter(isCopied)
  const now = new Map(target.map((person) => [person.username, person]))
  const changes: TeamChange[] = []
  const skipped: string[] = []
  for (const person of people) {
    const { username } = person
    const from = now.get(username) ?? NO_ACCESS
    const to = mode === 'same' ? savedAccess(from, person) : both(from, person)
    if (!to) skipped.push(username)
    else if (to.held.size > 0 && !isSameAccess(from, to))
      changes.push({ username, from, to, kind: from.held.size === 0 ? 'new' : 'changed' })
  }
  if (mode === 'same') {
    const names = new Set(people.map(({ username }) => username))
    for (const person of target.filter(isCopied)) {
      if (!names.has(person.username))
        changes.push({ username: person.username, from: person, to: NO_ACCESS, kind: 'removed' })
    }
  }
  return { changes, skipped }
}

/** What a user can do by either; `null` where the server knows no access that is both. */
function both(now: Access, more: Access): Access | null {
  const rules = completePartial([...now.partial, ...more.partial])
  const full = new Set([...now.held, ...more.held])
  full.delete('partial_submissions')
  // What is allowed for all submissions needs no rule.
  if (rules.every(({ codename }) => [...full].some((held) => held === codename))) return { held: full, partial: [] }
  if ([...full].some((codename) => contradicts('partial_submissions', codename))) return null
  return savedAccess(now, { held: [...full, 'partial_submissions'], partial: rules })
}
