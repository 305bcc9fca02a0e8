import { queryOptions } from '@tanstack/react-query'
import { kpi } from '../client.ts'
import { ImportTask } from './schema.ts'

export const importQueries = {
  all: () => ['imports'] as const,

  /** State of one import. Polling is up to the caller: {@link pollDelay}. */
  task: (importUid: string) =>
    queryOptions({
      queryKey: [...importQueries.all(), 'task', importUid],
      queryFn: ({ signal }) => kpi.get(`api/v2/imports/${importUid}/`, ImportTask, { signal, timeout: 20_000 }),
      staleTime: 0,
      gcTime: Infinity,
    }),
}

const FIRST_DELAY = 500
const LONGEST_DELAY = 5000
const GROWTH = 1.4

/** Milliseconds to wait before asking for the `count`-th time (from 1): from half a second up to five. */
export const pollDelay = (count: number) => Math.min(LONGEST_DELAY, FIRST_DELAY * GROWTH ** Math.max(0, count - 1))

/** Milliseconds after which the person is told that it takes long, and asked whether to keep waiting. */
export const PATIENCE = 120_000
