import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { exportQueries } from '#/api/kpi/exports/queries.ts'
import type { Export } from '#/api/kpi/exports/schema.ts'
import { isSettled, pollInterval, SLOW_AFTER } from '#/api/polling.ts'

/** Follows an export of the list until it is settled. After a while it asks whether to keep waiting. */
export function useExportTask(assetUid: string, listed: Export) {
  const [since, setSince] = useState(Date.now)
  const [isSlow, setSlow] = useState(false)
  const { data, error, refetch } = useQuery({
    ...exportQueries.task(assetUid, listed.uid),
    enabled: !isSettled(listed),
    refetchInterval: ({ state }) => pollInterval(state, since),
    refetchIntervalInBackground: true,
    retry: false, // the next poll tries again
  })
  const task = isSettled(listed) ? listed : (data ?? listed)
  const isDone = isSettled(task)
  useEffect(() => {
    if (isDone) return
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER)
    return () => clearTimeout(timer)
  }, [since, isDone])
  return {
    task,
    /** Why its state could not be read the last time. */
    error: isDone ? null : error,
    isSlow: isSlow && !isDone,
    keepWaiting: () => {
      setSince(Date.now())
      setSlow(false)
      void refetch()
    },
  }
}
