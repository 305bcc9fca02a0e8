import { MutationCache, QueryClient } from '@tanstack/react-query'
import { bindCache } from '#/api/client.ts'
import { connectionId, connections } from '#/api/connection.ts'
import type { ApiError } from '#/api/errors.ts'
import { retryDelay, shouldRetryQuery } from '#/api/retry.ts'

let reportError: ((error: ApiError) => void) | undefined

/** Sets the function that reports errors of mutations whose place shows none. */
export const setMutationErrorReporter = (report: (error: ApiError) => void) => void (reportError = report)

const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: shouldRetryQuery,
        retryDelay: retryDelay,
        // The browser's "offline" is a guess; a paused request would show no error.
        networkMode: 'always',
      },
      // Writes are never repeated by themselves: the first may have arrived.
      mutations: { retry: false, networkMode: 'always' },
    },
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (!mutation.meta?.showsError) reportError?.(error)
      },
    }),
  })

/** One cache per connection, so that data of one server never shows for another. `''`: without a connection. */
const clients = new Map<string, QueryClient>()

/** The cache of a connection. It lives until the connection is forgotten. */
export function clientOf(id: string): QueryClient {
  const existing = clients.get(id)
  if (existing) return existing
  const client = createQueryClient()
  bindCache(client, id)
  clients.set(id, client)
  return client
}

/** The id of the connection in use, or `''`. */
export function currentId(): string {
  const current = connections.current()
  return current ? connectionId(current) : ''
}

/** For loaders: the cache of the connection in use. Components have theirs from the provider, which follows the page. */
export const queryClient = () => clientOf(currentId())

/**
 * Clears the caches of forgotten connections and cancels their requests. Call it after the page has unmounted: mounted
 * queries would send their requests again.
 */
export function clearUnusedClients() {
  for (const [id, client] of clients) {
    if (id === '' || connections.find(id)) continue
    clients.delete(id)
    void client.cancelQueries()
    client.clear()
  }
}
