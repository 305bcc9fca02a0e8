import { requireUser } from '#/demo/authentication.ts'
import { bodyOf } from '#/demo/permissions/access.ts'
import type { OrganizationInviteRecord, OrganizationRecord } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { badRequest, forbidden, json, noContent, notFound, pageOf } from '#/demo/responses.ts'
import { lettersOf, randomOf, uuidOf } from '#/demo/seed/random.ts'
import { DATE_JOINED, DEMO_USERS } from '#/demo/seed/users.ts'

type Role = 'owner' | 'admin' | 'member' | 'external'

const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z')

function roleIn({ owner, members }: OrganizationRecord, username: string): Role {
  if (owner === username) return 'owner'
  return members.find((member) => member.username === username)?.role ?? 'external'
}

/** The organization of the account: one with several members, or one of its own, which is named by the profile [0110, 0114]. */
export function organizationOf({ db, username }: Pick<Call, 'db' | 'username'>): OrganizationRecord {
  const shared = db.organizations().find((one) => roleIn(one, username) !== 'external')
  if (shared) return shared
  const { details = {} } = db.account(requireUser(username))
  const name = details['organization']
  return {
    id: `org${lettersOf(randomOf('organization', username), 21)}`,
    name: typeof name === 'string' && name !== '' ? name : `${username}'s organization`,
    website: '',
    organization_type: 'none',
    created: DATE_JOINED,
    owner: username,
    members: [],
    invites: [],
  }
}

const urlOf = ({ id }: OrganizationRecord, { url }: Pick<Call, 'url'>) => `${url.origin}/api/v2/organizations/${id}/`

/** An organization in KPI's format [0137]. */
export function serializeOrganization(organization: OrganizationRecord, call: Pick<Call, 'url' | 'username'>) {
  const url = urlOf(organization, call)
  const role = roleIn(organization, call.username)
  return {
    id: organization.id,
    url,
    name: organization.name,
    website: organization.website,
    organization_type: organization.organization_type,
    created: organization.created,
    modified: organization.created,
    is_owner: role === 'owner',
    is_mmo: organization.members.length > 0,
    request_user_role: role,
    members: `${url}members/`,
    assets: `${url}assets/`,
    service_usage: `${url}service_usage/`,
    asset_usage: `${url}asset_usage/`,
  }
}

/** An invite to join, in KPI's format [2326]. */
function serializeInvite(invite: OrganizationInviteRecord, organization: OrganizationRecord, call: Pick<Call, 'url'>) {
  return {
    url: `${urlOf(organization, call)}invites/${invite.guid}/`,
    invited_by: `${call.url.origin}/api/v2/users/${invite.invited_by}/`,
    status: invite.status,
    invitee_role: invite.role,
    organization_name: organization.name,
    created: invite.created,
    modified: invite.modified,
    invitee: invite.invitee,
  }
}

/** The members in KPI's format, and the invites that are open [0139]. */
function membersOf(organization: OrganizationRecord, call: Call): Record<string, unknown>[] {
  const { owner, members, created } = organization
  const people = [{ username: owner, role: 'owner', joined: created }, ...members]
  const serialized = people.map(({ username, role, joined }) => ({
    url: `${urlOf(organization, call)}members/${username}/`,
    user: `${call.url.origin}/api/v2/users/${username}/`,
    user__username: username,
    user__email: `${username}@example.org`,
    user__extra_details__name: DEMO_USERS.find((user) => user.username === username)?.name ?? '',
    role,
    user__has_mfa_enabled: role === 'admin',
    user__has_sso_enabled: false,
    date_joined: joined,
    user__is_active: true,
    invite: null,
  }))
  const empty: Record<string, unknown> = Object.fromEntries(Object.keys(serialized[0] ?? {}).map((key) => [key, null]))
  const open = organization.invites.filter(({ status }) => status === 'pending')
  return [...serialized, ...open.map((invite) => ({ ...empty, invite: serializeInvite(invite, organization, call) }))]
}

