import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { ANONYMOUS } from './access-summary.ts'
import { type Codename, isSameSet } from './codenames.ts'
import { type AccessDifference, differenceOf } from './compare-access.ts'
import { type Access, isSameAccess, NO_ACCESS, toPeople } from './people.ts'
import { planChange } from './plan-change.ts'
import { permissionQueries } from './queries.ts'
import { PermissionAssignment, PermissionAssignments } from './schema.ts'

interface AccessChange {
  username: string
  /** What the person could do when the change was decided. Something else on the server means: ask again. */
  from: Access
  /** What the person shall hold; empty removes them, with permissions that are not known here. */
  to: ReadonlySet<Codename>
}

/** What the list that was read after a change says of it. */
export type AccessOutcome =
  | { state: 'as-chosen' }
  /** The list could not be read: the server accepted the change, and no more is known. */
  | { state: 'unread' }
  /** Somebody else changed the same person at the same time. */
  | { state: 'differs'; difference: AccessDifference }

type Kpi = ReturnType<typeof kpiOf>

const pathOf = (assetUid: string) => `api/v2/assets/${assetUid}/permission-assignments/`
const readList = async (kpi: Kpi, assetUid: string) => kpi.get(pathOf(assetUid), PermissionAssignments)
const AS_CHOSEN: AccessOutcome = { state: 'as-chosen' }

/**
 * Changes one person's permissions, and only those that differ; everybody else's stay as they are on the server,
 * whatever the list on screen says. Never the `bulk` endpoint that replaces everybody [0651]. An answer shows but one
 * of the permissions that came of it, so the list is read again, and compared with what was chosen.
 * @throws ApiError `conflict` where a colleague changed the same person meanwhile; nothing is written then.
 */
export const changeAccess = (assetUid: string) =>
  mutationOptions({
    mutationKey: ['permissions', assetUid, 'change'],
    meta: { showsError: true },
    mutationFn: async ({ username, from, to }: AccessChange, { client }): Promise<AccessOutcome> => {
      const kpi = kpiOf(client)
      const person = toPeople((await readList(kpi, assetUid)).results).find((other) => other.username === username)
      const now = person ?? NO_ACCESS
      // An earlier try arrived, and its answer was lost.
      if (isSameSet(now.held, to) && now.partial.length === 0 && (to.size > 0 || !now.unknown?.length)) return AS_CHOSEN
      if (!isSameAccess(now, from)) throw new ApiError('conflict', '')

      if (to.size === 0 && username !== ANONYMOUS) {
        await takeAll(kpi, assetUid, username)
      } else {
        const { give, take } = planChange(from.held, to)
        for (const codename of give) await giveOne(kpi, assetUid, username, codename)
        for (const codename of take) await takeOne(kpi, assetUid, person?.assignments.get(codename))
      }
      return compare(client, assetUid, { username, from, to })
    },
    // Also after a refusal half-way: what is shown is what the server holds.
    onSettled: (_outcome, _error, _change, _result, { client }) => refresh(client, assetUid),
  })

/** Reads the list again: what the server accepted may be mixed with what somebody else wrote at the same time. */
async function compare(
  client: QueryClient,
  assetUid: string,
  { username, from, to }: AccessChange,
): Promise<AccessOutcome> {
  try {
    const people = toPeople((await readList(kpiOf(client), assetUid)).results)
    const now = people.find((other) => other.username === username) ?? NO_ACCESS
    const difference = differenceOf(now, { from, to })
    return difference ? { state: 'differs', difference } : AS_CHOSEN
  } catch (error) {
    // Who gave up their own access may not see the project any more [0348].
    const isGone = to.size === 0 && error instanceof ApiError && error.kind === 'not-found'
    return isGone ? AS_CHOSEN : { state: 'unread' }
  }
}

const giveOne = async (kpi: Kpi, assetUid: string, username: string, codename: Codename) =>
  kpi.post(pathOf(assetUid), PermissionAssignment, {
    body: {
      user: `/api/v2/users/${encodeURIComponent(username.toWellFormed())}/`,
      permission: `/api/v2/permissions/${codename}/`,
    },
  })

/** Takes everything from one person at once, known here or not; of nobody else [0657]. */
async function takeAll(kpi: Kpi, assetUid: string, username: string) {
  try {
    await kpi.delete(`${pathOf(assetUid)}bulk/`, { body: { username } })
  } catch (error) {
    if (!(error instanceof ApiError && error.kind === 'not-found')) throw error
    const left = await readList(kpi, assetUid).catch(() => null) // none for who has no access any more
    if (left && toPeople(left.results).some((person) => person.username === username)) throw error
  }
}

/** Taking away what is gone already is done, not failed; unless the list still has it. */
async function takeOne(kpi: Kpi, assetUid: string, url: string | undefined) {
  if (url === undefined) return
  try {
    await kpi.delete(kpi.pathOf(url))
  } catch (error) {
    if (!(error instanceof ApiError && error.kind === 'not-found')) throw error
    const left = await readList(kpi, assetUid).catch(() => null)
    if (left?.results.some((assignment) => assignment.url === url)) throw error
  }
}

const refresh = (client: QueryClient, assetUid: string) =>
  Promise.all([
    client.invalidateQueries({ queryKey: permissionQueries.list(assetUid).queryKey }),
    client.invalidateQueries({ queryKey: assetQueries.detail(assetUid).queryKey }),
    client.invalidateQueries({ queryKey: assetQueries.lists() }),
  ])
