import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '#/api/errors.ts'
import { assetQueries, type ProjectPage } from '#/api/kpi/assets/queries.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'

/** Projects of one request: about 4 kB each. */
const PAGE_SIZE = 200

/**
 * Reads all projects that match a search, page by page, in the order of their names, which no change of a project by others
 * reverses meanwhile. Each is given once.
 * @throws ApiError also if one of them cannot be read: an action on "all" must not leave out one unnoticed
 */
export async function collectProjects(
  client: QueryClient,
  { search }: Pick<ProjectPage, 'search'>,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<AssetListItem[]> {
  const all = new Map<string, AssetListItem>()
  for (let page = 1; ; page += 1) {
    signal.throwIfAborted()
    const options = assetQueries.list({ search, ordering: 'name', page, pageSize: PAGE_SIZE })
    const { results, unreadable, count } = await client.query({ ...options, staleTime: 0, gcTime: 0 })
    if (unreadable.length > 0) throw new ApiError('unreadable', unreadable.map(({ id }) => id).join(', '))
    for (const project of results) all.set(project.uid, project)
    onProgress(all.size)
    if (results.length === 0 || page * PAGE_SIZE >= count) return [...all.values()]
  }
}
