import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { type ProjectsPage, viewedProjectsQueryOptions } from '#/api/kpi/project-views/queries.ts'
import { Me } from '#/api/kpi/session/schema.ts'
import { Page } from '#/api/pagination.ts'
import { Organization, OrganizationInvite, OrganizationMember } from './schema.ts'

/** Members in one request, which are all of most organizations. */
export const MEMBERS_PAGE = 100

/** Identifies an invite to join an organization. */
export interface InviteId {
  organization: string
  guid: string
}

export const organizationQueries = {
  all: () => ['organizations'] as const,
  /**
   * The organization of the account; `null` if the server names none [0137]. Someone who was removed from one has none until
   * the account itself is read (seen on a real KPI).
   */
  own: () =>
    queryOptions({
      queryKey: [...organizationQueries.all(), 'own'],
      queryFn: async ({ client, signal }) => {
        const kpi = kpiOf(client)
        const list = async () => kpi.get('api/v2/organizations/', Page(Organization), { signal })
        let { results, unreadable } = await list()
        if (results.length === 0 && unreadable.length === 0) {
          await kpi.get('me/', Me, { signal })
          ;({ results, unreadable } = await list())
        }
        return { organization: results[0] ?? null, unreadable }
      },
      meta: { showsError: true },
    }),
  /** Members, and those with an open invite [0139]. `page` counts from 1. */
  members: (id: string, page: number) =>
    queryOptions({
      queryKey: [...organizationQueries.all(), 'members', id, page],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/organizations/${id}/members/`, Page(OrganizationMember), {
          query: { limit: MEMBERS_PAGE, start: (page - 1) * MEMBERS_PAGE },
          signal,
        }),
      meta: { showsError: true },
    }),
  /** The projects of an organization, for its administrators: 403 for members [0142]. The list of projects has not all of them. */
  projects: (id: string, page: ProjectsPage) =>
    viewedProjectsQueryOptions(
      [...organizationQueries.all(), 'projects', id],
      `api/v2/organizations/${id}/assets/`,
      page,
    ),
  /** One invite, which the invited person may see (KPI's source). No list has the invites that somebody got. */
  invite: ({ organization, guid }: InviteId) =>
    queryOptions({
      queryKey: [...organizationQueries.all(), 'invite', organization, guid],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/organizations/${organization}/invites/${guid}/`, OrganizationInvite, { signal }),
      meta: { showsError: true },
    }),
}

/** The invite in the link of KoboToolbox's email: `…?organization_invite=…&organization_id=…` (KPI's source). */
export function inviteInLink(text: string): InviteId | null {
  const guid = /[?&]organization_invite=([0-9a-f-]{36})(?:&|$|\s)/i.exec(text)?.[1]
  const organization = /[?&]organization_id=(org[0-9A-Za-z]+)/.exec(text)?.[1]
  return guid === undefined || organization === undefined ? null : { guid, organization }
}
