import { afterGranting, afterRevoking, type Codename, withImplied } from './codenames.ts'
import { completePartial, isSamePartial, type PartialPermission } from './partial.ts'
import type { Access } from './people.ts'
import { inGrantOrder, REVOKE_ORDER } from './plan-change.ts'

/** The access that a user is to have. */
export interface WantedAccess {
  /** Implied permissions may be missing; empty: no access. */
  held: Iterable<Codename>
  /** The row rules, if `held` has `partial_submissions`; absent: they stay as they are. */
  partial?: readonly PartialPermission[] | undefined
}

/** One request. `partial` is sent with `partial_submissions`, and replaces the rules that there were. */
export type AccessWrite = { grant: Codename; partial?: readonly PartialPermission[] } | { revoke: Codename }

/** The access that a server has after the change was saved: with implied permissions, rules completed, nothing contradictory. */
export function savedAccess(now: Access, { held, partial = now.partial }: WantedAccess): Access {
  const wanted = withImplied(held)
  if (!wanted.has('partial_submissions')) return { held: wanted, partial: [] }
  const isKept =
    now.held.has('partial_submissions') && isSamePartial(completePartial(partial), completePartial(now.partial))
  if (isKept) return { held: wanted, partial: now.partial }
  const rules = completePartial(partial)
  // There is no limited form of adding: with a rule for it, or for editing, the server grants it for all [0613, 0619].
  if (hasAdding(rules)) wanted.add('add_submissions')
  return { held: wanted, partial: rules }
}

const hasAdding = (rules: readonly PartialPermission[]) => rules.some(({ codename }) => codename === 'add_submissions')

/** The access after one request, by the server's rules [0602-0619]. */
export function afterWrite({ held, partial }: Access, write: AccessWrite): Access {
  if ('revoke' in write) {
    const next = afterRevoking(held, write.revoke)
    return { held: next, partial: next.has('partial_submissions') ? partial : [] }
  }
  const next = afterGranting(held, write.grant)
  if (write.grant !== 'partial_submissions') {
    return { held: next, partial: next.has('partial_submissions') ? partial : [] }
  }
  const rules = completePartial(write.partial ?? partial)
  if (hasAdding(rules)) next.add('add_submissions')
  return { held: next, partial: rules }
}

/**
 * The requests that change a user's access, in their order. They are the fewest that, even between two of them, take away
 * nothing that the user keeps, and give nothing that they neither had nor are to have: grants first, then revocations. A revocation also takes what implies the permission, and a grant
 * what contradicts it, so that most changes need one request.
 */
export function planAccess(now: Access, wanted: WantedAccess): AccessWrite[] {
  const target = savedAccess(now, wanted)
  const writes: AccessWrite[] = []
  let state: Access = { held: now.held, partial: now.partial }
  const send = (write: AccessWrite) => {
    writes.push(write)
    state = afterWrite(state, write)
  }
  const isLimitKept = target.partial === now.partial || isSamePartial(target.partial, now.partial)
  for (const codename of inGrantOrder(target.held)) {
    if (codename === 'partial_submissions') {
      if (!state.held.has(codename) || !isLimitKept) send({ grant: codename, partial: target.partial })
    } else if (!state.held.has(codename)) send({ grant: codename })
  }
  for (const codename of REVOKE_ORDER) {
    if (!target.held.has(codename) && state.held.has(codename)) send({ revoke: codename })
  }
  return writes
}

/** The states between the requests of a plan, the first and the last excluded. */
export function statesBetween(now: Access, writes: readonly AccessWrite[]): Access[] {
  let state: Access = now
  return writes.slice(0, -1).map((write) => (state = afterWrite(state, write)))
}
