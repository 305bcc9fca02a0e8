import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '#/api/errors.ts'
import type { ProjectPage } from '#/api/kpi/assets/queries.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { walkProjects } from '#/api/kpi/assets/walk-projects.ts'

/**
 * Reads all projects that match a search, in the order of their names, which no change of a project by others reverses
 * meanwhile.
 * @throws ApiError also if one of them cannot be read: an action on "all" must not leave out one unnoticed
 */
export async function collectProjects(
  client: QueryClient,
  { search }: Pick<ProjectPage, 'search'>,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<AssetListItem[]> {
  const { results, unreadable } = await walkProjects(client, { search, ordering: 'name' }, signal, onProgress)
  if (unreadable.length > 0) throw new ApiError('unreadable', unreadable.map(({ id }) => id).join(', '))
  return results
}
