import { MutationCache, QueryClient } from '@tanstack/react-query'
import { i18n } from '#/i18n/i18n.ts'
import { notify } from '#/ui/notify.ts'

const RETRIED = new Set(['offline', 'timed-out', 'throttled', 'server-fault'])
const MAX_RETRIES = 2

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => RETRIED.has(error.kind) && count < MAX_RETRIES,
      retryDelay: (count, error) => (error.retryAfter ?? 0.5 * 2 ** count) * 1000,
      // "Offline" is the browser's guess; a paused request would hang without a word.
      networkMode: 'always',
    },
    // Writes are never repeated by themselves: the first may have arrived.
    mutations: { retry: false, networkMode: 'always' },
  },
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      if (mutation.meta?.showsError) return
      void i18n.loadNamespaces('errors').then(() =>
        notify({
          color: 'brick',
          autoClose: false,
          title: i18n.t(`errors:${error.kind ?? 'unexpected'}.title`),
          message: error.message || i18n.t(`errors:${error.kind ?? 'unexpected'}.explanation`),
        }),
      )
    },
  }),
})
