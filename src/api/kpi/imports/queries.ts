import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { isSettled } from '#/api/polling.ts'
import { ImportTask } from './schema.ts'

export const importQueries = {
  all: () => ['imports'] as const,

  /** The status of an import. The caller polls it: see `api/polling.ts`. */
  task: (importUid: string) =>
    queryOptions({
      queryKey: [...importQueries.all(), 'task', importUid],
      queryFn: async ({ client, signal }) => {
        const task = await kpiOf(client).get(`api/v2/imports/${importUid}/`, ImportTask, { signal, timeout: 20_000 })
        // The lists of projects are outdated now.
        if (task.status === 'complete') void client.invalidateQueries({ queryKey: assetQueries.lists() })
        return task
      },
      // A settled import does not change any more.
      staleTime: ({ state }) => (isSettled(state.data) ? Infinity : 0),
      gcTime: Infinity,
      meta: { showsError: true },
    }),
}
