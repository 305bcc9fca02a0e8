import type { QueryClient } from '@tanstack/react-query'
import { ApiError, type ApiErrorKind } from '#/api/errors.ts'
import type { MongoQuery } from '#/api/kpi/submissions/mongo-query.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import type { Kind } from './bulk-handlers.ts'
import type { RowOutcome, Tried } from './bulk-job.ts'

/** Sent, and carried out or not: nobody knows. */
const UNCERTAIN = new Set<ApiErrorKind>([
  'offline',
  'not-allowed',
  'timed-out',
  'server-fault',
  'unreadable',
  'elsewhere',
])
/** Refused for what was sent: of a lot, perhaps because of one. */
const REFUSED = new Set<ApiErrorKind>(['forbidden', 'rejected', 'not-found', 'conflict'])
/** After so many without one that went well, it is not about single submissions. */
const MOST_IN_A_ROW = 20

type Outcomes = ReadonlyMap<number, RowOutcome>
type Changes = Iterable<readonly [number, RowOutcome | null]>

export interface LotRun {
  client: QueryClient
  assetUid: string
  kind: Kind
  /** What each must still match. */
  query: MongoQuery | undefined
  outcomes: () => Outcomes
  /** `null`: it waits again. */
  record: (changes: Changes) => void
}

/** Gives a function that does the job's thing to the next lot. @throws ApiError where it should not go on. */
export function batchesOf({ client, assetUid, kind, query, outcomes, record }: LotRun) {
  let refusedInARow = 0

  const read = async (ids: readonly number[], wanted?: MongoQuery, fields = kind.fields) => {
    const named = { _id: { $in: ids } }
    const request = { query: wanted ? { $and: [wanted, named] } : named, fields, below: null, limit: 1000 }
    return client.query(submissionQueries.below(assetUid, request))
  }

  const triedOf = (id: number): Tried | undefined => {
    const outcome = outcomes().get(id)
    return outcome?.is === 'uncertain' ? outcome.tried : undefined
  }

  /** Reads these and writes down what became of them already. Gives those that nothing became of. */
  async function look(ids: readonly number[]): Promise<Submission[]> {
    const { results, unreadable } = await read(ids)
    const rows = new Map(results.map((row) => [row._id, row]))
    const left: Submission[] = []
    const changes: [number, RowOutcome][] = []
    for (const id of ids) {
      const row = rows.get(id)
      const tried = triedOf(id)
      if (!row && unreadable.length > 0) {
        if (!tried) changes.push([id, { is: 'failed', error: 'unreadable', words: '' }])
        continue
      }
      const outcome = await kind.judge(id, row, tried)
      if (outcome) changes.push([id, outcome])
      else if (row) left.push(row)
    }
    record(changes)
    return left
  }

  /** Those that still match; the others are left alone. */
  async function matching(rows: readonly Submission[]): Promise<readonly Submission[]> {
    if (!query || rows.length === 0) return rows
    const { results } = await read(idsOf(rows), query, [])
    const found = new Set(idsOf(results))
    record(rows.flatMap(({ _id }) => (found.has(_id) ? [] : [[_id, { is: 'left' }] as const])))
    return rows.filter(({ _id }) => found.has(_id))
  }

  async function write(rows: readonly Submission[]): Promise<void> {
    if (rows.length === 0) return
    const before = outcomes()
    const tried = new Map(rows.map((row) => [row._id, kind.remember(row)]))
    record(Array.from(tried, ([id, kept]) => [id, { is: 'uncertain', tried: kept }]))
    try {
      const said = await kind.write(rows)
      refusedInARow = 0
      record(
        Array.from(tried, ([id, kept]): [number, RowOutcome] => {
          const outcome = said === null ? ({ is: 'done' } as const) : said.get(id)
          return [id, outcome ? withBefore(outcome, kept) : { is: 'uncertain', tried: kept }]
        }),
      )
      if (said && said.size < rows.length) await settleUnnamed(rows.filter(({ _id }) => !said.has(_id)))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (UNCERTAIN.has(error.kind)) return lookAfter(rows, error)
      if (error.kind === 'other-account') throw error // carried out: looked at again before anything more is sent
      record(rows.map(({ _id }) => [_id, before.get(_id) ?? null]))
      if (!REFUSED.has(error.kind)) throw error
      await findRefused(rows, error)
    }
  }

  /** The server did not say what became of these: those that are not there it passed over. */
  async function settleUnnamed(rows: readonly Submission[]) {
    const left = await look(idsOf(rows))
    record(left.map(({ _id }) => [_id, { is: 'failed', error: 'unreadable', words: '' }]))
  }

  /** No answer came: whether it was done shows in the rows. @throws the fault, where it does not. */
  async function lookAfter(rows: readonly Submission[], fault: ApiError) {
    const left = await look(idsOf(rows)).catch(() => rows)
    if (left.length > 0) throw fault
  }

  /** A lot is refused as a whole: the smaller ones in it may go well. */
  async function findRefused(rows: readonly Submission[], fault: ApiError) {
    refusedInARow += 1
    const still = await look(idsOf(rows))
    if (still.length < rows.length) return write(still)
    if (still.length === 1) {
      record(still.map(({ _id }) => [_id, { is: 'failed', error: fault.kind, words: fault.message }]))
    }
    if (refusedInARow >= MOST_IN_A_ROW) throw fault
    if (still.length === 1) return undefined
    const half = Math.ceil(still.length / 2)
    await write(still.slice(0, half))
    return write(still.slice(half))
  }

  return async (ids: readonly number[]) => {
    await write(await matching(await look(ids)))
    // Whatever happened, something became of each: or it would be done for ever.
    if (ids.some((id) => (outcomes().get(id)?.is ?? 'uncertain') === 'uncertain')) throw new ApiError('unreadable', '')
  }
}

const idsOf = (rows: readonly Submission[]) => rows.map(({ _id }) => _id)

const withBefore = (outcome: RowOutcome, { before }: Tried): RowOutcome =>
  outcome.is === 'done' && before !== undefined ? { ...outcome, before } : outcome
