import { type QueryState, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { importQueries } from '#/api/kpi/imports/queries.ts'
import type { ImportTask } from '#/api/kpi/imports/schema.ts'
import { accountKey, importJobs } from './import-jobs.ts'
import { type ImportProgress, isRunning, isSent, nextPoll, progressOf } from './import-progress.ts'

/** Until the first answer: the server has it, and no more is known. */
const justSent = (uid: string): ImportTask => ({ uid, status: 'created' })

export interface ShownImport {
  id: string
  fileName: string
  progress: ImportProgress
}

/** Every import of this tab, newest first, as far as it has come. Asks nobody: {@link useRunningImports} does. */
export function useImports(): ShownImport[] {
  const jobs = useJobs()
  const sent = jobs.filter(isSent)
  const tasks = useQueries({
    queries: sent.map(({ importUid }) => ({
      ...importQueries.task(importUid),
      initialData: () => justSent(importUid),
      enabled: false,
    })),
  })
  return jobs.map((job) => {
    const task = tasks[sent.findIndex(({ id }) => id === job.id)]
    const none = { data: undefined, error: null, dataUpdatedAt: 0, errorUpdatedAt: 0 }
    return { id: job.id, fileName: job.fileName, progress: progressOf(job, task ?? none) }
  })
}

/**
 * How many imports go on. It also asks the server how they are: mount it once, in what stands around every page, so
 * that imports go on while people do other things.
 */
export function useRunningImports(): number {
  const jobs = useJobs()
  useQueries({
    queries: jobs.filter(isSent).map((job) => ({
      ...importQueries.task(job.importUid),
      initialData: () => justSent(job.importUid),
      refetchOnMount: false,
      refetchInterval: ({ state }: { state: QueryState<ImportTask> }) => nextPoll(job, state),
      refetchIntervalInBackground: true,
      retry: false, // the next question is the next try
    })),
  })
  const isSending = jobs.some(({ stage }) => stage === 'sending')
  useEffect(() => {
    if (!isSending) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isSending])
  return useImports().filter(({ progress }) => isRunning(progress)).length
}

const useJobs = () => useQuery(importJobs(accountKey(useQueryClient()))).data

export const useHasImports = () => useJobs().length > 0
