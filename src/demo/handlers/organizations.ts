import { requireUser } from '#/demo/authentication.ts'
import { bodyOf } from '#/demo/permissions/access.ts'
import type { OrganizationInviteRecord, OrganizationRecord } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { badRequest, forbidden, json, noContent, notFound, pageOf, serverError } from '#/demo/responses.ts'
import { lettersOf, randomOf } from '#/demo/seed/random.ts'
import { DATE_JOINED, DEMO_USERS } from '#/demo/seed/users.ts'

type Role = 'owner' | 'admin' | 'member' | 'external'

export function roleIn({ owner, members }: OrganizationRecord, username: string): Role {
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

/** KPI gives who was removed from an organization one of their own where it needs one (seen on a real KPI). */
export async function ensureOrganization({ db, username }: Pick<Call, 'db' | 'username'>) {
  const account = db.account(requireUser(username))
  if (account.lacksOrganization) await db.saveAccount({ ...account, lacksOrganization: false })
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
export function serializeInvite(
  invite: OrganizationInviteRecord,
  organization: OrganizationRecord,
  call: Pick<Call, 'url'>,
) {
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

/** The newest invite of a member, which the newest of the list is. */
const inviteOf = ({ invites }: OrganizationRecord, username: string) =>
  invites.findLast(({ invitee }) => invitee === username)

/**
 * The members in KPI's format, and the invites that are open [0139]. Members carry the invite that they accepted; who
 * declined it afterwards has none here, but where the member is asked for alone (seen on a real KPI).
 */
function membersOf(organization: OrganizationRecord, call: Call): Record<string, unknown>[] {
  const { owner, members, created } = organization
  const people = [{ username: owner, role: 'owner', joined: created }, ...members]
  const acceptedBy = (username: string) => {
    const accepted = organization.invites.findLast((one) => one.invitee === username && one.status === 'accepted')
    return accepted ? serializeInvite(accepted, organization, call) : null
  }
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
    invite: acceptedBy(username),
  }))
  const empty: Record<string, unknown> = Object.fromEntries(Object.keys(serialized[0] ?? {}).map((key) => [key, null]))
  const open = organization.invites.filter(({ status }) => status === 'pending')
  return [...serialized, ...open.map((invite) => ({ ...empty, invite: serializeInvite(invite, organization, call) }))]
}

/** @throws 404 for who is no member */
function requireMember(organization: OrganizationRecord, call: Call): Record<string, unknown> {
  const username = call.params['member'] ?? ''
  const member = membersOf(organization, call).find((one) => one['user__username'] === username)
  if (!member) throw notFound('No OrganizationUser matches the given query.')
  const invite = inviteOf(organization, username)
  return { ...member, invite: invite ? serializeInvite(invite, organization, call) : null }
}

/** The role that somebody can be given, in an invite or as a member. */
export const isRole = (role: unknown): role is 'admin' | 'member' => role === 'admin' || role === 'member'

/** @throws 404 for an organization of others */
function requireOrganization(call: Call): OrganizationRecord {
  const organization = organizationOf(call)
  if (organization.id !== call.params['organization']) throw notFound()
  return organization
}

/** @throws 403 for members (KPI's source, `HasOrgRolePermission`) */
export function requireAdmin(call: Call): OrganizationRecord {
  const organization = requireOrganization(call)
  if (roleIn(organization, call.username) === 'member') throw forbidden()
  return organization
}

export const organizationResources: Resource[] = [
  resource('api/v2/organizations/', {
    GET: (call) => {
      const organizations = call.db.account(requireUser(call.username)).lacksOrganization ? [] : [organizationOf(call)]
      return json(pageOf(call.url, organizations, (one) => serializeOrganization(one, call)))
    },
  }),

  resource('api/v2/organizations/:organization/', {
    GET: (call) => json(serializeOrganization(requireOrganization(call), call)),
  }),

  resource('api/v2/organizations/:organization/members/', {
    GET: (call) => json(pageOf(call.url, membersOf(requireOrganization(call), call))),
  }),

  resource('api/v2/organizations/:organization/members/:member/', {
    GET: (call) => json(requireMember(requireOrganization(call), call)),
    PATCH: async (call) => {
      const body = await bodyOf(call)
      const organization = requireAdmin(call)
      const member = requireMember(organization, call)
      // Without a role, nothing changes (seen on a real KPI).
      if (!('role' in body)) return json(member)
      const { role } = body
      if (!isRole(role)) throw badRequest({ detail: "Invalid role. Only 'admin' or 'member' are allowed" })
      const members = organization.members.map((one) =>
        one.username === call.params['member'] ? { ...one, role } : one,
      )
      await call.db.saveOrganization({ ...organization, members })
      // Also of the owner, who stays the owner all the same (seen on a real KPI).
      return json({ ...member, role })
    },
    DELETE: async (call) => {
      const organization = requireAdmin(call)
      const username = String(requireMember(organization, call)['user__username'])
      // The owner cannot be removed (seen on a real KPI).
      if (username === organization.owner) throw serverError()
      const members = organization.members.filter((one) => one.username !== username)
      await call.db.saveOrganization({ ...organization, members })
      await call.db.saveAccount({ ...call.db.account(username), lacksOrganization: true })
      return noContent()
    },
  }),
]
