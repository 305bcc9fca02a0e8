import { requireUser } from '#/demo/authentication.ts'
import { newUid } from '#/demo/database.ts'
import { recordAction } from '#/demo/history.ts'
import { bodyOf } from '#/demo/permissions/access.ts'
import { addGrant, OWNER_CODENAMES } from '#/demo/permissions/permissions.ts'
import type { AssetRecord, InviteRecord } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { badRequest, forbidden, json, notFound, pageOf, serverError } from '#/demo/responses.ts'
import { isSameOrganization } from '#/demo/seed/organizations.ts'
import { DEMO_USERS } from '#/demo/seed/users.ts'

/** An invite in KPI's format [1360]. */
function serializeInvite(invite: InviteRecord, { db, url: { origin } }: Pick<Call, 'db' | 'url'>) {
  const url = `${origin}/api/v2/project-ownership/invites/${invite.uid}/`
  return {
    url,
    sender: `${origin}/api/v2/users/${invite.sender}/`,
    recipient: `${origin}/api/v2/users/${invite.recipient}/`,
    status: invite.status,
    date_created: invite.date_created,
    date_modified: invite.date_modified,
    // Projects that are gone are left out [2320].
    transfers: invite.transfers.flatMap(({ uid, assetUid }) => {
      const asset = db.asset(assetUid)
      if (!asset) return []
      return {
        url: `${url}transfers/${uid}/`,
        asset: `${origin}/api/v2/assets/${assetUid}/`,
        asset__name: asset.name,
        status: TRANSFER_STATUS[invite.status],
        error: null,
        date_modified: invite.date_modified,
      }
    }),
  }
}

const TRANSFER_STATUS: Record<InviteRecord['status'], string> = {
  pending: 'pending',
  in_progress: 'in_progress',
  complete: 'success',
  declined: 'cancelled',
  cancelled: 'cancelled',
}

const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z')

/** Those who may see an invite, its sender and its recipient. */
function requireInvite({ db, params, username }: Call): InviteRecord {
  const invite = db.invites().find(({ uid }) => uid === params.invite)
  if (!invite || ![invite.sender, invite.recipient].includes(requireUser(username)))
    throw notFound('No Invite matches the given query.')
  return invite
}

/** @throws 400 with KPI's checks in KPI's order [2310, 2311, 2314]; 500 without a list of projects [2312] */
function checkInvite({ db, username }: Call, recipient: string, uids: readonly string[]): AssetRecord[] {
  if (!DEMO_USERS.some((user) => user.username === recipient)) {
    throw badRequest({ recipient: ['Invalid hyperlink - Object does not exist.'] })
  }
  if (isSameOrganization(db.organizations(), username, recipient))
    throw badRequest({ recipient: ['Must not be in the same organization'] })
  const assets = uids.map((uid) => db.asset(uid)).filter((asset) => asset?.owner === username)
  if (assets.length < uids.length) {
    throw badRequest({ assets: ['You must be the owner of each project you want to transfer'] })
  }
  const open = db.invites().filter(({ status }) => status === 'pending' || status === 'in_progress')
  for (const uid of uids) {
    const other = open.find(({ transfers }) => transfers.some(({ assetUid }) => assetUid === uid))
    if (other) {
      throw badRequest({ assets: [`Project \`${uid}\` cannot be transferred. Current status: ${other.status}`] })
    }
  }
  return assets.filter((asset) => asset !== undefined)
}

const STATUSES = new Set([
  'pending',
  'accepted',
  'cancelled',
  'complete',
  'declined',
  'expired',
  'failed',
  'in_progress',
])

/**
 * @throws 400 where the invite is closed, whoever asks and whatever for [2319]; 403 for what is up to the other side, and
 * 500 without a status (seen on a real KPI)
 */
function checkAnswer(status: unknown, invite: InviteRecord, username: string) {
  if (status === undefined) throw serverError()
  if (typeof status !== 'string' || !STATUSES.has(status)) {
    throw badRequest({ status: [`"${typeof status === 'string' ? status : ''}" is not a valid choice.`] })
  }
  if (invite.status !== 'pending') throw badRequest({ status: ['This field cannot be modified'] })
  const allowed = username === invite.sender ? ['cancelled'] : ['accepted', 'declined']
  if (!allowed.includes(status)) throw forbidden()
}

/** The recipient owns it and has all permissions; the former owner keeps theirs, `manage_asset` among them [2323]. */
function handOver(asset: AssetRecord, recipient: string): AssetRecord {
  const others = asset.grants.filter(({ username }) => username !== recipient)
  const grants = OWNER_CODENAMES.reduce(
    (all, codename) => addGrant(all, { username: recipient, codename }, () => newUid('p')),
    others,
  )
  return { ...asset, owner: recipient, grants }
}

export const ownershipResources: Resource[] = [
  resource('api/v2/project-ownership/invites/', {
    GET: (call) => {
      const { db, url, username } = call
      const side = url.searchParams.get('mode')
      const own = db
        .invites()
        .filter(({ sender, recipient }) =>
          (side === 'recipient' ? [recipient] : side === 'sender' ? [sender] : [sender, recipient]).includes(
            requireUser(username),
          ),
        )
      return json(pageOf(url, own, (invite) => serializeInvite(invite, call)))
    },
    POST: async (call) => {
      const { recipient, assets: uids } = await bodyOf(call)
      const username = requireUser(call.username)
      if (!Array.isArray(uids)) throw serverError()
      const name = typeof recipient === 'string' ? decodeURIComponent(recipient.split('/').at(-2) ?? '') : ''
      const assets = checkInvite(call, name, uids.map(String))
      const moment = now()
      const invite: InviteRecord = {
        uid: newUid('poi'),
        sender: username,
        recipient: name,
        status: 'pending',
        date_created: moment,
        date_modified: moment,
        transfers: assets.map((asset) => ({ uid: newUid('pot'), assetUid: asset.uid })),
      }
      await call.db.saveInvite(invite)
      // Also of invites that come to nothing [2324].
      for (const asset of assets)
        await recordAction(call, asset, 'transfer', { log_subtype: 'permission', username: name })
      return json(serializeInvite(invite, call), 201)
    },
  }),

  resource('api/v2/project-ownership/invites/:invite/', {
    GET: (call) => json(serializeInvite(requireInvite(call), call)),
    PATCH: async (call) => {
      const { status } = await bodyOf(call)
      const invite = requireInvite(call)
      const { db, username } = call
      checkAnswer(status, invite, username)
      if (status !== 'accepted') {
        const closed = { ...invite, status: status === 'declined' ? ('declined' as const) : ('cancelled' as const) }
        await db.saveInvite({ ...closed, date_modified: now() })
        return json(serializeInvite({ ...closed, date_modified: now() }, call))
      }
      for (const { assetUid } of invite.transfers) {
        const asset = db.asset(assetUid)
        if (asset) await db.saveAsset(handOver(asset, username))
      }
      const done = { ...invite, date_modified: now() }
      await db.saveInvite({ ...done, status: 'complete' })
      // The answer itself is still in progress [1362].
      return json(serializeInvite({ ...done, status: 'in_progress' }, call))
    },
  }),
]
