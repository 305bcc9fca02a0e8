import type { BatchHandler } from './batch-handler.ts'
import { type BatchJob, type JobTypes, resumed } from './batch-job.ts'
import { jobRunner } from './run-job.ts'

/** Runs a job that is kept nowhere else, until it stops or ends. `onChange` may stop it. */
export async function runInMemory<T extends JobTypes, Item>(
  begun: BatchJob<T>,
  handler: BatchHandler<T, Item>,
  onChange: (job: BatchJob<T>, stop: () => void) => void = () => {},
): Promise<BatchJob<T>> {
  let job = resumed(begun)
  const stop = () => {
    if (job.phase === 'running') job = { ...job, phase: 'stopping' }
  }
  await jobRunner<T, Item>(
    {
      get: () => job,
      update: (change) => {
        job = change(job)
        onChange(job, stop)
      },
    },
    handler,
  ).run()
  return job
}
