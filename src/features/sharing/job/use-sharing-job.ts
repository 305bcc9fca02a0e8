import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { jobQuery } from '#/api/batch-job/job-place.ts'
import { keptJob } from '#/api/batch-job/kept-job.ts'
import { type SharingJob, sharingPlace } from './sharing-job.ts'

/** The current or last job of a project that changes the access of people; `null` for none. */
export const useSharingJob = (assetUid: string): SharingJob | null =>
  useQuery(jobQuery(sharingPlace(assetUid))).data ?? null

/** Functions to run, stop and dismiss it. */
export function useSharingJobControl(assetUid: string) {
  const client = useQueryClient()
  return useMemo(() => keptJob(client, sharingPlace(assetUid)), [client, assetUid])
}
