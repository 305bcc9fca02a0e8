import { type QueryClient, type QueryKey, queryOptions, skipToken } from '@tanstack/react-query'
import type { BatchHandler } from '#/lib/batch-job/batch-handler.ts'
import type { BatchJob, JobTypes } from '#/lib/batch-job/batch-job.ts'

/** A place for one job in the query cache of a connection, and how it is carried out. */
export interface JobPlace<T extends JobTypes, Item> {
  queryKey: QueryKey
  /** The handler for one run. */
  handler: (client: QueryClient, job: BatchJob<T>) => BatchHandler<T, Item>
  /** What a reload of the tab left of it. */
  restore?: () => BatchJob<T> | null
  /** After each change, and after it was dismissed. */
  onChange?: (job: BatchJob<T> | null) => void
  /** After each run; `null` where it was forgotten meanwhile. */
  onSettled?: (client: QueryClient, job: BatchJob<T> | null) => void
}

/** The job that is kept in a place, or `null`. It stays until it is dismissed, or another takes its place. */
export const jobQuery = <T extends JobTypes>({
  queryKey,
  restore,
}: Pick<JobPlace<T, unknown>, 'queryKey' | 'restore'>) =>
  queryOptions<BatchJob<T> | null>({
    queryKey,
    queryFn: skipToken,
    initialData: () => restore?.() ?? null,
    gcTime: Infinity,
    structuralSharing: false,
  })
