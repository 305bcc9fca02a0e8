import { startWorker } from '#/lib/own-worker.ts'
import { type ConditionPort, createConditionQueue } from './condition-queue.ts'
import type { Evaluate } from './condition.ts'

// The URL of the worker's file in the build: `new Worker` needs it to pass the Content-Security-Policy.
const urls = import.meta.glob<string>('./condition.worker.ts', {
  query: '?worker&url',
  import: 'default',
  eager: true,
})

function startConditionWorker(): ConditionPort {
  const worker = startWorker(urls['./condition.worker.ts'] ?? '')
  return {
    post: (batch) => worker.postMessage(batch),
    listen: (onReply, onError) => {
      worker.addEventListener('message', ({ data }) => onReply(data))
      worker.addEventListener('error', onError)
      worker.addEventListener('messageerror', onError)
    },
    terminate: () => worker.terminate(),
  }
}

const queue = createConditionQueue(startConditionWorker)

/** Evaluates a condition in a worker, so that no form can block the page; without workers, in the page. */
export const evaluateCondition: Evaluate = async (condition, signal) => {
  if (typeof Worker !== 'undefined') return queue(condition, signal)
  const { conditionHolds } = await import('./evaluate-condition.ts')
  signal?.throwIfAborted()
  return conditionHolds(condition)
}
