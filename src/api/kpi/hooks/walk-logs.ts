import type { QueryClient } from '@tanstack/react-query'
import { hookQueries } from './queries.ts'
import type { HookLog } from './schema.ts'

const PAGE_SIZE = 1000

interface WalkedLogs {
  results: HookLog[]
  /** Entries that cannot be read: of which submissions is not known. */
  unreadable: number
  /** The number of entries in all pages. */
  count: number
}

/**
 * Loads the whole log of a service, page by page. New entries come first, so that pages move on and entries can come
 * twice: the caller keeps one of each.
 */
export async function* walkLogs(
  client: QueryClient,
  assetUid: string,
  hookUid: string,
  signal: AbortSignal,
): AsyncGenerator<WalkedLogs, void, void> {
  for (let page = 1; ; page += 1) {
    signal.throwIfAborted()
    const options = { ...hookQueries.logs(assetUid, hookUid, { page, pageSize: PAGE_SIZE }), staleTime: 0, gcTime: 0 }
    const { results, unreadable, count } = await client.query(options)
    signal.throwIfAborted()
    yield { results, unreadable: unreadable.length, count }
    if (results.length + unreadable.length === 0 || page * PAGE_SIZE >= count) return
  }
}
