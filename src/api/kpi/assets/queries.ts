import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { MinimalAssets } from '#/api/kpi/asset-metadata/schema.ts'
import { Page } from '#/api/pagination.ts'
import { ALL_PROJECTS, type ProjectSearch, toQuery } from './project-search.ts'
import { Asset, AssetCounts, AssetListItem, SubmissionCounts } from './schema.ts'

/**
 * Values of `ordering`; a leading `-` reverses the order [0310]. KPI's source has no others of use here: not the date of
 * creation, questions, submissions, countries, tags or access.
 */
export const PROJECT_ORDERS = [
  'name',
  '_deployment_status',
  'owner__username',
  'date_modified',
  'date_deployed',
  'settings__sector__value',
  'settings__description',
] as const
export type ProjectSortField = (typeof PROJECT_ORDERS)[number]
export type ProjectOrder = ProjectSortField | `-${ProjectSortField}`

export interface ProjectPage {
  search: ProjectSearch
  ordering: ProjectOrder
  /** Counts from 1. */
  page: number
  pageSize: number
}

export const assetQueries = {
  all: () => ['assets'] as const,
  lists: () => [...assetQueries.all(), 'list'] as const,

  /** One page of the projects that match. */
  list: ({ search, ordering, page, pageSize }: ProjectPage) =>
    queryOptions({
      queryKey: [...assetQueries.lists(), { search, ordering, page, pageSize }],
      queryFn: async ({ client, signal }) => {
        if (search.public !== undefined) {
          const { filteredPage } = await import('./public-projects.ts')
          return filteredPage(client, signal, {
            search: { ...search, public: search.public },
            ordering,
            page,
            pageSize,
          })
        }
        return kpiOf(client).get('api/v2/assets/', Page(AssetListItem), {
          query: { q: toQuery(search), ordering, start: (page - 1) * pageSize, limit: pageSize },
          signal,
        })
      },
    }),

  /** The number of matching projects by status, regardless of the status filter. */
  counts: (search: ProjectSearch) => {
    const ofAnyStatus: ProjectSearch = { ...search, status: 'all' }
    return queryOptions({
      queryKey: [...assetQueries.lists(), 'counts', ofAnyStatus],
      queryFn: async ({ client, signal }) => {
        if (search.public !== undefined) {
          const { filteredCounts } = await import('./public-projects.ts')
          return filteredCounts(client, signal, { ...search, public: search.public })
        }
        return kpiOf(client).get('api/v2/assets/counts/', AssetCounts, { query: { q: toQuery(ofAnyStatus) }, signal })
      },
    })
  },

  /** The names of all projects, up to 1,000. */
  names: () =>
    queryOptions({
      queryKey: [...assetQueries.lists(), 'names'],
      queryFn: async ({ client, signal }) => {
        const query = { q: toQuery(ALL_PROJECTS), limit: 1000 }
        const { results } = await kpiOf(client).get('api/v2/assets/minimal-list/', MinimalAssets, { query, signal })
        return results.results
      },
      meta: { showsError: true }, // only for details of other information
    }),

  /** One project with its form. */
  detail: (assetUid: string) =>
    queryOptions({
      queryKey: [...assetQueries.all(), 'detail', assetUid],
      queryFn: ({ client, signal }) => kpiOf(client).get(`api/v2/assets/${assetUid}/`, Asset, { signal }),
    }),

  /** Submissions per day, the last `days` days. 404 for a draft [1337]. */
  submissionCounts: (assetUid: string, days: number) =>
    queryOptions({
      queryKey: [...assetQueries.all(), 'submission-counts', assetUid, days],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/counts/`, SubmissionCounts, { query: { days }, signal }),
    }),
}
