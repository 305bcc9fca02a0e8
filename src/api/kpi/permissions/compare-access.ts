import { type Codename, CODENAMES } from './codenames.ts'
import { isSamePartial, type PartialPermission } from './partial.ts'
import type { Access } from './people.ts'
import { savedAccess } from './plan-access.ts'

/** How the permissions that a user has differ from those that were chosen. */
export interface AccessDifference {
  /** The user's access in the list that was fetched after the change. */
  now: Access
  /** Chosen, but not held. */
  missing: Codename[]
  /** Held, but not chosen; unknown permissions by the server's codename. */
  extra: string[]
  /** Whether the row filters differ. */
  isLimitChanged: boolean
}

/** The access that a user should have after a change. */
interface ExpectedAccess {
  /** The access before the change. Its unknown codenames are kept. */
  from: Access
  /** The chosen permissions, without implied ones; empty if all access is revoked. */
  to: ReadonlySet<Codename>
  /** The chosen row rules; absent: those of `from`. */
  partial?: readonly PartialPermission[] | undefined
}

/** Compares the access after a change with what was chosen; `null` if they are equal. */
export function differenceOf(now: Access, { from, to, partial }: ExpectedAccess): AccessDifference | null {
  const wanted = savedAccess(from, { held: to, partial })
  const missing = CODENAMES.filter((codename) => wanted.held.has(codename) && !now.held.has(codename))
  const extra = CODENAMES.filter((codename) => now.held.has(codename) && !wanted.held.has(codename))
  const unknown = wanted.held.size === 0 ? (now.unknown ?? []) : []
  const isLimited = wanted.held.has('partial_submissions') && now.held.has('partial_submissions')
  const isLimitChanged = isLimited && !isSamePartial(wanted.partial, now.partial)
  if (missing.length + extra.length + unknown.length === 0 && !isLimitChanged) return null
  return { now, missing, extra: [...extra, ...unknown], isLimitChanged }
}
