import { afterGranting, afterRevoking, type Codename, impliedBy, withImplied } from './codenames.ts'

/** The requests that change one set of permissions to another: first `grant`, then `revoke`, in this order. */
export interface PermissionChange {
  grant: Codename[]
  revoke: Codename[]
}

/**
 * Plans the change of a user's permissions without row rules; `planAccess` is for both. Grants come first, so that the user
 * keeps unchanged permissions during the change. `target` does not need to contain implied permissions.
 */
export function planChange(held: ReadonlySet<Codename>, target: Iterable<Codename>): PermissionChange {
  const wanted = withImplied(target)
  const grant: Codename[] = []
  let state = new Set(held)
  for (const codename of inGrantOrder(wanted)) {
    if (state.has(codename)) continue
    grant.push(codename)
    state = afterGranting(state, codename)
  }
  const revoke: Codename[] = []
  for (const codename of REVOKE_ORDER) {
    if (wanted.has(codename) || !state.has(codename)) continue
    revoke.push(codename)
    state = afterRevoking(state, codename)
  }
  return { grant, revoke }
}

/**
 * Implied permissions first, because revoking one also revokes those that imply it. `view_asset` comes after
 * `add_submissions`: users who remove their own access get 404 without it [0348].
 */
export const REVOKE_ORDER: readonly Codename[] = [
  'add_submissions',
  'view_asset',
  'view_submissions',
  'partial_submissions',
  'change_asset',
  'validate_submissions',
  'delete_submissions',
  'change_submissions',
  'manage_asset',
]

/** Those that imply most first, because the others come along. */
export const inGrantOrder = (codenames: ReadonlySet<Codename>) =>
  [...codenames].toSorted((a, b) => impliedBy(b).length - impliedBy(a).length)
