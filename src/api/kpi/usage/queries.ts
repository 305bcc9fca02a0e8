import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { keepPreviousOf } from '#/api/keep-previous.ts'
import { Organization } from '#/api/kpi/organizations/schema.ts'
import { Page } from '#/api/pagination.ts'
import { AssetUsage, LimitEnforcement, ServiceUsage } from './schema.ts'

/** The order of a list of projects that the server knows; `-name` from Z to A. */
export type UsageOrdering = 'status' | 'name' | '-name'

export const USAGE_PAGE_SIZE = 50

/** Whether one sees the usage of an organization's projects; others are refused (KPI's `IsOrgAdminPermission`). */
export const seesProjectUsage = ({ request_user_role: role }: Pick<Organization, 'request_user_role'>) =>
  role === 'owner' || role === 'admin'

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

  /** The account's organization: each account has one [0137]. `null` on servers that have none. */
  organization: () =>
    queryOptions({
      queryKey: [...usageQueries.all(), 'organization'],
      queryFn: async ({ client, signal }) => {
        try {
          const { results } = await kpiOf(client).get('api/v2/organizations/', Page(Organization), { signal })
          return results[0] ?? null
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
