import { MutationCache, QueryClient } from '@tanstack/react-query'
import { bindCache } from '#/api/client.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { isReadAgain, readAgainDelay } from '#/api/retry.ts'
import { i18n } from '#/i18n/i18n.ts'
import { loadNamespaces } from '#/i18n/load-words.ts'
import { notify } from '#/ui/feedback/notify.ts'

const makeClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: isReadAgain,
        retryDelay: readAgainDelay,
        // "Offline" is the browser's guess; a paused request would hang without a word.
        networkMode: 'always',
      },
      // Writes are never repeated by themselves: the first may have arrived.
      mutations: { retry: false, networkMode: 'always' },
    },
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (mutation.meta?.showsError) return
        const tell = () =>
          notify({
            color: 'brick',
            autoClose: false,
            title: i18n.t(`errors:${error.kind ?? 'unexpected'}.title`),
            message:
              (error.kind !== 'other-account' && error.message) ||
              i18n.t(`errors:${error.kind ?? 'unexpected'}.explanation`, { account: error.message }),
          })
        void loadNamespaces('errors').then(tell, tell)
      },
    }),
  })

/** One cache for each connection: what one server said is never shown as another's. `''`: without a connection. */
const clients = new Map<string, QueryClient>()

/** The cache of a connection. It lives until the connection is forgotten. */
export function clientOf(id: string): QueryClient {
  const known = clients.get(id)
  if (known) return known
  const client = makeClient()
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
 * Whoever signs out leaves nothing behind, and what goes on is given up. Not before the page has gone: with another cache
 * under it, or none, it would ask anew.
 */
export function wipeForgotten() {
  for (const [id, client] of clients) {
    if (id === '' || connections.find(id)) continue
    clients.delete(id)
    void client.cancelQueries()
    client.clear()
  }
}
