import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { Page } from '#/api/pagination.ts'
import { Version, VersionDetail } from './schema.ts'

export const versionQueries = {
  /** All deployed versions, newest first, up to 1,000; the project itself has 100 of them [1304, 2372]. */
  deployed: (assetUid: string) =>
    queryOptions({
      queryKey: ['versions', assetUid, 'deployed'],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/versions/`, Page(Version), {
          query: { deployed: 'True', limit: 1000 },
          signal,
        }),
      meta: { showsError: true },
    }),

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
