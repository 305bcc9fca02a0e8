import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { Page } from '#/api/pagination.ts'
import { AssetFile } from './schema.ts'

export const fileQueries = {
  /** The media files of a form, up to 1,000 [1112]. */
  media: (assetUid: string) =>
    queryOptions({
      queryKey: ['files', assetUid],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/files/`, Page(AssetFile), {
          query: { file_type: 'form_media', limit: 1000 },
          signal,
        }),
    }),
}
