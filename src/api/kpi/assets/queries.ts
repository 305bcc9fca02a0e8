import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { Page } from '#/api/pagination.ts'
import { type ProjectSearch, toQuery } from './project-search.ts'
import { Asset, AssetCounts, AssetListItem, SubmissionCounts } from './schema.ts'

/** How the list may be sorted, as `ordering` names it; `-` in front turns it round [0310]. */
export const PROJECT_ORDERS = ['name', 'date_modified', 'date_deployed', 'owner__username'] as const
export type ProjectOrder = (typeof PROJECT_ORDERS)[number] | `-${(typeof PROJECT_ORDERS)[number]}`

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
      queryFn: ({ client, signal }) =>
        kpiOf(client).get('api/v2/assets/', Page(AssetListItem), {
          query: { q: toQuery(search), ordering, start: (page - 1) * pageSize, limit: pageSize },
          signal,
        }),
    }),

  /** How many projects there are in each state, whatever the status filter says. */
  counts: (text: string) =>
    queryOptions({
      queryKey: [...assetQueries.lists(), 'counts', text],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get('api/v2/assets/counts/', AssetCounts, {
          query: { q: toQuery({ text, status: 'all' }) },
          signal,
        }),
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
