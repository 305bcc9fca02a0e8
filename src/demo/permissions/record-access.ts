import { recordActions } from '#/demo/history.ts'
import type { AssetRecord, Grant } from '#/demo/records.ts'
import type { Call } from '#/demo/resource.ts'
import { ANONYMOUS } from './permissions.ts'

/** The actions of public access: when it is given, and when it is taken (KPI's `audit_log/models.py`; some in 2002). */
const PUBLIC_ACTIONS: [codename: string, given: string, taken: string][] = [
  ['view_asset', 'share-form-publicly', 'unshare-form-publicly'],
  ['view_submissions', 'share-data-publicly', 'unshare-data-publicly'],
  ['add_submissions', 'allow-anonymous-submissions', 'disallow-anonymous-submissions'],
]

const codenamesOf = (grants: readonly Grant[], username: string) =>
  grants.filter((grant) => grant.username === username)

/** Adds an entry to the history for each person whose permissions changed: what was added, and what was removed. */
export function recordAccessChanges(call: Call, before: AssetRecord, after: readonly Grant[]) {
  const people = new Set([...before.grants, ...after].map(({ username }) => username))
  const actions = [...people].flatMap((username) => {
    const [old, current] = [codenamesOf(before.grants, username), codenamesOf(after, username)]
    const has = (grants: readonly Grant[], codename: string) => grants.some((grant) => grant.codename === codename)
    const added = current.flatMap(({ codename, partial = [] }) => [
      ...(has(old, codename) ? [] : [codename]),
      ...(isSame(partial, old.find((grant) => grant.codename === codename)?.partial) ? [] : partial),
    ])
    const removed = old.map(({ codename }) => codename).filter((codename) => !has(current, codename))
    if (added.length === 0 && removed.length === 0) return []
    const about = { log_subtype: 'permission' }
    if (username !== ANONYMOUS)
      return [{ action: 'modify-user-permissions', about: { ...about, permissions: { username, added, removed } } }]
    return PUBLIC_ACTIONS.flatMap(([codename, given, taken]) => [
      ...(added.includes(codename) ? [{ action: given, about }] : []),
      ...(removed.includes(codename) ? [{ action: taken, about }] : []),
    ])
  })
  return recordActions(call, before, actions)
}

const isSame = (one: unknown[], other: unknown[] = []) => JSON.stringify(one) === JSON.stringify(other)
