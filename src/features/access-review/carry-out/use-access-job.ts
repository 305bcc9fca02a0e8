import { hashKey, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type JobPlace, jobQuery } from '#/api/batch-job/job-place.ts'
import { keptJob } from '#/api/batch-job/kept-job.ts'
import { accessQueries } from '#/api/kpi/access/queries.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { accessHandler, type ReadAccess } from './access-handler.ts'
import type { AccessJob, AccessJobTypes } from './access-job.ts'

/** Where the job is stored, and what it invalidates: the review itself has followed each change. */
const accessPlace: JobPlace<AccessJobTypes, ReadAccess> = {
  queryKey: ['access-job'],
  handler: accessHandler,
  onSettled: (client: QueryClient) => {
    const review = hashKey(accessQueries.projects().queryKey)
    void client.invalidateQueries({
      queryKey: assetQueries.all(),
      predicate: ({ queryKey }) => hashKey(queryKey) !== review,
    })
    void client.invalidateQueries({ queryKey: ['permissions'] })
  },
}

/** The current or last job that changes access; `null` for none. */
export const useAccessJob = (): AccessJob | null => useQuery(jobQuery(accessPlace)).data ?? null

/** Functions to run, stop and dismiss it. */
export function useAccessJobControl() {
  const client = useQueryClient()
  return useMemo(() => keptJob(client, accessPlace), [client])
}
