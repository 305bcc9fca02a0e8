import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { keepPreviousOf } from '#/api/keep-previous.ts'
import { contains } from '#/api/kpi/assets/search-conditions.ts'
import { Page } from '#/api/pagination.ts'
import { ProjectView, ViewedAsset } from './schema.ts'

interface ViewPage {
  /** Part of a project's name; empty for all. */
  text: string
  /** Counts from 1. */
  page: number
  pageSize: number
}

export const projectViewQueries = {
  /** The project views that an administrator has assigned to the account [0145, 1344]. */
  list: () =>
    queryOptions({
      queryKey: ['project-views'],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get('api/v2/project-views/', Page(ProjectView), { query: { limit: 100 }, signal }),
      meta: { showsError: true },
    }),
  /** The projects of a view, newest change first [1345]. */
  projects: (viewUid: string, { text, page, pageSize }: ViewPage) =>
    queryOptions({
      queryKey: ['project-views', viewUid, { text, page, pageSize }],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/project-views/${viewUid}/assets/`, Page(ViewedAsset), {
          query: {
            q: text === '' ? undefined : contains('name', text),
            ordering: '-date_modified',
            limit: pageSize,
            start: (page - 1) * pageSize,
          },
          signal,
        }),
      placeholderData: keepPreviousOf(['project-views', viewUid]),
      meta: { showsError: true },
    }),
}
