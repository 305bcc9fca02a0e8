import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type JobPlace, jobQuery } from '#/api/batch-job/job-place.ts'
import { keptJob } from '#/api/batch-job/kept-job.ts'
import { hookQueries } from '#/api/kpi/hooks/queries.ts'
import type { HookLog } from '#/api/kpi/hooks/schema.ts'
import { sendAgainHandler, type SendAgainTypes } from './send-again-handler.ts'

const placeOf = (assetUid: string, hookUid: string): JobPlace<SendAgainTypes, HookLog> => ({
  queryKey: ['hook-retry-job', assetUid, hookUid],
  handler: (client) => sendAgainHandler(client, assetUid, hookUid),
  onSettled: (client) => void client.invalidateQueries({ queryKey: hookQueries.all(assetUid) }),
})

/** The current or last job of a service, and functions to run, stop and dismiss it. */
export function useSendAgain(assetUid: string, hookUid: string) {
  const client = useQueryClient()
  const place = useMemo(() => placeOf(assetUid, hookUid), [assetUid, hookUid])
  const { data: job = null } = useQuery(jobQuery(place))
  const control = useMemo(() => keptJob(client, place), [client, place])
  return { job, control }
}
