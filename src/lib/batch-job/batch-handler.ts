import type { ItemOutcome, JobTypes, Kept } from './batch-job.ts'

/** One item of a batch, as it was read just before, and what is kept of it. */
export interface BatchEntry<T extends JobTypes, Item> {
  id: T['id']
  item: Item
  kept: Kept<T>
}

interface ReadItems<T extends JobTypes, Item> {
  items: ReadonlyMap<T['id'], Item>
  /** Something of the answer could not be read: an item that is missing may exist all the same. */
  isPartial: boolean
}

/**
 * What a failed write means for its items.
 * - `maybe`: written or not, nobody knows.
 * - `written`: carried out, but not as it was meant: nothing more is sent before a person has looked.
 * - `refused`: not written, because of what was sent; of a batch, perhaps because of one item.
 * - `notWritten`: not written, for a reason that would stop the other items too.
 */
export type WriteEffect = 'maybe' | 'written' | 'refused' | 'notWritten'

/** How a job understands what reading and writing throws. */
export interface ErrorRules<E extends Error> {
  /** Makes an error of anything that was thrown. */
  from: (thrown: unknown) => E
  effectOf: (error: E) => WriteEffect
  /** The error of an item that could not be read. */
  unreadable: () => E
}

/** How one kind of action reads, judges and writes its items. `Item`: an item as the server has it. */
export interface BatchHandler<T extends JobTypes, Item> {
  /** Items in one request. */
  batchSize: number
  /** Batches on their way at the same time; 1 by default. */
  concurrency?: number
  /** Before the first batch of each run. */
  begin?: () => Promise<void>
  /** Whether one request can write both. All can by default. */
  canShareBatch?: (one: T['id'], other: T['id']) => boolean
  /** Reads items from the server, never from a cache. Those that are gone are missing. */
  read: (ids: readonly T['id'][]) => Promise<ReadItems<T, Item>>
  /** Those that still match what the job was begun with. All do by default. */
  stillMatching?: (ids: readonly T['id'][]) => Promise<ReadonlySet<T['id']>>
  /**
   * The outcome of an item as it was read; `null` where it is to be written. `kept` is given where it was sent before and
   * no answer came.
   */
  judge: (
    id: T['id'],
    item: Item | undefined,
    kept: Kept<T> | undefined,
  ) => ItemOutcome<T> | null | Promise<ItemOutcome<T> | null>
  /** What is kept of an item before it is written. */
  keep?: (id: T['id'], item: Item) => Kept<T>
  /** Writes all or none. `null`: all are done. Items that a map leaves out are read again. */
  write: (entries: readonly BatchEntry<T, Item>[]) => Promise<ReadonlyMap<T['id'], ItemOutcome<T>> | null>
  errors: ErrorRules<T['error']>
  /** Whether `judge` can say later if an uncertain item was written; true by default. Where not, the job goes on without it. */
  canVerify?: boolean
  /** The job stops after this many refusals without a success between them; 20 by default. */
  maxRefusals?: number
}

interface ValueRules<T extends JobTypes, Item> {
  valueOf: (item: Item) => T['before']
  /** The value to be written. */
  target: (id: T['id']) => T['before']
  /** Items that have another value than this are left alone. */
  expected?: T['before']
}

/** Judges items by the value they have: for actions that write a value, and for undoing them. */
export const judgeByValue =
  <T extends JobTypes, Item>({ valueOf, target, expected }: ValueRules<T, Item>): BatchHandler<T, Item>['judge'] =>
  (id, item, kept) => {
    if (item === undefined) return { is: 'gone' }
    const value = valueOf(item)
    if (value === target(id)) return kept ? doneWith(kept) : { is: 'unchanged' }
    return expected !== undefined && value !== expected ? { is: 'changedMeanwhile' } : null
  }

/** The outcome of an item that was written, with its former value. */
const doneWith = <T extends JobTypes>({ before }: Kept<T>): ItemOutcome<T> =>
  before === undefined ? { is: 'done' } : { is: 'done', before }
