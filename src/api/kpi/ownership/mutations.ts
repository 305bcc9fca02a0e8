import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { ownershipQueries } from './queries.ts'
import { OwnershipInvite } from './schema.ts'

const PATH = 'api/v2/project-ownership/invites/'

/**
 * Invites a user to take over projects. Nothing changes until they accept. Refused for projects of others, for users of the
 * same organization, and where an invite is pending [2310, 2311, 2314].
 */
export const inviteOwner = () =>
  mutationOptions({
    mutationKey: ['ownership', 'invite'],
    meta: { showsError: true },
    mutationFn: ({ recipient, assetUids }: { recipient: string; assetUids: readonly string[] }, { client }) => {
      if (assetUids.length === 0) throw new RangeError('No project to transfer') // the server accepts it [2312]
      return kpiOf(client).post(PATH, OwnershipInvite, {
        body: { recipient: `/api/v2/users/${encodeURIComponent(recipient.toWellFormed())}/`, assets: assetUids },
      })
    },
    onSettled: (_invite, _error, _variables, _result, { client }) => refresh(client),
  })

/** What an invite is answered with: by the recipient, and `cancelled` by the sender [1362, 2316, 2318, 2319]. */
export type InviteAnswer = 'accepted' | 'declined' | 'cancelled'

/** Accepts, declines or withdraws an invite. Refused where it is closed already [2317]. */
export const answerInvite = () =>
  mutationOptions({
    mutationKey: ['ownership', 'answer'],
    meta: { showsError: true },
    mutationFn: ({ url, answer }: { url: string; answer: InviteAnswer }, { client }) => {
      const kpi = kpiOf(client)
      return kpi.patch(kpi.pathOf(url), OwnershipInvite, { body: { status: answer } })
    },
    onSettled: (_invite, _error, _variables, _result, { client }) => refresh(client),
  })

/** Also after an error: it may have been carried out. An accepted invite changes what the lists of projects show. */
const refresh = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: ownershipQueries.all() }),
    client.invalidateQueries({ queryKey: assetQueries.all() }),
    client.invalidateQueries({ queryKey: ['permissions'] }),
  ])
