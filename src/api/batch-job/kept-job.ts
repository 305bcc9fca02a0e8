import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { type BatchJob, isUnderWay, type JobTypes, resumed } from '#/lib/batch-job/batch-job.ts'
import type { JobStore } from '#/lib/batch-job/run-batch.ts'
import { type JobRunner, jobRunner } from '#/lib/batch-job/run-job.ts'
import type { JobPlace } from './job-place.ts'

const runners = new WeakMap<QueryClient, Map<symbol, JobRunner>>()

/** Runners of the jobs that are under way, by the job's key. */
function runnersOf(client: QueryClient) {
  const known = runners.get(client) ?? new Map<symbol, JobRunner>()
  runners.set(client, known)
  return known
}

/** The job in a place, and what a person can do about it. */
export function keptJob<T extends JobTypes, Item>(client: QueryClient, place: JobPlace<T, Item>) {
  const { queryKey, restore, onChange } = place

  /** Nothing is kept where the connection was forgotten, unless a reload left something. */
  const get = () => {
    const job = client.getQueryData<BatchJob<T> | null>(queryKey)
    return job === undefined ? (restore?.() ?? null) : job
  }
  const set = (job: BatchJob<T> | null) => {
    client.setQueryData<BatchJob<T> | null>(queryKey, job)
    onChange?.(job)
  }
  const update = (change: (job: BatchJob<T>) => BatchJob<T>) => {
    const job = get()
    if (job) set(change(job))
  }
  /** The job as its own runner sees it: not the next one in its place. */
  const storeOf = (key: symbol): JobStore<T> => {
    const own = () => {
      const job = get()
      return job?.key === key ? job : null
    }
    return { get: own, update: (change) => void (own() && update(change)) }
  }

  /** One change for the rest of the app, however many requests: other tabs are told once, at its end. */
  const runOf = (key: symbol, runner: JobRunner) =>
    mutationOptions({
      mutationKey: queryKey,
      mutationFn: async () => {
        await runner.run()
        if (runnersOf(client).get(key) === runner) runnersOf(client).delete(key)
      },
      onSettled: () => place.onSettled?.(client, storeOf(key).get()),
    })

  const runnerUnderWay = () => {
    const job = get()
    return job && isUnderWay(job) ? runnersOf(client).get(job.key) : undefined
  }

  /** Begins a job, or resumes the one that is kept. Does nothing where one is under way. */
  const run = (job: BatchJob<T>) => {
    if (runnerUnderWay()) return
    const { key } = job
    const runner = jobRunner(storeOf(key), place.handler(client, job))
    runnersOf(client).set(key, runner)
    set(resumed(job))
    void client.getMutationCache().build(client, runOf(key, runner)).execute()
  }

  return {
    get,
    set,
    update,
    run,
    /** Takes up the items that wait: by the run that is under way, or by a new one. */
    takeUp: () => {
      const job = get()
      const runner = runnerUnderWay()
      if (runner) runner.wake()
      else if (job) run(job)
    },
    /** Ends the run after the batches that are on their way. */
    stop: () => update((job) => (job.phase === 'running' ? { ...job, phase: 'stopping' } : job)),
    /** Forgets a job that is not under way. */
    dismiss: () => {
      const job = get()
      if (job && !isUnderWay(job)) set(null)
    },
  }
}
