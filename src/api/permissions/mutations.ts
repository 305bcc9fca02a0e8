import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { assetQueries } from '../assets/queries.ts'
import { kpiOf } from '../client.ts'
import { ApiError } from '../errors.ts'
import { type Codename, isSameSet } from './codenames.ts'
import { type Access, isSameAccess, NO_ACCESS, toPeople } from './people.ts'
import { planChange } from './plan-change.ts'
import { permissionQueries } from './queries.ts'
import { PermissionAssignment, PermissionAssignments } from './schema.ts'

interface AccessChange {
  username: string
  /** What the person could do when the change was decided. Something else on the server means: ask again. */
  from: Access
  /** What the person shall hold; empty removes them. */
  to: ReadonlySet<Codename>
}

const pathOf = (assetUid: string) => `api/v2/assets/${assetUid}/permission-assignments/`

/**
 * Changes one person's permissions, and only those that differ; everybody else's stay as they are on the server,
 * whatever the list on screen says. Never the `bulk` endpoint that replaces everybody [0651]. An answer shows but one
 * of the permissions that came of it, so the list is read again.
 * @throws ApiError `conflict` where a colleague changed the same person meanwhile; nothing is written then.
 */
export const changeAccess = (assetUid: string) =>
  mutationOptions({
    mutationKey: ['permissions', assetUid, 'change'],
    meta: { showsError: true },
    mutationFn: async ({ username, from, to }: AccessChange, { client }) => {
      const kpi = kpiOf(client)
      const person = toPeople((await kpi.get(pathOf(assetUid), PermissionAssignments)).results).find(
        (other) => other.username === username,
      )
      const now = person ?? NO_ACCESS
      if (isSameSet(now.held, to) && now.partial.length === 0) return // an earlier try arrived, and its answer was lost
      if (!isSameAccess(now, from)) throw new ApiError('conflict', '')

      const { give, take } = planChange(from.held, to)
      for (const codename of give) await giveOne(kpi, assetUid, username, codename)
      for (const codename of take) await takeOne(kpi, assetUid, person?.assignments.get(codename))
    },
    // Also after a refusal half-way: what is shown is what the server holds.
    onSettled: (_data, _error, _change, _result, { client }) => refresh(client, assetUid),
  })

const giveOne = (kpi: ReturnType<typeof kpiOf>, assetUid: string, username: string, codename: Codename) =>
  kpi.post(pathOf(assetUid), PermissionAssignment, {
    body: {
      user: `/api/v2/users/${encodeURIComponent(username.toWellFormed())}/`,
      permission: `/api/v2/permissions/${codename}/`,
    },
  })

/** Taking away what is gone already is done, not failed; unless the list still has it. */
async function takeOne(kpi: ReturnType<typeof kpiOf>, assetUid: string, url: string | undefined) {
  if (url === undefined) return
  try {
    await kpi.delete(kpi.pathOf(url))
  } catch (error) {
    if (!(error instanceof ApiError && error.kind === 'not-found')) throw error
    const left = await kpi.get(pathOf(assetUid), PermissionAssignments).catch(() => null)
    if (left?.results.some((assignment) => assignment.url === url)) throw error
  }
}

const refresh = (client: QueryClient, assetUid: string) =>
  Promise.all([
    client.invalidateQueries({ queryKey: permissionQueries.list(assetUid).queryKey }),
    client.invalidateQueries({ queryKey: assetQueries.detail(assetUid).queryKey }),
    client.invalidateQueries({ queryKey: assetQueries.lists() }),
  ])