const memberNamed = (organization: OrganizationRecord, call: Call) =>
  membersOf(organization, call).find((one) => one['user__username'] === call.params['member'])

/** @throws 404 for an organization of others */
function requireOrganization(call: Call): OrganizationRecord {
  const organization = organizationOf(call)
  if (organization.id !== call.params['organization']) throw notFound()
  return organization
}

/** @throws 403 for members (KPI's source, `HasOrgRolePermission`) */
function requireAdmin(call: Call): OrganizationRecord {
  const organization = requireOrganization(call)
  if (roleIn(organization, call.username) === 'member') throw forbidden()
  return organization
}

/** @throws 404 for invites of others: only administrators and the invited person may see one (KPI's source) */
function requireInvite(call: Call) {
  const organization = call.db.organizations().find(({ id }) => id === call.params['organization'])
  const invite = organization?.invites.find(({ guid }) => guid === call.params['invite'])
  const username = requireUser(call.username)
  if (!organization || !invite) throw notFound()
  const isAdmin = ['owner', 'admin'].includes(roleIn(organization, username))
  if (!isAdmin && ![username, `${username}@example.org`].includes(invite.invitee)) throw notFound()
  return { organization, invite, isAdmin }
}

const isRole = (role: unknown): role is 'admin' | 'member' => role === 'admin' || role === 'member'

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

export const organizationResources: Resource[] = [
  resource('api/v2/organizations/', {
    GET: (call) => json(pageOf(call.url, [organizationOf(call)], (one) => serializeOrganization(one, call))),
  }),

  resource('api/v2/organizations/:organization/', {
    GET: (call) => json(serializeOrganization(requireOrganization(call), call)),
  }),

  resource('api/v2/organizations/:organization/members/', {
    GET: (call) => json(pageOf(call.url, membersOf(requireOrganization(call), call))),
  }),

  resource('api/v2/organizations/:organization/members/:member/', {
    GET: (call) => {
      const member = memberNamed(requireOrganization(call), call)
      if (!member) throw notFound()
      return json(member)
    },
    PATCH: async (call) => {
      const { role } = await bodyOf(call)
      const organization = requireAdmin(call)
      const { member: name } = call.params
      if (!organization.members.some(({ username }) => username === name)) throw notFound()
      if (!isRole(role)) throw badRequest({ detail: "Invalid role. Only 'admin' or 'member' are allowed" })
      const members = organization.members.map((member) => (member.username === name ? { ...member, role } : member))
      const changed = { ...organization, members }
      await call.db.saveOrganization(changed)
      return json(memberNamed(changed, call))
    },
    DELETE: async (call) => {
      const organization = requireAdmin(call)
      const members = organization.members.filter(({ username }) => username !== call.params['member'])
      if (members.length === organization.members.length) throw notFound()
      await call.db.saveOrganization({ ...organization, members })
      return noContent()
    },
  }),

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
      const { status } = await bodyOf(call)
      const { organization, invite, isAdmin } = requireInvite(call)
      if (status === 'cancelled' && !isAdmin) throw forbidden()
      if (status !== 'cancelled' && status !== 'declined' && status !== 'accepted') {
        throw badRequest({ status: [`"${String(status)}" is not a valid choice.`] })
      }
      if (status === 'accepted' && organizationOf(call).members.length > 0) throw forbidden()
      const answered: OrganizationInviteRecord = { ...invite, status, modified: now() }
      const invites = organization.invites.map((one) => (one.guid === invite.guid ? answered : one))
      const joined = { username: call.username, role: invite.role, joined: answered.modified }
      const members = status === 'accepted' ? [...organization.members, joined] : organization.members
      await call.db.saveOrganization({ ...organization, invites, members })
      return json(serializeInvite(answered, organization, call))
    },
  }),
]
