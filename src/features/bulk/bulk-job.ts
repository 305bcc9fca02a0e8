import type { ApiError, ApiErrorKind } from '#/api/errors.ts'
import type { MongoQuery } from '#/api/kpi/submissions/mongo-query.ts'
import type { Submission, Verdict } from '#/api/kpi/submissions/schema.ts'

/** A status' uid or `null`; or the text of an answer, `''` for none. */
export type OldValue = string | null

/** What is done to many submissions. */
export type BulkAction =
  | { kind: 'status'; verdict: Verdict | null }
  | { kind: 'edit'; path: string; value: string }
  | { kind: 'delete' }
  | { kind: 'duplicate' }
  /** Old values are written back where `written` still stands. */
  | { kind: 'undoStatus'; written: Verdict | null; old: ReadonlyMap<number, Verdict | null> }
  | { kind: 'undoEdit'; path: string; written: string; old: ReadonlyMap<number, string> }

/** What became of one submission. */
export type RowOutcome =
  /** `before`: what undo writes back; `copy`: the `_id` of the duplicate. */
  | { is: 'done'; before?: OldValue; copy?: number }
  /** It was so already. */
  | { is: 'unchanged' }
  /** Not there any more, or out of reach now. */
  | { is: 'gone' }
  /** Changed by others meanwhile: it does not match any more, or its value is not the one that would be undone. */
  | { is: 'left' }
  | { is: 'failed'; error: ApiErrorKind; words: string }
  /** It was sent, and no answer came. Looked at again before anything is repeated. */
  | { is: 'uncertain'; tried: Tried }

/** What is kept of a submission from before it was written. */
export interface Tried {
  before?: OldValue
  source?: Submission
  /** The newest `_id` before. */
  after?: number
}

/** One thing done to exactly these submissions. */
export interface BulkJob {
  action: BulkAction
  ids: readonly number[]
  /** They were all that this finds, and each must still match when its turn comes. */
  query: MongoQuery | undefined
  /** Those that are missing wait. */
  outcomes: ReadonlyMap<number, RowOutcome>
  phase: 'running' | 'stopping' | 'stopped' | 'ended'
  /** Why it stopped; `null` where it was told to. */
  fault: ApiError | null
}

export const newJob = (action: BulkAction, ids: readonly number[], query?: MongoQuery): BulkJob => ({
  action,
  ids: [...new Set(ids)],
  query,
  outcomes: new Map(),
  phase: 'running',
  fault: null,
})

export const isUnderWay = ({ phase }: BulkJob) => phase === 'running' || phase === 'stopping'

export type OutcomeCounts = Record<RowOutcome['is'] | 'waiting' | 'total', number>

/** How many of each; together they are always `total`. */
export function countOutcomes({ ids, outcomes }: Pick<BulkJob, 'ids' | 'outcomes'>): OutcomeCounts {
  const tally: OutcomeCounts = {
    total: ids.length,
    waiting: 0,
    done: 0,
    unchanged: 0,
    gone: 0,
    left: 0,
    failed: 0,
    uncertain: 0,
  }
  for (const id of ids) tally[outcomes.get(id)?.is ?? 'waiting'] += 1
  return tally
}

/** The same job once more for those that failed: all others keep what became of them. */
export const withoutFailures = (job: BulkJob): BulkJob => ({
  ...job,
  outcomes: new Map([...job.outcomes].filter(([, { is }]) => is !== 'failed')),
})

/** The action that takes a job back; `null` where the server has none. */
export function undoOf({ action, ids, outcomes }: BulkJob): BulkJob | null {
  const written = ids.flatMap((id) => {
    const outcome = outcomes.get(id)
    return outcome?.is === 'done' && outcome.before !== undefined ? [[id, outcome.before] as const] : []
  })
  if (written.length === 0) return null
  const which = written.map(([id]) => id)
  if (action.kind === 'status') {
    const old = new Map(written as [number, Verdict | null][])
    return newJob({ kind: 'undoStatus', written: action.verdict, old }, which)
  }
  if (action.kind === 'edit') {
    const old = new Map(written as [number, string][])
    return newJob({ kind: 'undoEdit', path: action.path, written: action.value, old }, which)
  }
  return null
}
