import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { ImportTask } from './schema.ts'

export const importQueries = {
  all: () => ['imports'] as const,

  /** State of one import. Polling is up to the caller: {@link pollDelay}. */
  task: (importUid: string) =>
    queryOptions({
      queryKey: [...importQueries.all(), 'task', importUid],
      queryFn: async ({ client, signal }) => {
        const task = await kpiOf(client).get(`api/v2/imports/${importUid}/`, ImportTask, { signal, timeout: 20_000 })
        // The lists of projects are one short from now on.
        if (task.status === 'complete') void client.invalidateQueries({ queryKey: assetQueries.lists() })
        return task
      },
      // What has ended does not change any more.
      staleTime: ({ state }) => (isSettled(state.data) ? Infinity : 0),
      gcTime: Infinity,
      meta: { showsError: true },
    }),
}

export const isSettled = (task: ImportTask | undefined) => task?.status === 'complete' || task?.status === 'error'

const FIRST_DELAY = 500
const LONGEST_DELAY = 5000
const GROWTH = 1.4

/** Milliseconds to wait before asking for the `count`-th time (from 1): from half a second up to five. */
export const pollDelay = (count: number) => Math.min(LONGEST_DELAY, FIRST_DELAY * GROWTH ** Math.max(0, count - 1))

/** Milliseconds after which the person is told that it takes long, and asked whether to keep waiting. */
export const PATIENCE = 120_000
