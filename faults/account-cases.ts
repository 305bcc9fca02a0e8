import { MutationObserver, type QueryClient } from '@tanstack/react-query'
import { readKey, renewKey, saveProfile, signOutEverywhere } from '#/api/kpi/account/mutations.ts'
import { profileFieldsOf, profileOf } from '#/api/kpi/account/profile.ts'
import { accountQueries } from '#/api/kpi/account/queries.ts'
import { environmentQueries } from '#/api/kpi/environment/queries.ts'
import {
  withdrawOrganizationInvite,
  answerOrganizationInvite,
  changeMemberRole,
  inviteMembers,
  removeMember,
} from '#/api/kpi/organizations/mutations.ts'
import { organizationQueries } from '#/api/kpi/organizations/queries.ts'
import { connections } from '#/api/connection.ts'
import { clientOf } from '#/app/query-client.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { OPEN_INVITE } from '#/demo/seed/organizations.ts'
import { DEMO_USERS } from '#/demo/seed/users.ts'
import { mutation, type MutationCase } from './mutation-case.ts'
import type { Scenario } from './scenarios.ts'

const NO_CACHE = { staleTime: 0 }

const organizationId = async (client: QueryClient) =>
  (await client.fetchQuery({ ...organizationQueries.own(), ...NO_CACHE })).organization?.id ?? ''
const members = async (client: QueryClient) =>
  (await client.fetchQuery({ ...organizationQueries.members(await organizationId(client), 1), ...NO_CACHE })).results
/** The app as the person who has an open invite. */
const inviteeClient = () => {
  const token = DEMO_USERS.find(({ username }) => username === OPEN_INVITE.invitee)?.token ?? ''
  return clientOf(
    connections.use({ ...DEMO_CONNECTION, username: OPEN_INVITE.invitee, auth: { scheme: 'key', token } }),
  )
}
const keyOf = (client: QueryClient) => new MutationObserver(client, readKey()).mutate()

/** The server deleted the key, and the next request says so: the renewal succeeds. */
const isSeen: Partial<Scenario> = { kind: null }

const before = new WeakMap<QueryClient, string>()

/** Mutations of the own account and its organization. */
export const ACCOUNT_CASES: MutationCase[] = [
  {
    factory: 'saveProfile',
    prepare: async (client) => {
      const fields = profileFieldsOf(await client.fetchQuery(environmentQueries.profileForm()))
      const { extra_details: details } = await client.fetchQuery({ ...accountQueries.own(), ...NO_CACHE })
      const from = profileOf(details, fields)
      return mutation(client, saveProfile(), { fields, from, to: { ...from, city: 'Lodwar' } })
    },
    isDone: async (client) =>
      (await client.fetchQuery({ ...accountQueries.own(), ...NO_CACHE })).extra_details['city'] === 'Lodwar',
  },
  {
    factory: 'readKey',
    prepare: async (client) => mutation(client, readKey(), undefined),
    isReadOnly: true,
  },
  {
    factory: 'renewKey',
    prepare: async (client) => {
      before.set(client, await keyOf(client))
      return mutation(client, renewKey(), { password: 'demo' })
    },
    isDone: async (client) => (await keyOf(client)) !== before.get(client),
    isBodiless: true,
    hasOwnSignIn: true,
    overrides: { '504': isSeen, 'answer-lost': isSeen, empty: isSeen, 'wrong-shape': isSeen },
  },
  {
    factory: 'signOutEverywhere',
    prepare: async (client) => mutation(client, signOutEverywhere(), undefined),
    isRepeatable: true,
  },
  {
    factory: 'inviteMembers',
    prepare: async (client) =>
      mutation(client, inviteMembers(await organizationId(client)), { invitees: ['h.qasim'], role: 'member' }),
    isDone: async (client) => (await members(client)).some(({ invite }) => invite?.invitee === 'h.qasim'),
    repeatKind: 'rejected', // an invite is open
  },
  {
    factory: 'answerOrganizationInvite',
    prepare: async () => {
      const invitee = inviteeClient()
      const { url } = await invitee.fetchQuery(organizationQueries.invite(OPEN_INVITE))
      return mutation(invitee, answerOrganizationInvite(), { url, answer: 'declined' })
    },
    isOfAnotherAccount: true,
    isDone: async (client) =>
      (await client.fetchQuery({ ...organizationQueries.invite(OPEN_INVITE), ...NO_CACHE })).status === 'declined',
  },
  {
    factory: 'withdrawOrganizationInvite',
    prepare: async (client) => {
      const open = (await members(client)).find(({ invite }) => invite?.status === 'pending')
      return mutation(client, withdrawOrganizationInvite(), { url: open?.invite?.url ?? '' })
    },
    isDone: async (client) => (await members(client)).filter(({ invite }) => invite?.status === 'pending').length === 1,
    isBodiless: true,
    overrides: { '404': { kind: null, countsAsSuccess: true } },
  },
  {
    factory: 'changeMemberRole',
    prepare: async (client) =>
      mutation(client, changeMemberRole(await organizationId(client)), {
        username: 'd_mutiso',
        from: 'member',
        to: 'admin',
      }),
    isDone: async (client) =>
      (await members(client)).some((member) => member.user__username === 'd_mutiso' && member.role === 'admin'),
  },
  {
    factory: 'removeMember',
    prepare: async (client) => mutation(client, removeMember(await organizationId(client)), { username: 'd_mutiso' }),
    isDone: async (client) => !(await members(client)).some((member) => member.user__username === 'd_mutiso'),
    isBodiless: true,
    overrides: { '404': { kind: null, countsAsSuccess: true } },
  },
]
