import { startWorker } from '#/lib/own-worker.ts'
import { type ConditionPort, createConditionQueue } from './condition-queue.ts'
import type { Evaluate } from './condition.ts'

// The address of a worker's file in the build: `new Worker` gets it through the policy.
const addresses = import.meta.glob<string>('./condition.worker.ts', {
  query: '?worker&url',
  import: 'default',
  eager: true,
})

function startConditionWorker(): ConditionPort {
  const worker = startWorker(addresses['./condition.worker.ts'] ?? '')
  return {
    post: (batch) => worker.postMessage(batch),
    listen: (onReply, onBroken) => {
      worker.addEventListener('message', ({ data }) => onReply(data))
      worker.addEventListener('error', onBroken)
      worker.addEventListener('messageerror', onBroken)
    },
    end: () => worker.terminate(),
  }
}

const queue = createConditionQueue(startConditionWorker)

/** Evaluates beside the page, so that no form can stop it; in it, where there are no workers. */
export const evaluateCondition: Evaluate = async (condition, signal) => {
  if (typeof Worker !== 'undefined') return queue(condition, signal)
  const { conditionHolds } = await import('./evaluate-condition.ts')
  signal?.throwIfAborted()
  return conditionHolds(condition)
}
