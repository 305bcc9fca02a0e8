import type { ApiError } from '#/api/errors.ts'
import type { PlannedChange } from '#/features/access-review/plan/plan.ts'
import { type BatchJob, newJob } from '#/lib/batch-job/batch-job.ts'

/** The plan that a job carries out. */
interface AccessAction {
  you: string
  changes: ReadonlyMap<string, PlannedChange>
}

/** The types of a job that changes access. Its items are ids of planned changes. */
export interface AccessJobTypes {
  id: string
  action: AccessAction
  before: never
  trace: never
  result: never
  error: ApiError
}

export type AccessJob = BatchJob<AccessJobTypes>

/** A job that carries out changes in this order. */
export const newAccessJob = (you: string, changes: readonly PlannedChange[]): AccessJob =>
  newJob<AccessJobTypes>(
    { you, changes: new Map(changes.map((change) => [change.id, change])) },
    changes.map(({ id }) => id),
  )
