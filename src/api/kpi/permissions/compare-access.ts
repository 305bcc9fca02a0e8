import { type Codename, CODENAMES, withImplied } from './codenames.ts'
import { type Access, isSameAccess } from './people.ts'

/** Where the permissions that one person holds are not those that were chosen for them. */
export interface AccessDifference {
  /** What the person holds by the list that was read after the change. */
  now: Access
  /** Chosen, but not held. */
  missing: Codename[]
  /** Held, but not chosen. Not known here: by the server's codename. */
  extra: string[]
  /** Whether the limit on submissions is another one. */
  isLimitChanged: boolean
}

/** What a person shall hold after a change. */
interface Promised {
  /** Before the change: its limits stay as long as `partial_submissions` does, and so do codenames not known here. */
  from: Access
  /** Completed with what it implies; empty where all access ends. */
  to: ReadonlySet<Codename>
}

/** Compares what is held after a change with what was chosen; `null` where it is the same. */
export function differenceOf(now: Access, { from, to }: Promised): AccessDifference | null {
  const wanted = withImplied(to)
  const missing = CODENAMES.filter((codename) => wanted.has(codename) && !now.held.has(codename))
  const extra = CODENAMES.filter((codename) => now.held.has(codename) && !wanted.has(codename))
  const unknown = wanted.size === 0 ? (now.unknown ?? []) : []
  const isLimited = wanted.has('partial_submissions') && now.held.has('partial_submissions')
  const isLimitChanged = isLimited && !isSameAccess({ ...from, held: now.held }, now)
  if (missing.length + extra.length + unknown.length === 0 && !isLimitChanged) return null
  return { now, missing, extra: [...extra, ...unknown], isLimitChanged }
}
