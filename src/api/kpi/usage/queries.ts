import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { keepPreviousOf } from '#/api/keep-previous.ts'
import { Page } from '#/api/pagination.ts'
import { AccountOrganization, AssetUsage, LimitEnforcement, ServiceUsage, UsageOrganization } from './schema.ts'

/** The order of a list of projects that the server knows; `-name` from Z to A. */
export type UsageOrdering = 'status' | 'name' | '-name'

export const USAGE_PAGE_SIZE = 50

/** Who sees the usage of an organization's projects; others are refused (KPI's `IsOrgAdminPermission`). */
const seesProjects = ({ request_user_role: role }: UsageOrganization) => role === 'owner' || role === 'admin'

export const usageQueries = {
  all: () => ['usage'] as const,

  /** The account's usage; in an organization with several members that of all of them, as 0140 equals 0143. */
  service: () =>
    queryOptions({
      queryKey: [...usageQueries.all(), 'service'],
      queryFn: ({ client, signal }) => kpiOf(client).get('api/v2/service_usage/', ServiceUsage, { signal }),
      meta: { showsError: true },
    }),

  /** Whether the server refuses what exceeds a limit [0120]. */
  enforcement: () =>
    queryOptions({
      queryKey: [...usageQueries.all(), 'enforcement'],
      queryFn: async ({ client, signal }) => {
        const environment = await kpiOf(client).get('api/v2/environment/', LimitEnforcement, { signal })
        return environment.usage_limit_enforcement
      },
      staleTime: Infinity,
      meta: { showsError: true },
    }),

  /** The account's organization, with the uid by which its lists are requested; `null` where there is none [0110, 0138]. */
  organization: () =>
    queryOptions({
      queryKey: [...usageQueries.all(), 'organization'],
      queryFn: async ({ client, signal }) => {
        const { organization } = await kpiOf(client).get('me/', AccountOrganization, { signal })
        if (organization === null) return null
        const path = `api/v2/organizations/${encodeURIComponent(organization.uid)}/`
        try {
          const read = await kpiOf(client).get(path, UsageOrganization, { signal })
          return { ...read, uid: organization.uid, seesProjects: seesProjects(read) }
        } catch (error) {
          if (error instanceof ApiError && error.kind === 'not-found') return null
          throw error
        }
      },
      meta: { showsError: true },
    }),

  /**
   * One page of the usage by project. An organization's list has projects only, can be ordered by name, and starts with the
   * deployed ones [0141]; without one it is that of the account, which has library items too and no order [0144].
   */
  projects: (organization: string | null, page: number, ordering: UsageOrdering) =>
    queryOptions({
      queryKey: [...usageQueries.all(), 'projects', organization, page, ordering],
      queryFn: ({ client, signal }) => {
        const path = organization === null ? '' : `organizations/${encodeURIComponent(organization)}/`
        return kpiOf(client).get(`api/v2/${path}asset_usage/`, Page(AssetUsage), {
          query: {
            start: (page - 1) * USAGE_PAGE_SIZE,
            limit: USAGE_PAGE_SIZE,
            ordering: organization !== null && ordering !== 'status' ? ordering : undefined,
          },
          signal,
        })
      },
      placeholderData: keepPreviousOf([...usageQueries.all(), 'projects']),
      meta: { showsError: true },
    }),
}
