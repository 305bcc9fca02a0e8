import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { Page } from '#/api/pagination.ts'
import { isSettled } from '#/api/polling.ts'
import { Export, ExportSetting } from './schema.ts'

/** The server keeps so many exports of each user and project, and deletes the oldest when another one starts [1038]. */
export const KEPT_EXPORTS = 10
/** Saved settings in one request: more than anybody has. */
const MAX_SETTINGS = 1000

export const exportQueries = {
  all: (assetUid: string) => ['exports', assetUid] as const,

  /** The current user's exports of a project, newest first: nobody sees those of others [1030, 1031]. */
  list: (assetUid: string) =>
    queryOptions({
      queryKey: [...exportQueries.all(assetUid), 'list'],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/exports/`, Page(Export), { query: { limit: 100 }, signal }),
    }),

  /** The state of one export. The caller polls it: see `api/polling.ts`. */
  task: (assetUid: string, exportUid: string) =>
    queryOptions({
      queryKey: [...exportQueries.all(assetUid), 'task', exportUid],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/exports/${exportUid}/`, Export, { signal, timeout: 20_000 }),
      // A settled export does not change any more.
      staleTime: ({ state }) => (isSettled(state.data) ? Infinity : 0),
      meta: { showsError: true },
    }),

  /** The settings that are saved with a project, for everybody who may see its submissions [1041]. */
  settings: (assetUid: string) =>
    queryOptions({
      queryKey: [...exportQueries.all(assetUid), 'settings'],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/export-settings/`, Page(ExportSetting), {
          query: { limit: MAX_SETTINGS },
          signal,
        }),
    }),
}
