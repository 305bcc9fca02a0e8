import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { ImportTask } from './schema.ts'

export const importQueries = {
  all: () => ['imports'] as const,

  /** The status of an import. The caller polls it with {@link pollDelay}. */
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

export const isSettled = (task: ImportTask | undefined) => task?.status === 'complete' || task?.status === 'error'

const FIRST_DELAY = 500
const MAX_DELAY = 5000
const GROWTH = 1.4

/** Milliseconds before the `count`-th poll (from 1): from 500 up to 5000. */
export const pollDelay = (count: number) => Math.min(MAX_DELAY, FIRST_DELAY * GROWTH ** Math.max(0, count - 1))

/** Milliseconds after which the interface shows that an import is slow, and asks whether to keep waiting. */
export const SLOW_AFTER = 120_000
