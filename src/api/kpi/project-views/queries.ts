import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { keepPreviousOf } from '#/api/keep-previous.ts'
import { contains } from '#/api/kpi/assets/search-conditions.ts'
import { Page } from '#/api/pagination.ts'
import { ProjectView, ViewedAsset } from './schema.ts'

/** One page of a list of projects that is searched on the server. */
export interface ProjectsPage {
  /** Part of a project's name; empty for all. */
  text: string
  /** Counts from 1. */
  page: number
  pageSize: number
}

/** The projects of a list other than that of the own and shared ones, newest change first [0142, 1345]. */
export const viewedProjectsQueryOptions = (
  queryKey: readonly string[],
  path: string,
  { text, page, pageSize }: ProjectsPage,
) =>
  queryOptions({
    queryKey: [...queryKey, { text, page, pageSize }],
    queryFn: ({ client, signal }) =>
      kpiOf(client).get(path, Page(ViewedAsset), {
        query: {
          q: text === '' ? undefined : contains('name', text),
          ordering: '-date_modified',
          limit: pageSize,
          start: (page - 1) * pageSize,
        },
        signal,
      }),
    placeholderData: keepPreviousOf(queryKey),
    meta: { showsError: true },
  })

export const projectViewQueries = {
  /** The project views that an administrator has assigned to the account [0145, 1344]. */
  list: () =>
    queryOptions({
      queryKey: ['project-views'],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get('api/v2/project-views/', Page(ProjectView), { query: { limit: 100 }, signal }),
      meta: { showsError: true },
    }),
  /** The projects of a view [1345]. */
  projects: (viewUid: string, page: ProjectsPage) =>
    viewedProjectsQueryOptions(['project-views', viewUid], `api/v2/project-views/${viewUid}/assets/`, page),
}
