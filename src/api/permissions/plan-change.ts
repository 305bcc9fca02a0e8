import { afterGiving, afterTaking, type Codename, impliedBy, withImplied } from './codenames.ts'

/** The fewest writes that lead from one set of permissions to another: first `give`, then `take`, in this order. */
export interface PermissionChange {
  give: Codename[]
  take: Codename[]
}

/**
 * Plans the change of one person's permissions. Nobody else's are touched, and the person keeps what stays during
 * the change: giving comes before taking. `target` is completed with what it implies.
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
  for (const codename of mostImplyingFirst(state).toReversed()) {
    if (wanted.has(codename) || !state.has(codename)) continue
    take.push(codename)
    state = afterTaking(state, codename)
  }
  return { give, take }
}

const mostImplyingFirst = (codenames: ReadonlySet<Codename>) =>
  [...codenames].toSorted((a, b) => impliedBy(b).length - impliedBy(a).length)
