import { type QueryState, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { importQueries } from '#/api/kpi/imports/queries.ts'
import type { ImportTask } from '#/api/kpi/imports/schema.ts'
import { accountKey, type FindingCounts, type ImportItem, importsQuery, itemsOf } from './import-job.ts'
import { type ImportProgress, isRunning, isSent, nextPoll, progressOf } from './import-progress.ts'

/** The state of an import task until the first response. */
const createdTask = (uid: string): ImportTask => ({ uid, status: 'created' })

export interface ShownImport {
  id: string
  fileName: string
  /** When it was chosen. Milliseconds since 1970. */
  chosenAt: number
  /** What can be sent again; `undefined` for a file after a reload of the tab. */
  source: File | string | undefined
  progress: ImportProgress
  counts: FindingCounts | undefined
}

/** All imports of this tab, newest first, with their progress. Sends no requests: {@link useRunningImports} does. */
export function useImports(): ShownImport[] {
  const items = useItems()
  const sent = items.filter(isSent)
  const tasks = useQueries({
    queries: sent.map(({ importUid }) => ({
      ...importQueries.task(importUid),
      initialData: () => createdTask(importUid),
      enabled: false,
    })),
  })
  return items.map((item) => {
    const task = tasks[sent.findIndex(({ id }) => id === item.id)]
    const none = { data: undefined, error: null, dataUpdatedAt: 0, errorUpdatedAt: 0 }
    const { id, fileName, chosenAt, counts } = item
    return {
      id,
      fileName,
      chosenAt,
      counts,
      source: ('file' in item ? item.file : undefined) ?? item.link,
      progress: progressOf(item, task ?? none),
    }
  })
}

/** Stages that a reload of the tab would end before the server has the file. */
const UNSENT = new Set<ImportItem['stage']>(['checking', 'repeated', 'queued', 'sending'])

/**
 * The number of running imports. It also polls their tasks: use it once, in the layout of all pages, so that imports
 * continue on every page.
 */
export function useRunningImports(): number {
  const items = useItems()
  useQueries({
    queries: items.filter(isSent).map((item) => ({
      ...importQueries.task(item.importUid),
      initialData: () => createdTask(item.importUid),
      refetchOnMount: false,
      refetchInterval: ({ state }: { state: QueryState<ImportTask> }) => nextPoll(item, state),
      refetchIntervalInBackground: true,
      retry: false, // the next poll tries again
    })),
  })
  const isUnsent = items.some(({ stage }) => UNSENT.has(stage))
  useEffect(() => {
    if (!isUnsent) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isUnsent])
  return useImports().filter(({ progress }) => isRunning(progress)).length
}

const useItems = () => itemsOf(useQuery(importsQuery(accountKey(useQueryClient()))).data)

export const useHasImports = () => useItems().length > 0
