import { type BatchHandler, type ErrorRules, judgeByValue, type WriteEffect } from './batch-handler.ts'
import { type BatchJob, countOutcomes, newJob } from './batch-job.ts'

export interface FakeTypes {
  id: number
  action: { value: string; old?: ReadonlyMap<number, string>; expected?: string }
  before: string
  trace: never
  result: never
  error: FakeError
}
export type FakeJob = BatchJob<FakeTypes>
export type FakeHandler = BatchHandler<FakeTypes, string>

/** Numbers in a row. */
export const ids = (count: number, from = 1) => Array.from({ length: count }, (_, at) => from + at)
/** A job that writes "new" into the first items. */
export const writing = (count: number): FakeJob => newJob({ value: 'new' }, ids(count))
/** The counts that are not zero. */
export const counted = (job: FakeJob) =>
  Object.fromEntries(Object.entries(countOutcomes(job)).filter(([, count]) => count > 0))

export class FakeError extends Error {
  readonly effect: WriteEffect
  constructor(effect: WriteEffect) {
    super(effect)
    this.effect = effect
  }
}

const errors: ErrorRules<FakeError> = {
  from: (thrown) => (thrown instanceof FakeError ? thrown : new FakeError('maybe')),
  effectOf: ({ effect }) => effect,
  unreadable: () => new FakeError('maybe'),
}

/** What happens to one request. Of a write: `lost` is carried out, `cut` is not, and no answer comes of either. */
export type Fate = 'fine' | 'lost' | 'cut' | 'refused' | 'throttled' | 'silent'
export const FATES: readonly Fate[] = ['fine', 'lost', 'cut', 'refused', 'throttled', 'silent']

/** A server of numbered items that have a text each. It notes what it is asked, and holds a writing to its rules. */
export class FakeServer {
  readonly items: Map<number, string>
  /** Those that it never writes: a batch with one of them is refused. */
  readonly refused = new Set<number>()
  /** Of the next requests, in turn; those after them are fine. */
  fates: Fate[] = []
  reads: number[][] = []
  writes: number[][] = []
  /** Items that were sent a second time without being read after the first. */
  readonly sentBlindly = new Set<number>()
  inFlight = 0
  mostInFlight = 0
  private readonly sentSinceRead = new Set<number>()

  constructor(ids: readonly number[], value = 'old') {
    this.items = new Map(ids.map((id) => [id, value]))
  }

  read(ids: readonly number[]) {
    this.reads.push([...ids])
    const fate = this.fates.shift() ?? 'fine'
    if (fate !== 'fine' && fate !== 'refused' && fate !== 'silent') throw new FakeError('maybe')
    for (const id of ids) this.sentSinceRead.delete(id)
    return new Map(ids.flatMap((id) => (this.items.has(id) ? [[id, this.items.get(id) ?? ''] as const] : [])))
  }

  /** Gives the items that the answer names; `null` for all. */
  write(ids: readonly number[], valueOf: (id: number) => string): number[] | null {
    for (const id of ids) {
      if (this.sentSinceRead.has(id)) this.sentBlindly.add(id)
      this.sentSinceRead.add(id)
    }
    this.writes.push([...ids])
    const fate = this.fates.shift() ?? 'fine'
    if (fate === 'cut') throw new FakeError('maybe')
    if (fate === 'throttled') throw new FakeError('notWritten')
    if (fate === 'refused' || ids.some((id) => this.refused.has(id))) throw new FakeError('refused')
    const written = ids.filter((id) => this.items.has(id))
    for (const id of written) this.items.set(id, valueOf(id))
    if (fate === 'lost') throw new FakeError('maybe')
    return fate === 'silent' ? written.slice(1) : null
  }

  /** `pause`: what each request waits for before the server does it. */
  handler(
    job: FakeJob,
    more: Partial<FakeHandler> = {},
    pause: (what: 'read' | 'write') => Promise<void> = async () => {},
  ): FakeHandler {
    const { value, old, expected } = job.action
    const target = (id: number) => old?.get(id) ?? value
    return {
      batchSize: 3,
      errors,
      canShareBatch: (one, other) => target(one) === target(other),
      read: async (ids) => {
        await pause('read')
        return { items: this.read(ids), isPartial: false }
      },
      judge: judgeByValue<FakeTypes, string>({
        valueOf: (item) => item,
        target,
        ...(expected !== undefined && { expected }),
      }),
      keep: (_id, before) => ({ before }),
      write: async (entries) => {
        this.inFlight += 1
        this.mostInFlight = Math.max(this.mostInFlight, this.inFlight)
        try {
          await pause('write')
          const named = this.write(
            entries.map(({ id }) => id),
            target,
          )
          return named && new Map(named.map((id) => [id, { is: 'done' }]))
        } finally {
          this.inFlight -= 1
        }
      },
      ...more,
    }
  }
}
