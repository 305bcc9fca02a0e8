import type { BatchEntry, BatchHandler } from './batch-handler.ts'
import { type BatchJob, type ItemOutcome, type JobTypes, type Kept, withOutcomes } from './batch-job.ts'

/** Where a job is kept while it runs. Others may change it at any time. */
export interface JobStore<T extends JobTypes> {
  /** `null` where it was dismissed, or forgotten with the connection. */
  get: () => BatchJob<T> | null
  /** Does nothing where there is no job. */
  update: (change: (job: BatchJob<T>) => BatchJob<T>) => void
}

const MAX_REFUSALS = 20

type Changes<T extends JobTypes> = Iterable<readonly [T['id'], ItemOutcome<T> | undefined]>
type Read<T extends JobTypes, Item> = Omit<BatchEntry<T, Item>, 'kept'>

/**
 * Makes a function that carries out a job's action on one batch: each item is read, judged, written once, and where no
 * answer comes read again. It throws the error that is to stop the job.
 */
export function batchRunner<T extends JobTypes, Item>(store: JobStore<T>, handler: BatchHandler<T, Item>) {
  const { errors, canVerify = true, maxRefusals = MAX_REFUSALS } = handler
  let refusals = 0

  /** Reads items and records the outcomes they have already. Gives those that have none. */
  async function readAndJudge(batch: Batch<T>, ids: readonly T['id'][]): Promise<Read<T, Item>[]> {
    const { items, isPartial } = await handler.read(ids)
    const open: Read<T, Item>[] = []
    const changes: [T['id'], ItemOutcome<T>][] = []
    for (const id of ids) {
      const item = items.get(id)
      const kept = batch.keptOf(id)
      if (item === undefined && isPartial) {
        if (!kept) changes.push([id, { is: 'failed', error: errors.unreadable() }])
        continue
      }
      const outcome = await handler.judge(id, item, kept)
      if (outcome) changes.push([id, outcome])
      else if (item !== undefined) open.push({ id, item })
    }
    batch.record(changes)
    return open
  }

  async function matching(batch: Batch<T>, entries: Read<T, Item>[]): Promise<Read<T, Item>[]> {
    if (!handler.stillMatching || entries.length === 0) return entries
    const matches = await handler.stillMatching(idsOf(entries))
    batch.record(entries.flatMap(({ id }) => (matches.has(id) ? [] : [[id, { is: 'changedMeanwhile' }] as const])))
    return entries.filter(({ id }) => matches.has(id))
  }

  async function write(batch: Batch<T>, read: readonly Read<T, Item>[]): Promise<void> {
    const entries = read
      .filter(({ id }) => batch.has(id))
      .map(({ id, item }) => ({ id, item, kept: handler.keep?.(id, item) ?? {} }))
    if (entries.length === 0) return
    const former = entries.map(({ id }) => [id, batch.outcomeOf(id)] as const)
    batch.record(entries.map(({ id, kept }) => [id, { is: 'sending', kept }]))
    let results: Awaited<ReturnType<typeof handler.write>>
    try {
      results = await handler.write(entries)
    } catch (thrown) {
      const error = errors.from(thrown)
      const effect = errors.effectOf(error)
      if (effect === 'maybe' || effect === 'written') {
        batch.record(entries.map(({ id, kept }) => [id, { is: 'uncertain', kept, error }]))
        if (!canVerify) return undefined
        if (effect === 'written') stopWith(error)
        return verify(batch, entries, error)
      }
      batch.record(former)
      if (effect === 'notWritten') stopWith(error)
      return findRefused(batch, entries, error)
    }
    refusals = 0
    batch.record(
      entries.map(({ id, kept }) => {
        const outcome = results === null ? ({ is: 'done' } as const) : results.get(id)
        return [id, outcome ? withBefore<T>(outcome, kept) : { is: 'uncertain', kept, error: null }]
      }),
    )
    return settleUnanswered(batch, results ? entries.filter(({ id }) => !results.has(id)) : [])
  }

  /** The answer left these out: they were passed over if they are gone, and are unreadable otherwise. */
  async function settleUnanswered(batch: Batch<T>, entries: readonly Read<T, Item>[]) {
    if (entries.length === 0) return
    const open = await readAndJudge(batch, idsOf(entries))
    batch.record(open.map(({ id }) => [id, { is: 'failed', error: errors.unreadable() }]))
  }

  /** No answer came: whether it was carried out shows in the items. Throws the error where it was not. */
  async function verify(batch: Batch<T>, entries: readonly Read<T, Item>[], error: T['error']) {
    const open = await readAndJudge(batch, idsOf(entries)).catch(() => entries)
    if (open.length > 0) stopWith(error)
  }

  /** A batch is refused as a whole: it is halved until the items at fault are known. */
  async function findRefused(batch: Batch<T>, entries: readonly Read<T, Item>[], error: T['error']): Promise<void> {
    refusals += 1
    const open = await readAndJudge(batch, idsOf(entries))
    if (open.length < entries.length) return write(batch, open)
    if (open.length === 1) batch.record(open.map(({ id }) => [id, { is: 'failed', error }]))
    if (refusals >= maxRefusals) stopWith(error)
    if (open.length === 1) return undefined
    const half = Math.ceil(open.length / 2)
    await write(batch, open.slice(0, half))
    return write(batch, open.slice(half))
  }

  return async (ids: readonly T['id'][]): Promise<void> => {
    const batch = claim(store, ids)
    await write(batch, await matching(batch, await readAndJudge(batch, ids)))
    // Each must have an outcome now: or it would be taken for ever.
    const isOpen = (id: T['id']) => {
      const outcome = batch.outcomeOf(id)
      const isUnanswered = outcome?.is === 'sending' || outcome?.is === 'uncertain'
      return batch.has(id) && (outcome === undefined || (isUnanswered && canVerify))
    }
    if (ids.some(isOpen)) stopWith(errors.unreadable())
  }
}

