import type { SortKey } from '#/dataset/model/sort-keys.ts'
import { startWorker } from '#/lib/own-worker.ts'
import { type SortedIds, sortedIds } from './client-sort.ts'

const addresses = import.meta.glob<string>('./client-sort.worker.ts', {
  query: '?worker&url',
  import: 'default',
  eager: true,
})

/** Sorts beside the page, so that it stays quick; in it, where there are no workers. */
export function sortInWorker(keys: readonly SortKey[], signal: AbortSignal): Promise<SortedIds> {
  if (typeof Worker === 'undefined') return Promise.resolve(sortedIds(keys))
  const worker = startWorker(addresses['./client-sort.worker.ts'] ?? '')
  return new Promise<SortedIds>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<SortedIds>) => resolve(data))
    worker.addEventListener('error', () => resolve(sortedIds(keys)))
    signal.addEventListener('abort', () => reject(signal.reason as Error))
    worker.postMessage(keys)
  }).finally(() => worker.terminate())
}
