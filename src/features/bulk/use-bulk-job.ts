import { mutationOptions, type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ApiError } from '#/api/errors.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { type BulkJob, isUnderWay } from './bulk-job.ts'
import { runJob } from './bulk-run.ts'

/** What was done last to submissions of a project, kept until it is put away or something else is done. */
const kept = (assetUid: string) => ['bulk-job', assetUid] as const

const keptJob = (client: QueryClient, assetUid: string) => client.getQueryData<BulkJob | null>(kept(assetUid)) ?? null

/** One change for the rest of the app, however many requests: other tabs are told once, at its end. */
const doToMany = (assetUid: string) =>
  mutationOptions<BulkJob, ApiError, BulkJob>({
    mutationKey: kept(assetUid),
    mutationFn: async (job, { client }) =>
      runJob(client, job, {
        assetUid,
        // Also where it was forgotten: somebody signed out.
        isToStop: () => keptJob(client, assetUid)?.phase !== 'running',
        onChange: (next) =>
          client.setQueryData<BulkJob | null>(kept(assetUid), (before) =>
            before?.phase === 'stopping' && next.phase === 'running' ? { ...next, phase: 'stopping' } : before && next,
          ),
      }),
    onSettled: (job, _error, _begun, _before, { client }) => {
      void client.invalidateQueries({ queryKey: submissionQueries.all(assetUid) })
      const isRefused = job?.fault?.kind === 'forbidden' || job?.fault?.kind === 'not-found'
      const changesCount = job?.action.kind === 'delete' || job?.action.kind === 'duplicate'
      if (isRefused || changesCount) void client.invalidateQueries({ queryKey: assetQueries.all() })
    },
  })

/** What is done, or was done last, to many submissions of a project. */
export const useBulkJob = (assetUid: string): BulkJob | null =>
  useQuery<BulkJob | null>({ queryKey: kept(assetUid), queryFn: skipToken, initialData: null, gcTime: Infinity })
    .data ?? null

/** Begins, stops and puts away. */
export function useBulkControl(assetUid: string) {
  const client = useQueryClient()
  return useMemo(
    () => ({
      /** Begins a job, or goes on with one; nothing where another is under way. */
      run: (job: BulkJob) => {
        const before = keptJob(client, assetUid)
        if (before && isUnderWay(before)) return
        client.setQueryData(kept(assetUid), { ...job, phase: 'running', fault: null })
        void client.getMutationCache().build(client, doToMany(assetUid)).execute(job)
      },
      stop: () =>
        client.setQueryData<BulkJob | null>(kept(assetUid), (job) =>
          job?.phase === 'running' ? { ...job, phase: 'stopping' } : job,
        ),
      putAway: () =>
        client.setQueryData<BulkJob | null>(kept(assetUid), (job) => (job && isUnderWay(job) ? job : null)),
    }),
    [client, assetUid],
  )
}