type Batch<T extends JobTypes> = ReturnType<typeof claim<T>>

/**
 * The items of a batch, as long as only the batch changes them. What a person cancelled, removed or restarted meanwhile is
 * no longer its own: it neither sends it nor records anything of it.
 */
function claim<T extends JobTypes>(store: JobStore<T>, ids: readonly T['id'][]) {
  const job = store.get()
  const own = new Map(ids.map((id) => [id, job?.outcomes.get(id)]))
  const outcomeOf = (id: T['id']) => store.get()?.outcomes.get(id)

  /** An item that was cancelled on its way may turn out to be done all the same. */
  const afterCancel = (id: T['id'], current: ItemOutcome<T> | undefined, next: ItemOutcome<T> | undefined) => {
    const sent = own.get(id)
    const wasSent = sent !== undefined && current?.is === 'cancelled' && current.last === sent
    return wasSent && next?.is === 'done' ? { ...current, last: next } : current
  }

  return {
    outcomeOf,
    has: (id: T['id']) => store.get() !== null && outcomeOf(id) === own.get(id),
    keptOf(id: T['id']): Kept<T> | undefined {
      const outcome = own.get(id)
      return outcome?.is === 'sending' || outcome?.is === 'uncertain' ? outcome.kept : undefined
    },
    record: (changes: Changes<T>) =>
      store.update((current) =>
        withOutcomes(
          current,
          Array.from(changes, ([id, next]) => {
            const now = current.outcomes.get(id)
            if (now !== own.get(id)) return [id, afterCancel(id, now, next)] as const
            own.set(id, next)
            return [id, next] as const
          }),
        ),
      ),
  }
}

/** Ends the run with an error. */
function stopWith(error: Error): never {
  throw error
}

const idsOf = <T extends JobTypes, Item>(entries: readonly Read<T, Item>[]) => entries.map(({ id }) => id)

const withBefore = <T extends JobTypes>(outcome: ItemOutcome<T>, { before }: Kept<T>): ItemOutcome<T> =>
  outcome.is === 'done' && before !== undefined ? { ...outcome, before } : outcome
