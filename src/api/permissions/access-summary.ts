import { ANONYMOUS, toPeople } from './people.ts'
import type { PermissionAssignment } from './schema.ts'

/** What anyone may do with a project without signing in, most open first in words. */
export type PublicAccess = 'none' | 'form' | 'submissions' | 'submit' | 'submit-and-form' | 'all'

export interface AccessSummary {
  /** How many people besides the owner have access, as far as the caller may see [0347]. */
  others: number
  public: PublicAccess
}

/** Who has access to a project, from the assignments that come with it in the list. */
export function summarizeAccess(assignments: readonly PermissionAssignment[], owner: string): AccessSummary {
  const people = toPeople(assignments)
  const anyone = people.find(({ username }) => username === ANONYMOUS)?.held
  const others = people.filter(({ username }) => username !== ANONYMOUS && username !== owner).length
  return { others, public: publicAccessOf(anyone ?? new Set()) }
}

export function publicAccessOf(held: ReadonlySet<string>): PublicAccess {
  const seesSubmissions = held.has('view_submissions')
  if (held.has('add_submissions'))
    return seesSubmissions ? 'all' : held.has('view_asset') ? 'submit-and-form' : 'submit'
  if (seesSubmissions) return 'submissions'
  return held.has('view_asset') ? 'form' : 'none'
}
