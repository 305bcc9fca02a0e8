import type { MutationOptions, QueryClient } from '@tanstack/react-query'
import type { ApiError } from '#/api/errors.ts'
import { findCopy } from '#/api/kpi/submissions/find-copy.ts'
import { requireField } from '#/api/kpi/submissions/loaded-fields.ts'
import { deleteSubmissions, duplicateSubmission, editAnswers, setStatuses } from '#/api/kpi/submissions/mutations.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import type { BulkEditResult, Submission } from '#/api/kpi/submissions/schema.ts'
import { requireVerdict } from '#/api/kpi/submissions/system-fields.ts'
import type { BulkAction, OldValue, RowOutcome, Tried } from './bulk-job.ts'

/** How one thing is done to a lot of submissions. */
export interface Kind {
  /** Before the first of a run. */
  begin?: () => Promise<void>
  /** How many at once. */
  lot: number
  /** Which answers it has to see; all without it. */
  fields?: readonly string[]
  /** Those that may be written in one request with another. */
  isAlike?: (one: number, other: number) => boolean
  /** What is kept of each before it is written. */
  remember: (row: Submission) => Tried
  /** What became of one already; `null`: it is to be written. `tried`: it was sent before, and no answer came. */
  judge: (id: number, row: Submission | undefined, tried?: Tried) => RowOutcome | null | Promise<RowOutcome | null>
  /** All or none; `null`: done to all. Those that a map leaves out are read again. */
  write: (rows: readonly Submission[]) => Promise<ReadonlyMap<number, RowOutcome> | null>
}

const GONE: RowOutcome = { is: 'gone' }

/** Carries out a mutation by itself: one job is one change for the rest of the app, not one for each lot. */
const sending =
  (client: QueryClient) =>
  async <Data, Variables>(options: MutationOptions<Data, ApiError, Variables>, variables: Variables) => {
    if (!options.mutationFn) throw new TypeError('Nothing to carry out')
    return options.mutationFn(variables, { client, meta: undefined })
  }

interface Values {
  of: (row: Submission) => OldValue
  target: (id: number) => OldValue
  /** To be written only where this stands. */
  expected?: OldValue
}

/** Judges by what stands there. */
const judgeByValue =
  ({ of, target, expected }: Values): Kind['judge'] =>
  (id, row, tried) => {
    if (!row) return GONE
    const now = of(row)
    if (now === target(id)) return tried ? { is: 'done', ...withBefore(tried) } : { is: 'unchanged' }
    return expected !== undefined && now !== expected ? { is: 'left' } : null
  }

const withBefore = ({ before }: Tried) => (before === undefined ? {} : { before })

const idsOf = (rows: readonly Submission[]) => rows.map(({ _id }) => _id)
const answerAt = (path: string) => (row: Submission) => {
  const answer = requireField(row, path)
  return typeof answer === 'string' ? answer : ''
}

/** What an action does to a lot. */
export function handlerOf(client: QueryClient, assetUid: string, action: BulkAction): Kind {
  const send = sending(client)
  switch (action.kind) {
    case 'status':
    case 'undoStatus': {
      const target = (id: number) => (action.kind === 'status' ? action.verdict : (action.old.get(id) ?? null))
      return {
        lot: 200,
        fields: [],
        isAlike: (one, other) => target(one) === target(other),
        remember: (row) => ({ before: requireVerdict(row) }),
        judge: judgeByValue({
          of: requireVerdict,
          target,
          ...(action.kind === 'undoStatus' && { expected: action.written }),
        }),
        write: async (rows) => {
          await send(setStatuses(assetUid), { ids: idsOf(rows), verdict: target(rows[0]?._id ?? 0) })
          return null
        },
      }
    }
    case 'edit':
    case 'undoEdit': {
      const { path } = action
      const target = (id: number) => (action.kind === 'edit' ? action.value : (action.old.get(id) ?? ''))
      return {
        lot: 50,
        fields: [path],
        isAlike: (one, other) => target(one) === target(other),
        remember: (row) => ({ before: answerAt(path)(row) }),
        judge: judgeByValue({
          of: answerAt(path),
          target,
          ...(action.kind === 'undoEdit' && { expected: action.written }),
        }),
        write: async (rows) => {
          const data = { [path]: target(rows[0]?._id ?? 0) }
          return byRow(rows, await send(editAnswers(assetUid), { ids: idsOf(rows), data }))
        },
      }
    }
    case 'delete':
      return {
        lot: 100,
        fields: [],
        remember: () => ({}),
        judge: (_id, row, tried) => (row ? null : tried ? { is: 'done' } : GONE),
        write: async (rows) => {
          await send(deleteSubmissions(assetUid), { ids: idsOf(rows) })
          return null
        },
      }
    case 'duplicate':
      return duplicating(client, assetUid)
  }
}

function duplicating(client: QueryClient, assetUid: string): Kind {
  const send = sending(client)
  // Each copy is newer than those before it, so that two of the same answers are not taken for one another.
  let newest = 0
  const done = (copy: Submission): RowOutcome => {
    newest = Math.max(newest, copy._id)
    return { is: 'done', copy: copy._id }
  }
  return {
    lot: 1,
    begin: async () => {
      const { results } = await client.query(submissionQueries.below(assetUid, { below: null, fields: [], limit: 1 }))
      newest = Math.max(newest, results[0]?._id ?? 0)
    },
    remember: (row) => ({ source: row, after: newest }),
    judge: async (_id, row, tried) => {
      const { source, after = 0 } = tried ?? {}
      const copy = source && (await findCopy(client, assetUid, { source, after }))
      return copy ? done(copy) : row ? null : GONE
    },
    write: async ([source]) =>
      source ? new Map([[source._id, done(await send(duplicateSubmission(assetUid), { source }))]]) : null,
  }
}

/** What KPI says of each, by the uuid that stays. @see editAnswers */
function byRow(rows: readonly Submission[], { results }: BulkEditResult): Map<number, RowOutcome> {
  const rootOf = (row: Submission) => row['meta/rootUuid']?.replace(/^uuid:/, '')
  const idByRoot = new Map(rows.map((row) => [rootOf(row), row._id]))
  return new Map(
    results.flatMap(({ root_uuid: root, status_code: status, message = '' }) => {
      const id = idByRoot.get(root ?? '')
      if (id === undefined) return []
      const isDone = status >= 200 && status < 300
      const outcome: RowOutcome = isDone ? { is: 'done' } : { is: 'failed', error: 'rejected', words: message }
      return [[id, outcome] as const]
    }),
  )
}
