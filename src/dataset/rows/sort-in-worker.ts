import { startWorker } from '#/lib/own-worker.ts'
import { type SortedIds, sortedIds, type SortJob } from './client-sort.ts'

const addresses = import.meta.glob<string>('./client-sort.worker.ts', {
  query: '?worker&url',
  import: 'default',
  eager: true,
})

/** Sorts beside the page, so that it stays quick; in it, where there are no workers. */
export function sortInWorker(job: SortJob, signal: AbortSignal): Promise<SortedIds> {
  if (typeof Worker === 'undefined') return Promise.resolve(sortedIds(job))
  const worker = startWorker(addresses['./client-sort.worker.ts'] ?? '')
  return new Promise<SortedIds>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<SortedIds>) => resolve(data))
    worker.addEventListener('error', () => resolve(sortedIds(job)))
    signal.addEventListener('abort', () => reject(signal.reason as Error))
    worker.postMessage(job)
  }).finally(() => worker.terminate())
}
