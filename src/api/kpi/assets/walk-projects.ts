import type { QueryClient } from '@tanstack/react-query'
import type { Items } from '#/api/pagination.ts'
import { assetQueries, type ProjectPage } from './queries.ts'
import type { AssetListItem } from './schema.ts'

/** Projects of one request: about 4 kB each. */
const PAGE_SIZE = 200

/**
 * Reads all projects that match a search, page by page. Each is given once, in the order of the server.
 * @param onProgress called after each page with the number of projects so far
 */
export async function walkProjects(
  client: QueryClient,
  { search, ordering }: Pick<ProjectPage, 'search' | 'ordering'>,
  signal: AbortSignal,
  onProgress?: (done: number) => void,
): Promise<Items<AssetListItem>> {
  const all = new Map<string, AssetListItem>()
  const unreadable: Items<AssetListItem>['unreadable'] = []
  for (let page = 1; ; page += 1) {
    signal.throwIfAborted()
    const options = assetQueries.list({ search, ordering, page, pageSize: PAGE_SIZE })
    const part = await client.query({ ...options, staleTime: 0, gcTime: 0 })
    unreadable.push(...part.unreadable)
    for (const project of part.results) all.set(project.uid, project)
    onProgress?.(all.size)
    const isLast = part.results.length + part.unreadable.length === 0 || page * PAGE_SIZE >= part.count
    if (isLast) return { results: [...all.values()], unreadable }
  }
}
