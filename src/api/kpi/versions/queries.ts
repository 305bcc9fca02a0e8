import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { VersionDetail } from './schema.ts'

export const versionQueries = {
  /** A version of a form, which never changes [0362]. */
  detail: (assetUid: string, versionUid: string) =>
    queryOptions({
      queryKey: ['versions', assetUid, versionUid],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/versions/${versionUid}/`, VersionDetail, { signal }),
      staleTime: Infinity,
      meta: { showsError: true },
    }),
}
