import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { ANONYMOUS } from './access-summary.ts'
import type { Codename } from './codenames.ts'
import { type AccessDifference, differenceOf } from './compare-access.ts'
import type { PartialPermission } from './partial.ts'
import { type Access, isSameAccess, NO_ACCESS, type Person, toPeople } from './people.ts'
import { planAccess, savedAccess, statesBetween, type WantedAccess } from './plan-access.ts'
import { permissionQueries } from './queries.ts'
import { PermissionAssignment, PermissionAssignments } from './schema.ts'

interface AccessChange {
  username: string
  /** The access that was shown: if the server has another one, it is a conflict. */
  from: Access
  /** The permissions to have; an empty set removes the user, including unknown permissions. */
  to: ReadonlySet<Codename>
  /** The row rules to have, if `to` has `partial_submissions`; absent: those of `from`. */
  partial?: readonly PartialPermission[] | undefined
}

/** The result of a change, from the list that was fetched after it. */
export type AccessOutcome =
  | { state: 'as-chosen' }
  /** The list could not be fetched: the server accepted the change, but the result is unknown. */
  | { state: 'unread' }
  /** Somebody else changed the same user at the same time. */
  | { state: 'differs'; difference: AccessDifference }

type Kpi = ReturnType<typeof kpiOf>

const pathOf = (assetUid: string) => `api/v2/assets/${assetUid}/permission-assignments/`
const fetchAssignments = async (kpi: Kpi, assetUid: string) => kpi.get(pathOf(assetUid), PermissionAssignments)
const AS_CHOSEN: AccessOutcome = { state: 'as-chosen' }

/**
 * Changes the permissions of one user, and only those that differ. Does not use the `bulk` endpoint, which replaces the
 * permissions of all users [0651]. A response contains only one of the resulting permissions, so the list is fetched again
 * and compared with what was chosen.
 * @throws ApiError `conflict` if somebody else changed the same user meanwhile; nothing is written then
 */
export const changeAccess = (assetUid: string) =>
  mutationOptions({
    mutationKey: ['permissions', assetUid, 'change'],
    meta: { showsError: true },
    mutationFn: async (change: AccessChange, { client }): Promise<AccessOutcome> => {
      const written = await writeAccess(client, assetUid, change)
      return written ? compare(client, assetUid, change) : AS_CHOSEN
    },
    // Also after an error, because some of the requests may have succeeded.
    onSettled: (_outcome, _error, _change, _result, { client }) => refreshAccess(client, assetUid),
  })

/**
 * Writes what is missing of a change. `false`: nothing was, because an earlier request succeeded and its response was lost.
 * @throws ApiError `conflict` if the access is neither `from`, nor a state between the requests of this change
 */
async function writeAccess(
  client: QueryClient,
  assetUid: string,
  { username, from, to, partial }: AccessChange,
): Promise<boolean> {
  const people = toPeople((await fetchAssignments(kpiOf(client), assetUid)).results)
  const person = people.find((other) => other.username === username) ?? { username, ...NO_ACCESS }
  const change = { from, to: { held: to, partial } }
  const stage = stageOf(person, change)
  if (stage === 'done') return false
  if (stage === 'conflict') throw new ApiError('conflict', '')
  await accessWriter(client, assetUid)(person, savedAccess(from, change.to))
  return true
}

/** How far a change is, by the access that a user has now. */
export function stageOf(
  now: Access,
  { from, to }: { from: Access; to: WantedAccess },
): 'begins' | 'interrupted' | 'done' | 'conflict' {
  const wanted = savedAccess(from, to)
  if (isSameAccess(now, wanted) && (wanted.held.size > 0 || !now.unknown?.length)) return 'done'
  if (isSameAccess(now, from)) return 'begins'
  const between = statesBetween(from, planAccess(from, wanted))
  return between.some((state) => isSameAccess(state, now)) ? 'interrupted' : 'conflict'
}

/** A user as the list has them; without assignments where they have no access. */
export type ReadPerson = Access & Pick<Person, 'username'> & Partial<Pick<Person, 'assignments'>>

/**
 * A function that sends the requests after which a user has an access, one after the other. It does not look at what others
 * change meanwhile: compare before and after.
 */
export function accessWriter(client: QueryClient, assetUid: string) {
  const kpi = kpiOf(client)
  return async (person: ReadPerson, wanted: WantedAccess): Promise<void> => {
    const { username, assignments } = person
    if (savedAccess(person, wanted).held.size === 0 && username !== ANONYMOUS) {
      return revokeAll(kpi, assetUid, username)
    }
    for (const write of planAccess(person, wanted)) {
      if ('revoke' in write) await revokePermission(kpi, assetUid, assignments?.get(write.revoke))
      else await grantPermission(kpi, assetUid, username, write)
    }
  }
}

/** Fetches the list and compares it with the change, because somebody else may have changed the user at the same time. */
async function compare(
  client: QueryClient,
  assetUid: string,
  { username, from, to, partial }: AccessChange,
): Promise<AccessOutcome> {
  try {
    const people = toPeople((await fetchAssignments(kpiOf(client), assetUid)).results)
    const now = people.find((other) => other.username === username) ?? NO_ACCESS
    const difference = differenceOf(now, { from, to, partial })
    return difference ? { state: 'differs', difference } : AS_CHOSEN
  } catch (error) {
    // Users who removed their own access may not see the project any more [0348].
    const isGone = to.size === 0 && error instanceof ApiError && error.kind === 'not-found'
    return isGone ? AS_CHOSEN : { state: 'unread' }
  }
}

interface Grant {
  grant: Codename
  partial?: readonly PartialPermission[]
}

const permissionPath = (codename: string) => `/api/v2/permissions/${codename}/`

const grantPermission = async (kpi: Kpi, assetUid: string, username: string, { grant, partial }: Grant) =>
  kpi.post(pathOf(assetUid), PermissionAssignment, {
    body: {
      user: `/api/v2/users/${encodeURIComponent(username.toWellFormed())}/`,
      permission: permissionPath(grant),
      ...(partial && {
        partial_permissions: partial.map(({ codename, filters }) => ({ url: permissionPath(codename), filters })),
      }),
    },
  })

/** Revokes all permissions of one user in one request, including unknown ones [0657]. */
async function revokeAll(kpi: Kpi, assetUid: string, username: string) {
  try {
    await kpi.delete(`${pathOf(assetUid)}bulk/`, { body: { username } })
  } catch (error) {
    if (!(error instanceof ApiError && error.kind === 'not-found')) throw error
    const remaining = await fetchAssignments(kpi, assetUid).catch(() => null) // fails for users who removed their own access
    if (remaining && toPeople(remaining.results).some((person) => person.username === username)) throw error
  }
}

/** Revokes one permission. A 404 means that it is revoked already, unless the list still has it. */
async function revokePermission(kpi: Kpi, assetUid: string, url: string | undefined) {
  if (url === undefined) return
  try {
    await kpi.delete(kpi.pathOf(url))
  } catch (error) {
    if (!(error instanceof ApiError && error.kind === 'not-found')) throw error
    const remaining = await fetchAssignments(kpi, assetUid).catch(() => null)
    if (remaining?.results.some((assignment) => assignment.url === url)) throw error
  }
}

/** Refetches whatever shows who has access to a project. */
export const refreshAccess = (client: QueryClient, assetUid: string) =>
  Promise.all([
    client.invalidateQueries({ queryKey: permissionQueries.list(assetUid).queryKey }),
    client.invalidateQueries({ queryKey: assetQueries.detail(assetUid).queryKey }),
    client.invalidateQueries({ queryKey: assetQueries.lists() }),
  ])
