import { requireUser } from '#/demo/authentication.ts'
import { bodyOf } from '#/demo/permissions/access.ts'
import type { OrganizationInviteRecord, OrganizationRecord } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { badRequest, errorResponse, forbidden, json, noContent, notFound, pageOf } from '#/demo/responses.ts'
import { uuidOf } from '#/demo/seed/random.ts'
import { DEMO_USERS } from '#/demo/seed/users.ts'
import { ensureOrganization, isRole, organizationOf, requireAdmin, roleIn, serializeInvite } from './organizations.ts'

const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z')

/** @throws 404 for invites of others, 403 for other members: only administrators and the invited person may see one (KPI's source) */
function requireInvite(call: Call) {
  const username = requireUser(call.username)
  const organization = call.db.organizations().find(({ id }) => id === call.params['organization'])
  if (!organization) throw notFound()
  const invite = organization.invites.find(({ guid }) => guid === call.params['invite'])
  if (!invite) throw notFound('No OrganizationInvitation matches the given query.')
  const role = roleIn(organization, username)
  const isAdmin = role === 'owner' || role === 'admin'
  if (!isAdmin && ![username, `${username}@example.org`].includes(invite.invitee)) {
    throw role === 'member' && !invite.invitee.includes('@') ? forbidden() : notFound()
  }
  return { organization, invite, isAdmin }
}

/** @throws 400 with KPI's checks (its source, `validate_invitees`) */
function checkInvitee({ members, owner, invites }: OrganizationRecord, invitee: string) {
  if (invites.some((invite) => invite.invitee === invitee && invite.status === 'pending')) {
    throw badRequest({ invitees: [`An active invitation already exists for \`${invitee}\``] })
  }
  if (invitee.includes('@')) return
  if (!DEMO_USERS.some(({ username }) => username === invitee)) {
    const text = `User with username or email \`${invitee}\` does not exist or is not active.`
    throw badRequest({ invitees: [text] })
  }
  if (owner === invitee || members.some(({ username }) => username === invitee)) {
    throw badRequest({ invitees: ['User is already a member of this organization.'] })
  }
}

/** The time after which an invite may be sent again (KPI's source, `ORG_INVITATION_RESENT_RESET_AFTER`). */
const RESENT_AFTER_MS = 15 * 60_000

type Settable = Exclude<OrganizationInviteRecord['status'], 'pending'> | 'resent'
const SETTABLE = new Set(['accepted', 'declined', 'cancelled', 'resent'])
const isSettable = (status: unknown): status is Settable => typeof status === 'string' && SETTABLE.has(status)

const lacksPermissions = () => badRequest({ detail: 'You do not have enough permissions to perform this action' })

/**
 * The status that a PATCH asks for. Invites that are closed can be answered all the same (seen on a real KPI).
 * @throws 400 and 429 with KPI's checks (its source, `validate_status`)
 */
function checkStatus(status: unknown, invite: OrganizationInviteRecord, isAdmin: boolean): Settable {
  if (status === 'pending' || status === 'expired') {
    throw badRequest({ detail: `\`${status}\` is reserved and cannot be set` })
  }
  if (!isSettable(status)) throw badRequest({ status: [`"${String(status)}" is not a valid choice.`] })
  if ((status === 'cancelled' || status === 'resent') && !isAdmin) throw lacksPermissions()
  if (status !== 'resent') return status
  if (invite.status !== 'pending') throw badRequest({ detail: 'Invitation cannot be resent' })
  const remaining = Date.parse(invite.modified) + RESENT_AFTER_MS - Date.now()
  if (remaining > 0) {
    const minutes = Math.ceil(remaining / 60_000)
    const refusal = errorResponse(429, {
      detail: `Invitation resent too quickly, wait for ${minutes} minutes before retrying`,
    })
    refusal.headers.set('Retry-After', String(Math.floor(remaining / 1000)))
    throw refusal
  }
  return status
}

