import { lastSegment } from '#/api/addresses.ts'
import type { PermissionAssignment } from './schema.ts'

/** KPI's username for everybody without an account. */
export const ANONYMOUS = 'AnonymousUser'

/** What anyone may do with a project without signing in. */
export type PublicAccessState = 'none' | 'form' | 'submissions' | 'submit' | 'submit-and-form' | 'all'

export interface AccessSummary {
  /** Number of other users with access, as far as the current user may see them [0347]. */
  others: number
  public: PublicAccessState
}

/** Summarizes the access to a project from its permission assignments. */
export function summarizeAccess(assignments: readonly PermissionAssignment[], owner: string): AccessSummary {
  const anyone = new Set<string>()
  const others = new Set<string>()
  for (const { user, permission } of assignments) {
    const username = lastSegment(user)
    if (username === ANONYMOUS) anyone.add(lastSegment(permission))
    else if (username !== owner) others.add(username)
  }
  return { others: others.size, public: publicAccessOf(anyone) }
}

/** The state of public access from the permissions of {@link ANONYMOUS}. */
export function publicAccessOf(held: ReadonlySet<string>): PublicAccessState {
  const seesSubmissions = held.has('view_submissions')
  if (held.has('add_submissions'))
    return seesSubmissions ? 'all' : held.has('view_asset') ? 'submit-and-form' : 'submit'
  if (seesSubmissions) return 'submissions'
  return held.has('view_asset') ? 'form' : 'none'
}
