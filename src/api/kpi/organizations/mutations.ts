import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { listOf } from '#/api/pagination.ts'
import { organizationQueries } from './queries.ts'
import { OrganizationInvite, OrganizationMember } from './schema.ts'

/** The roles that can be given; the owner stays the owner. */
export const MEMBER_ROLES = ['member', 'admin'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]

const membersPath = (organization: string) => `api/v2/organizations/${organization}/members/`
const memberPath = (organization: string, username: string) =>
  `${membersPath(organization)}${encodeURIComponent(username.toWellFormed())}/`

/** Invites people by username or email address; the server emails them. A second invite is refused while one is open [2326]. */
export const inviteMembers = (organization: string) =>
  mutationOptions({
    mutationKey: ['organizations', organization, 'invite'],
    meta: { showsError: true },
    mutationFn: ({ invitees, role }: { invitees: readonly string[]; role: MemberRole }, { client }) =>
      kpiOf(client).post(`api/v2/organizations/${organization}/invites/`, listOf(OrganizationInvite), {
        body: { invitees, role },
      }),
    onSettled: (_invites, _error, _variables, _result, { client }) => refresh(client),
  })

/** What an invited person answers [2328]. */
export type OrganizationInviteAnswer = 'accepted' | 'declined'

/**
 * Accepts or declines an invite. Accepting hands the account's projects to the organization (KPI's source).
 * @throws ApiError `conflict` if it is not open any more: KPI would carry it out all the same
 */
export const answerOrganizationInvite = () =>
  mutationOptions({
    mutationKey: ['organizations', 'answer'],
    meta: { showsError: true },
    mutationFn: async ({ url, answer }: { url: string; answer: OrganizationInviteAnswer }, { client }) => {
      const kpi = kpiOf(client)
      const path = kpi.pathOf(url)
      const now = await kpi.get(path, OrganizationInvite)
      if (now.status === answer) return now
      if (now.status !== 'pending') throw new ApiError('conflict', '')
      return kpi.patch(path, OrganizationInvite, { body: { status: answer } })
    },
    onSettled: (_invite, _error, { answer }, _result, { client }) =>
      answer === 'accepted' ? client.invalidateQueries() : refresh(client),
  })

/**
 * Withdraws an invite by deleting it: one whose status is `cancelled` can still be accepted (seen on a real KPI).
 * @throws ApiError `conflict` if it was accepted meanwhile
 */
export const withdrawOrganizationInvite = () =>
  mutationOptions({
    mutationKey: ['organizations', 'withdraw'],
    meta: { showsError: true },
    mutationFn: async ({ url }: { url: string }, { client }): Promise<'withdrawn' | 'gone'> => {
      const kpi = kpiOf(client)
      const path = kpi.pathOf(url)
      try {
        if ((await kpi.get(path, OrganizationInvite)).status === 'accepted') throw new ApiError('conflict', '')
        await kpi.delete(path)
        return 'withdrawn'
      } catch (error) {
        if (error instanceof ApiError && error.kind === 'not-found') return 'gone'
        throw error
      }
    },
    onSettled: (_result, _error, _variables, _context, { client }) => refresh(client),
  })

interface RoleChange {
  username: string
  from: string
  to: MemberRole
}

/**
 * Changes the role of a member (KPI's source; not recorded).
 * @throws ApiError `conflict` if it is not the one that was shown any more
 */
export const changeMemberRole = (organization: string) =>
  mutationOptions({
    mutationKey: ['organizations', organization, 'role'],
    meta: { showsError: true },
    mutationFn: async ({ username, from, to }: RoleChange, { client }) => {
      const kpi = kpiOf(client)
      const path = memberPath(organization, username)
      const now = await kpi.get(path, OrganizationMember)
      if (now.role === to) return now
      if (now.role !== from) throw new ApiError('conflict', '')
      return kpi.patch(path, OrganizationMember, { body: { role: to } })
    },
    onSettled: (_member, _error, _variables, _result, { client }) => refresh(client),
  })

/** Removes a member, who loses access to the organization's projects (KPI's source; not recorded). */
export const removeMember = (organization: string) =>
  mutationOptions({
    mutationKey: ['organizations', organization, 'remove'],
    meta: { showsError: true },
    mutationFn: async ({ username }: { username: string }, { client }): Promise<'removed' | 'gone'> => {
      try {
        await kpiOf(client).delete(memberPath(organization, username))
        return 'removed'
      } catch (error) {
        if (error instanceof ApiError && error.kind === 'not-found') return 'gone'
        throw error
      }
    },
    onSettled: (_result, _error, _variables, _context, { client }) => refresh(client),
  })

/** Also after an error: it may have been carried out. */
const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: organizationQueries.all() })
