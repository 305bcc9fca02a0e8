import { afterGiving, afterTaking, type Codename, impliedBy, withImplied } from './codenames.ts'

/** The few writes that lead from one set of permissions to another: first `give`, then `take`, in this order. */
export interface PermissionChange {
  give: Codename[]
  take: Codename[]
}

/**
 * Plans the change of one person's permissions. Nobody else's are touched, and the person keeps what stays during
 * the change: giving comes before taking. Whoever leaves loses sight of the project last, or the rest could not be
 * taken any more: without `view_asset` all of it answers 404 [0348]. `target` is completed with what it implies.
 */
export function planChange(held: ReadonlySet<Codename>, target: Iterable<Codename>): PermissionChange {
  const wanted = withImplied(target)
  const give: Codename[] = []
  let state = new Set(held)
  for (const codename of mostImplyingFirst(wanted)) {
    if (state.has(codename)) continue
    give.push(codename)
    state = afterGiving(state, codename)
  }
  const take: Codename[] = []
  for (const codename of TAKEN_FIRST) {
    if (wanted.has(codename) || !state.has(codename)) continue
    take.push(codename)
    state = afterTaking(state, codename)
  }
  return { give, take }
}

/** What others imply first, as those go with it; `view_asset`, which is sight, last of such roots. */
const TAKEN_FIRST: readonly Codename[] = [
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

const mostImplyingFirst = (codenames: ReadonlySet<Codename>) =>
  [...codenames].toSorted((a, b) => impliedBy(b).length - impliedBy(a).length)
