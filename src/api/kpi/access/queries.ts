import { type InfiniteData, infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Access } from '#/api/kpi/permissions/people.ts'
import { Page } from '#/api/pagination.ts'
import type { ProjectAccess } from './project-access.ts'
import { ProjectAccessItem } from './schema.ts'

/** Projects in one request: with 18 permissions each they are up to 800 kB, and compressed a tenth of that (NOTES). */
const PAGE_SIZE = 100

export const accessQueries = {
  /** All projects with who can do what in them, page by page, from the list itself: no request per project. */
  projects: () =>
    infiniteQueryOptions({
      queryKey: [...assetQueries.lists(), 'access'],
      queryFn: async ({ client, signal, pageParam }) => {
        const query = { q: 'asset_type:survey', ordering: 'name', start: pageParam, limit: PAGE_SIZE }
        const page = await kpiOf(client).get('api/v2/assets/', Page(ProjectAccessItem), { query, signal })
        return { ...page, start: pageParam, loadedAt: Date.now() }
      },
      initialPageParam: 0,
      getNextPageParam: ({ start, count, results, unreadable }) => {
        const loaded = results.length + unreadable.length
        return loaded > 0 && start + loaded < count ? start + loaded : null
      },
      structuralSharing: false, // compares maps by identity, and would copy all pages for it
    }),
}

type Pages = InfiniteData<Page<ProjectAccess> & { start: number; loadedAt: number }, number>

/** Replaces the stored access of one project by what was read, so that the list need not be loaded again. */
export function rememberAccess(
  client: QueryClient,
  uid: string,
  accessOf: (owner: string) => ReadonlyMap<string, Access>,
) {
  client.setQueryData<Pages>(accessQueries.projects().queryKey, (data) => {
    if (!data) return data
    const pages = data.pages.map((page) => {
      const index = page.results.findIndex((project) => project.uid === uid)
      const project = page.results[index]
      return project
        ? { ...page, results: page.results.with(index, { ...project, people: accessOf(project.owner) }) }
        : page
    })
    return { ...data, pages }
  })
}