/** @throws 400 with KPI's checks (its source, `validate_role`) */
function checkRole(role: unknown, invite: OrganizationInviteRecord, isAdmin: boolean) {
  if (!isRole(role)) throw badRequest({ role: [`"${String(role)}" is not a valid choice.`] })
  if (!isAdmin) throw lacksPermissions()
  if (invite.status === 'accepted') throw badRequest({ detail: 'Role cannot be changed after acceptance' })
  return role
}

/** @throws 403 and 404 with KPI's checks (its source, `validate_invitation_acceptance`) */
function checkAcceptance(call: Call, { status, invitee }: OrganizationInviteRecord) {
  const refuse = (detail: string) => errorResponse(403, { detail })
  if (status === 'accepted') throw refuse('Invite has already been accepted.')
  if (!invitee.includes('@') && invitee !== call.username) throw notFound('Invite not found.')
  const { name, owner, members } = organizationOf(call)
  if (members.length === 0) return
  const other =
    'a different account with the same email address. If you do not already have another account, you can create one.'
  throw refuse(
    owner === call.username
      ? `This account is already the owner of ${name}. You cannot join multiple organizations with the same account. To accept this invitation, you must either transfer ownership of ${name} to a different account or sign in using ${other}`
      : `This account is already a member in ${name}. You cannot join multiple organizations with the same account. To accept this invitation, sign in using ${other}`,
  )
}

export const organizationInviteResources: Resource[] = [
  resource('api/v2/organizations/:organization/invites/', {
    GET: (call) => {
      const organization = requireAdmin(call)
      return json(pageOf(call.url, organization.invites, (invite) => serializeInvite(invite, organization, call)))
    },
    POST: async (call) => {
      const { invitees, role = 'member' } = await bodyOf(call)
      const organization = requireAdmin(call)
      if (!Array.isArray(invitees)) throw badRequest({ invitees: ['This field is required.'] })
      if (!isRole(role)) throw badRequest({ role: [`"${String(role)}" is not a valid choice.`] })
      for (const invitee of invitees.map(String)) checkInvitee(organization, invitee)
      const moment = now()
      const added = invitees.map((invitee): OrganizationInviteRecord => ({
        guid: uuidOf(Math.random),
        invited_by: call.username,
        invitee: String(invitee),
        role,
        status: 'pending',
        created: moment,
        modified: moment,
      }))
      const changed = { ...organization, invites: [...organization.invites, ...added] }
      await call.db.saveOrganization(changed)
      return json(
        added.map((invite) => serializeInvite(invite, changed, call)),
        201,
      )
    },
  }),

  resource('api/v2/organizations/:organization/invites/:invite/', {
    GET: (call) => {
      const { organization, invite } = requireInvite(call)
      return json(serializeInvite(invite, organization, call))
    },
    PATCH: async (call) => {
      const body = await bodyOf(call)
      const { organization, invite, isAdmin } = requireInvite(call)
      const status = 'status' in body ? checkStatus(body['status'], invite, isAdmin) : undefined
      const role = 'role' in body ? checkRole(body['role'], invite, isAdmin) : invite.role
      const accepts = status === 'accepted'
      if (accepts) checkAcceptance(call, invite)
      const changed: OrganizationInviteRecord = {
        ...invite,
        role,
        ...(status !== undefined && { status: status === 'resent' ? 'pending' : status, modified: now() }),
        // Who accepts an invite to an email address is its invitee from then on (KPI's source).
        ...(accepts && { invitee: call.username }),
      }
      const invites = organization.invites.map((one) => (one.guid === invite.guid ? changed : one))
      const joined = { username: call.username, role, joined: changed.modified }
      const members = accepts ? [...organization.members, joined] : organization.members
      await call.db.saveOrganization({ ...organization, invites, members })
      if (accepts) await ensureOrganization(call)
      return json(serializeInvite(changed, organization, call))
    },
    // Only this closes an invite: one that is cancelled or declined can be accepted (seen on a real KPI).
    DELETE: async (call) => {
      const organization = requireAdmin(call)
      const { invite } = requireInvite(call)
      const invites = organization.invites.filter((one) => one.guid !== invite.guid)
      await call.db.saveOrganization({ ...organization, invites })
      return noContent()
    },
  }),
]
