/** What names an item: a submission's `_id`, a project's uid, the id of a picked file. */
type ItemId = string | number

/** What differs from one kind of job to another. */
export interface JobTypes {
  id: ItemId
  /** What is done to each item. */
  action: unknown
  /** An item's value from before it was written: what undo writes back. */
  before: unknown
  /** By what it is recognized later that an item was written although no answer came. */
  trace: unknown
  /** What the server says of an item that was written, such as the id of a copy. */
  result: unknown
  error: Error
}

/** What is kept of an item from before it was written. */
export interface Kept<T extends JobTypes> {
  before?: T['before']
  trace?: T['trace']
}

interface Done<T extends JobTypes> {
  is: 'done'
  before?: T['before']
  result?: T['result']
}

/** It was sent, and the answer has not come yet. */
interface Sending<T extends JobTypes> {
  is: 'sending'
  kept: Kept<T>
}

/** It was sent, and no answer came: it is read again before anything is repeated. */
interface Uncertain<T extends JobTypes> {
  is: 'uncertain'
  kept: Kept<T>
  /** Why no answer came; `null` where that is not known, as after a reload. */
  error: T['error'] | null
}

/** The state of one item of a job. An item without an outcome waits. */
export type ItemOutcome<T extends JobTypes> =
  | Done<T>
  | Sending<T>
  | Uncertain<T>
  /** It had the wanted value already. */
  | { is: 'unchanged' }
  /** Deleted, or no longer within reach. */
  | { is: 'gone' }
  /** Others changed it: it does not match any more, or its value is not the one that would be undone. */
  | { is: 'changedMeanwhile' }
  | { is: 'failed'; error: T['error'] }
  /** Taken back by the person. `last`: what it was when, or after, it was cancelled; absent where it was not sent. */
  | { is: 'cancelled'; last?: Sending<T> | Uncertain<T> | Done<T> }

/** One action on exactly these items. A value: each change makes a new one. */
export interface BatchJob<T extends JobTypes> {
  /** Tells this job from an earlier or a later one that is kept in the same place. */
  key: symbol
  action: T['action']
  /** Each once. */
  ids: readonly T['id'][]
  outcomes: ReadonlyMap<T['id'], ItemOutcome<T>>
  /** `stopping`: ends after what is on its way. `stopped`: can be resumed. `ended`: each item has an outcome. */
  phase: 'running' | 'stopping' | 'stopped' | 'ended'
  /** The error that stopped it; `null` where none did. */
  fault: T['error'] | null
}

/** A job that has not begun: all of its items wait. */
export const newJob = <T extends JobTypes>(action: T['action'], ids: readonly T['id'][]): BatchJob<T> => ({
  key: Symbol('job'),
  action,
  ids: [...new Set(ids)],
  outcomes: new Map(),
  phase: 'running',
  fault: null,
})

export const isUnderWay = ({ phase }: Pick<BatchJob<JobTypes>, 'phase'>) => phase === 'running' || phase === 'stopping'

/** The same job at the start of a run: one that has stopped goes on with the items that have no outcome. */
export const resumed = <T extends JobTypes>(job: BatchJob<T>): BatchJob<T> => ({
  ...job,
  phase: 'running',
  fault: null,
})

export type OutcomeCounts = Record<ItemOutcome<JobTypes>['is'] | 'waiting' | 'total', number>

/** The number of items by outcome. All but `total` add up to `total`. */
export function countOutcomes<T extends JobTypes>({
  ids,
  outcomes,
}: Pick<BatchJob<T>, 'ids' | 'outcomes'>): OutcomeCounts {
  const counts: OutcomeCounts = {
    total: ids.length,
    waiting: 0,
    sending: 0,
    done: 0,
    unchanged: 0,
    gone: 0,
    changedMeanwhile: 0,
    failed: 0,
    uncertain: 0,
    cancelled: 0,
  }
  for (const id of ids) counts[outcomes.get(id)?.is ?? 'waiting'] += 1
  return counts
}

/** Replaces outcomes; `undefined`: the item waits again. */
export function withOutcomes<T extends JobTypes>(
  job: BatchJob<T>,
  changes: Iterable<readonly [T['id'], ItemOutcome<T> | undefined]>,
): BatchJob<T> {
  const outcomes = new Map(job.outcomes)
  for (const [id, outcome] of changes) {
    if (outcome) outcomes.set(id, outcome)
    else outcomes.delete(id)
  }
  return { ...job, outcomes }
}

/** The same job, with those that failed waiting again. All others keep their outcome. */
export const retryFailed = <T extends JobTypes>(job: BatchJob<T>): BatchJob<T> => ({
  ...job,
  outcomes: new Map([...job.outcomes].filter(([, { is }]) => is !== 'failed')),
})

/** The same job with more items, which wait. Those that it has already keep their place and outcome. */
export const addItems = <T extends JobTypes>(job: BatchJob<T>, ids: readonly T['id'][]): BatchJob<T> => ({
  ...job,
  ids: [...new Set([...job.ids, ...ids])],
})

/** The same job without these items. Those that wait or are being sent stay: they are cancelled first. */
export function removeItems<T extends JobTypes>(job: BatchJob<T>, ids: readonly T['id'][]): BatchJob<T> {
  const removed = new Set(
    ids.filter((id) => {
      const outcome = job.outcomes.get(id)
      return outcome !== undefined && outcome.is !== 'sending'
    }),
  )
  return {
    ...job,
    ids: job.ids.filter((id) => !removed.has(id)),
    outcomes: new Map([...job.outcomes].filter(([id]) => !removed.has(id))),
  }
}

/** The same job with these items cancelled, as far as they wait or are being sent. Aborting what is sent is up to the caller. */
export function cancelItems<T extends JobTypes>(job: BatchJob<T>, ids: readonly T['id'][]): BatchJob<T> {
  const mine = new Set(job.ids)
  return withOutcomes(
    job,
    ids.flatMap((id): [T['id'], ItemOutcome<T>][] => {
      const outcome = job.outcomes.get(id)
      if (!mine.has(id)) return []
      if (outcome === undefined) return [[id, { is: 'cancelled' }]]
      return outcome.is === 'sending' ? [[id, { is: 'cancelled', last: outcome }]] : []
    }),
  )
}

/**
 * The job that undoes another one, for the items that it wrote and whose former value is known.
 * @param toAction makes its action from the former values; `null` where the server has no way back.
 * @returns `null` where there is nothing to undo.
 */
export function undoJob<T extends JobTypes>(
  { ids, outcomes }: BatchJob<T>,
  toAction: (before: ReadonlyMap<T['id'], T['before']>) => T['action'] | null,
): BatchJob<T> | null {
  const before = new Map<T['id'], T['before']>()
  for (const id of ids) {
    const outcome = outcomes.get(id)
    if (outcome?.is === 'done' && outcome.before !== undefined) before.set(id, outcome.before)
  }
  if (before.size === 0) return null
  const action = toAction(before)
  return action === null ? null : newJob(action, [...before.keys()])
}
