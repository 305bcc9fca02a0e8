import type { BatchHandler } from './batch-handler.ts'
import { type BatchJob, type ItemOutcome, type JobTypes } from './batch-job.ts'
import { batchRunner, type JobStore } from './run-batch.ts'

/** Carries out a job, once. */
export interface JobRunner {
  /** Resolves when the job has stopped or ended; never rejects: an error that stopped the job is its `fault`. */
  run: () => Promise<void>
  /** To be called when items were added to the job while it runs. */
  wake: () => void
}

/**
 * Carries out a job batch after batch, on its items and no others. An item whose write had no answer is read again, and
 * is not sent again in the same run; a later run reads it before it sends it.
 */
export function jobRunner<T extends JobTypes, Item>(store: JobStore<T>, handler: BatchHandler<T, Item>): JobRunner {
  const { concurrency = 1, errors, canVerify = true } = handler
  const runBatch = batchRunner(store, handler)
  const taken = new Set<T['id']>()
  const idle = Promise.withResolvers<void>()
  let active = 0
  let isBegun = false
  let fault: T['error'] | null = null

  const isOpen = (outcome: ItemOutcome<T> | undefined) =>
    outcome === undefined || (canVerify && (outcome.is === 'uncertain' || outcome.is === 'sending'))

  /** The next items that go together. Uncertain ones come first: their state is to be known before anything else. */
  function nextBatch({ ids, outcomes }: BatchJob<T>): T['id'][] {
    const open = ids.filter((id) => !taken.has(id) && isOpen(outcomes.get(id)))
    const uncertain = open.filter((id) => outcomes.has(id))
    const from = uncertain.length > 0 ? uncertain : open
    const [first] = from
    if (first === undefined) return []
    const batch: T['id'][] = []
    for (const id of from) {
      if (batch.length === handler.batchSize) break
      if (handler.canShareBatch?.(first, id) ?? true) batch.push(id)
    }
    return batch
  }

  async function runOne(ids: readonly T['id'][]) {
    try {
      await runBatch(ids)
    } catch (thrown) {
      fault ??= errors.from(thrown)
    } finally {
      for (const id of ids) taken.delete(id)
      active -= 1
    }
    fill()
  }

  /** Has as many batches on their way as there may be; finishes where none is left. */
  function fill() {
    while (active < concurrency && fault === null) {
      const job = store.get()
      const ids = job?.phase === 'running' ? nextBatch(job) : []
      if (ids.length === 0) break
      for (const id of ids) taken.add(id)
      active += 1
      void runOne(ids)
    }
    if (active === 0) finish()
  }

  function finish() {
    store.update((job) => {
      const isEnded = fault === null && !job.ids.some((id) => isOpen(job.outcomes.get(id)))
      return { ...job, phase: isEnded ? 'ended' : 'stopped', fault }
    })
    idle.resolve()
  }

  return {
    run: async () => {
      try {
        await handler.begin?.()
      } catch (thrown) {
        fault = errors.from(thrown)
      }
      isBegun = true
      fill()
      return idle.promise
    },
    wake: () => {
      if (isBegun) fill()
    },
  }
}
