import type { ApiError } from '#/api/errors.ts'
import type { MongoQuery } from '#/api/kpi/submissions/request.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import type { Status } from '#/dataset/query/status.ts'
import { type BatchJob, newJob, undoJob } from '#/lib/batch-job/batch-job.ts'
import type { AnswerTexts } from './bring/plan-answers.ts'

/** A status, `null` for none; or the text of an answer, `''` for none. */
type OldValue = string | null

type TextsById = ReadonlyMap<number, AnswerTexts>

type Change =
  | { kind: 'status'; status: Status | null }
  | { kind: 'edit'; path: string; value: string }
  | { kind: 'delete' }
  | { kind: 'duplicate' }
  /** Writes the old values back, where the current value is still `written`. */
  | { kind: 'undoStatus'; written: Status | null; old: ReadonlyMap<number, Status | null> }
  | { kind: 'undoEdit'; path: string; written: string; old: ReadonlyMap<number, string> }
  /** Writes these texts by path into each submission, where all that is expected still stands; undone by the reverse. */
  | { kind: 'bring' | 'undoBring'; values: TextsById; expected: TextsById }

/** An action on many submissions. With `query`, it skips those that no longer match just before they are changed. */
export type BulkAction = Change & { query?: MongoQuery }

/** The types of a job on submissions. Its items are `_id`s. */
export interface BulkTypes {
  id: number
  action: BulkAction
  before: OldValue
  /** For `duplicate`: the submission, and the highest `_id` before its duplicate was made. */
  trace: { source: Submission; after: number }
  result: { duplicate: number }
  error: ApiError
}

export type BulkJob = BatchJob<BulkTypes>

/** A new job. With a query, it skips submissions that no longer match just before they are changed. */
export const newBulkJob = (action: BulkAction, ids: readonly number[], query?: MongoQuery): BulkJob =>
  newJob<BulkTypes>(query ? { ...action, query } : action, ids)

/** The job that undoes another; `null` if the action cannot be undone, or changed nothing. */
export const undoOf = (job: BulkJob): BulkJob | null =>
  undoJob(job, (before) => {
    const { action } = job
    if (action.kind === 'status') {
      return { kind: 'undoStatus', written: action.status, old: before as ReadonlyMap<number, Status | null> }
    }
    if (action.kind === 'edit') {
      return {
        kind: 'undoEdit',
        path: action.path,
        written: action.value,
        old: before as ReadonlyMap<number, string>,
      }
    }
    return action.kind === 'bring' ? undoBring(action, [...before.keys()]) : null
  })

function undoBring(
  { values, expected }: { values: TextsById; expected: TextsById },
  ids: readonly number[],
): BulkAction {
  const old = (id: number) =>
    Object.fromEntries(Object.keys(values.get(id) ?? {}).map((path) => [path, expected.get(id)?.[path] ?? '']))
  return {
    kind: 'undoBring',
    values: new Map(ids.map((id) => [id, old(id)])),
    expected: new Map(ids.map((id) => [id, values.get(id) ?? {}])),
  }
}
