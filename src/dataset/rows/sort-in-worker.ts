import { runInWorker } from '#/lib/own-worker.ts'
import { type SortedIds, sortedIds, type SortJob } from './client-sort.ts'

const addresses = import.meta.glob<string>('./client-sort.worker.ts', {
  query: '?worker&url',
  import: 'default',
  eager: true,
})

/** Sorts beside the page, so that it stays quick; in it, where there are no workers. */
export async function sortInWorker(job: SortJob, signal: AbortSignal): Promise<SortedIds> {
  if (typeof Worker === 'undefined') return sortedIds(job)
  try {
    return await runInWorker<SortedIds>(addresses['./client-sort.worker.ts'] ?? '', job, signal)
  } catch {
    signal.throwIfAborted()
    return sortedIds(job)
  }
}
