import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { MinimalAssets } from '#/api/kpi/asset-metadata/schema.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { Page } from '#/api/pagination.ts'

export const projectQueries = {
  /** One project as the list has it, which is smaller than its detail; `null` if it is not in the list (any more). */
  listed: (assetUid: string) =>
    queryOptions({
      queryKey: [...assetQueries.lists(), 'listed', assetUid],
      queryFn: async ({ client, signal }) => {
        const query = { q: `uid:"${assetUid}"`, limit: 1 }
        const { results, unreadable } = await kpiOf(client).get('api/v2/assets/', Page(AssetListItem), {
          query,
          signal,
        })
        if (unreadable.length > 0) throw new ApiError('unreadable', '')
        return results[0] ?? null
      },
    }),

  /** The templates that the user can see: the forms of new projects. Up to 1,000. */
  templates: () =>
    queryOptions({
      queryKey: [...assetQueries.lists(), 'templates'],
      queryFn: async ({ client, signal }) => {
        const query = { q: 'asset_type:template', limit: 1000 }
        const { results } = await kpiOf(client).get('api/v2/assets/minimal-list/', MinimalAssets, { query, signal })
        return results.results
      },
      meta: { showsError: true },
    }),
}
