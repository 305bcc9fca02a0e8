import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { logOptions, walkLog } from '#/api/log-pages.ts'
import { Page } from '#/api/pagination.ts'
import { HistoryActions, HistoryEntry } from './schema.ts'
import { historyQuery, type HistorySearch } from './search.ts'

interface HistoryPage {
  start: number
  limit: number
}

const PAGE_SIZE = 100

const getEntries = async (
  client: QueryClient,
  assetUid: string,
  search: HistorySearch,
  { start, limit }: HistoryPage,
  signal: AbortSignal,
) =>
  kpiOf(client).get(`api/v2/assets/${assetUid}/history/`, Page(HistoryEntry), {
    query: { q: historyQuery(search), start, limit },
    signal,
  })

export const historyQueries = {
  all: (assetUid: string) => ['history', assetUid] as const,

  /** A project's history, newest first: KPI ignores `ordering`. 403 without `manage_asset` [0365, 2007]. */
  entries: (assetUid: string, search: HistorySearch) =>
    logOptions([...historyQueries.all(assetUid), search], PAGE_SIZE, async ({ client, signal }, page) =>
      getEntries(client, assetUid, search, page, signal),
    ),

  /** The actions that occur in a project's history [0364, 2005]. */
  actions: (assetUid: string) =>
    queryOptions({
      queryKey: [...historyQueries.all(assetUid), 'actions'],
      queryFn: async ({ client, signal }) => {
        const { actions } = await kpiOf(client).get(`api/v2/assets/${assetUid}/history/actions/`, HistoryActions, {
          signal,
        })
        return actions
      },
      meta: { showsError: true },
    }),
}

/** Loads all entries that match, for a file. @see walkLog */
export const walkHistory = (client: QueryClient, assetUid: string, search: HistorySearch, signal: AbortSignal) =>
  walkLog(async (page) => getEntries(client, assetUid, search, page, signal), signal)
