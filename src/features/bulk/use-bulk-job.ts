import { hashKey, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type JobPlace, jobQuery } from '#/api/batch-job/job-place.ts'
import { keptJob } from '#/api/batch-job/kept-job.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { handlerOf } from './bulk-handlers.ts'
import type { BulkJob, BulkTypes } from './bulk-job.ts'

/** Where the bulk job of a project is stored, and what it invalidates. */
const bulkPlace = (assetUid: string): JobPlace<BulkTypes, Submission> => ({
  queryKey: ['bulk-job', assetUid],
  handler: (client, job) => handlerOf(client, assetUid, job.action),
  onSettled: (client, job) => {
    const isStatus = job?.action.kind === 'status' || job?.action.kind === 'undoStatus'
    const columns = hashKey(submissionQueries.columnLists(assetUid))
    // A changed status leaves the columns that were loaded beside the rows as they are.
    void client.invalidateQueries({
      queryKey: submissionQueries.all(assetUid),
      predicate: ({ queryKey }) => !isStatus || hashKey(queryKey.slice(0, -1)) !== columns,
    })
    const isRefused = job?.fault?.kind === 'forbidden' || job?.fault?.kind === 'not-found'
    const changesCount = job?.action.kind === 'delete' || job?.action.kind === 'duplicate'
    if (isRefused || changesCount) void client.invalidateQueries({ queryKey: assetQueries.all() })
  },
})

/** The current or last bulk job of a project; `null` for none. */
export const useBulkJob = (assetUid: string): BulkJob | null => useQuery(jobQuery(bulkPlace(assetUid))).data ?? null

/** Functions to run, stop and dismiss the bulk job of a project. */
export function useBulkControl(assetUid: string) {
  const client = useQueryClient()
  return useMemo(() => keptJob(client, bulkPlace(assetUid)), [client, assetUid])
}
