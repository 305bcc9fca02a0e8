import type { OrganizationRecord } from '#/demo/records.ts'
import { randomOf, uidOf, uuidOf } from './random.ts'

const DAY = 86_400_000

/** The owner of the organization is the visitor of the demo. */
const MEMBERS = ['amina', 'd_mutiso'] as const

/** An invite that g.furaha has not answered yet. */
export const OPEN_INVITE = {
  organization: uidOf('org', randomOf('organization', 'Lake Turkana Relief')),
  guid: uuidOf(randomOf('organization-invite', 'g.furaha')),
  invitee: 'g.furaha',
} as const

/** On KoboToolbox most accounts are alone in an organization of their own; this one has several members. */
export function seedOrganizations(today: number): OrganizationRecord[] {
  const moment = (daysAgo: number) => new Date(today - daysAgo * DAY).toISOString().replace(/\.\d+Z$/, 'Z')
  const invite = (guid: string, invitee: string, daysAgo: number) => ({
    guid,
    invited_by: 'demo',
    invitee,
    role: 'member' as const,
    status: 'pending' as const,
    created: moment(daysAgo),
    modified: moment(daysAgo),
  })
  return [
    {
      id: OPEN_INVITE.organization,
      name: 'Lake Turkana Relief',
      website: 'https://relief.example.org',
      organization_type: 'non-profit',
      created: moment(660),
      owner: 'demo',
      members: MEMBERS.map((username, at) => ({
        username,
        role: at === 0 ? ('admin' as const) : ('member' as const),
        joined: moment(420 - at * 200),
      })),
      invites: [
        invite(OPEN_INVITE.guid, OPEN_INVITE.invitee, 3),
        invite(uuidOf(randomOf('organization-invite', 'email')), 'field.office@example.org', 9),
      ],
    },
  ]
}

/** Whether two accounts are of one organization, so that they transfer nothing to each other [2311]. */
export const isSameOrganization = (organizations: readonly OrganizationRecord[], one: string, other: string) =>
  one === other ||
  organizations.some(({ owner, members }) =>
    [one, other].every((name) => name === owner || members.some(({ username }) => username === name)),
  )
