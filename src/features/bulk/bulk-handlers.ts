import type { MutationOptions, QueryClient } from '@tanstack/react-query'
import { apiErrors } from '#/api/batch-job/api-errors.ts'
import { ApiError } from '#/api/errors.ts'
import { findDuplicate } from '#/api/kpi/submissions/find-duplicate.ts'
import type { MongoQuery } from '#/api/kpi/submissions/request.ts'
import { deleteSubmissions, duplicateSubmission, editAnswers, setStatuses } from '#/api/kpi/submissions/mutations.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import type { BulkEditResult, Submission } from '#/api/kpi/submissions/schema.ts'
import { rowKeyOf, textAt } from '#/dataset/model/answers-at.ts'
import { requireStatus } from '#/dataset/model/system-fields.ts'
import { type BatchEntry, type BatchHandler, judgeByValue } from '#/lib/batch-job/batch-handler.ts'
import type { ItemOutcome } from '#/lib/batch-job/batch-job.ts'
import { requireField } from '#/lib/loaded-fields.ts'
import type { AnswerTexts } from './bring/plan-answers.ts'
import type { BulkAction, BulkTypes } from './bulk-job.ts'

type Handler = BatchHandler<BulkTypes, Submission>
type Outcome = ItemOutcome<BulkTypes>

/**
 * Calls the function of a mutation without the mutation cache: to the rest of the app a job is one change, not one for
 * each batch.
 */
const mutating =
  (client: QueryClient) =>
  async <Data, Variables>(options: MutationOptions<Data, ApiError, Variables>, variables: Variables) => {
    if (!options.mutationFn) throw new TypeError('The mutation has no function')
    return options.mutationFn(variables, { client, meta: undefined })
  }

const idsOf = (entries: readonly { id: number }[]) => entries.map(({ id }) => id)
const answerAt = (path: string) => (row: Submission) => {
  const answer = requireField(row, path)
  return typeof answer === 'string' ? answer : ''
}

/** Loads submissions by `_id`, only those that match `query`. Without `fields`, with all answers. */
const loading =
  (client: QueryClient, assetUid: string) =>
  async (ids: readonly number[], { query, fields }: { query?: MongoQuery; fields?: readonly string[] | undefined }) => {
    const byIds = { _id: { $in: ids } }
    const request = { query: query ? { $and: [query, byIds] } : byIds, fields, cursor: null, limit: 1000 }
    return client.query(submissionQueries.cursorPage(assetUid, request))
  }

/** The handler that carries out an action on submissions of a project. */
export function handlerOf(client: QueryClient, assetUid: string, action: BulkAction): Handler {
  const load = loading(client, assetUid)
  const { fields, ...handler } = actionHandler(client, assetUid, action)
  const { query } = action
  let matching: ReadonlySet<number> = new Set()
  return {
    ...handler,
    errors: apiErrors,
    // One list says what the rows hold and which of them match; another one is needed only for those that do not.
    read: async (ids) => {
      const first = await load(ids, { fields, ...(query && { query }) })
      matching = new Set(first.results.map(({ _id }) => _id))
      const others = query ? ids.filter((id) => !matching.has(id)) : []
      const rest = others.length > 0 ? await load(others, { fields }) : null
      const rows = [...first.results, ...(rest?.results ?? [])]
      const { unreadable } = rest ?? first
      return { items: new Map(rows.map((row) => [row._id, row])), isPartial: unreadable.length > 0 }
    },
    ...(query && { stillMatching: (ids) => Promise.resolve(new Set(ids.filter((id) => matching.has(id)))) }),
  }
}

interface ActionHandler extends Omit<Handler, 'read' | 'errors'> {
  /** The fields that it loads; without it all. */
  fields?: readonly string[]
}

function actionHandler(client: QueryClient, assetUid: string, action: BulkAction): ActionHandler {
  const mutate = mutating(client)
  switch (action.kind) {
    case 'status':
    case 'undoStatus': {
      const target = (id: number) => (action.kind === 'status' ? action.status : (action.old.get(id) ?? null))
      return {
        batchSize: 200,
        fields: [],
        canShareBatch: (one, other) => target(one) === target(other),
        keep: (_id, row) => ({ before: requireStatus(row) }),
        judge: judgeByValue<BulkTypes, Submission>({
          valueOf: requireStatus,
          target,
          ...(action.kind === 'undoStatus' && { expected: action.written }),
        }),
        write: async (entries) => {
          await mutate(setStatuses(assetUid), { ids: idsOf(entries), statusUid: target(entries[0]?.id ?? 0) })
          return null
        },
      }
    }
    case 'edit':
    case 'undoEdit': {
      const { path } = action
      const target = (id: number) => (action.kind === 'edit' ? action.value : (action.old.get(id) ?? ''))
      return {
        batchSize: 50,
        fields: [path],
        canShareBatch: (one, other) => target(one) === target(other),
        keep: (_id, row) => ({ before: answerAt(path)(row) }),
        judge: judgeByValue<BulkTypes, Submission>({
          valueOf: answerAt(path),
          target,
          ...(action.kind === 'undoEdit' && { expected: action.written }),
        }),
        write: async (entries) => {
          const data = { [path]: target(entries[0]?.id ?? 0) }
          return outcomesOf(entries, await mutate(editAnswers(assetUid), { ids: idsOf(entries), data }))
        },
      }
    }
    case 'bring':
    case 'undoBring': {
      const textsOf = (texts: ReadonlyMap<number, AnswerTexts>, id: number) => Object.entries(texts.get(id) ?? {})
      const keys = new Map([...action.values].map(([id, texts]) => [id, JSON.stringify(texts)]))
      const paths = [action.values, action.expected].flatMap((texts) => [...texts.values()].flatMap(Object.keys))
      const stands = (row: Submission, texts: ReadonlyMap<number, AnswerTexts>) =>
        textsOf(texts, row._id).every(([path, text]) => textAt(row, path) === text)
      return {
        batchSize: 50,
        fields: [...new Set(paths.map(rowKeyOf))],
        canShareBatch: (one, other) => keys.get(one) === keys.get(other),
        // What was there before is part of the action.
        keep: () => ({ before: null }),
        judge: (_id, row, kept) => {
          if (!row) return { is: 'gone' }
          if (stands(row, action.values)) return kept ? { is: 'done', before: null } : { is: 'unchanged' }
          return stands(row, action.expected) ? null : { is: 'changedMeanwhile' }
        },
        write: async (entries) => {
          const data = action.values.get(entries[0]?.id ?? 0) ?? {}
          return outcomesOf(entries, await mutate(editAnswers(assetUid), { ids: idsOf(entries), data }))
        },
      }
    }
    case 'delete':
      return {
        batchSize: 100,
        fields: [],
        judge: (_id, row, kept) => (row ? null : { is: kept ? 'done' : 'gone' }),
        write: async (entries) => {
          await mutate(deleteSubmissions(assetUid), { ids: idsOf(entries) })
          return null
        },
      }
    case 'duplicate':
      return duplicateHandler(client, assetUid)
  }
}

function duplicateHandler(client: QueryClient, assetUid: string): ActionHandler {
  const mutate = mutating(client)
  // Only a higher `_id` can be the next duplicate: two submissions may have the same answers, and so their duplicates.
  let newest = 0
  const done = ({ _id }: Submission): Outcome => {
    newest = Math.max(newest, _id)
    return { is: 'done', result: { duplicate: _id } }
  }
  return {
    batchSize: 1,
    begin: async () => {
      const { results } = await client.query(
        submissionQueries.cursorPage(assetUid, { cursor: null, fields: [], limit: 1 }),
      )
      newest = Math.max(newest, results[0]?._id ?? 0)
    },
    keep: (_id, row) => ({ trace: { source: row, after: newest } }),
    judge: async (_id, row, kept) => {
      const duplicate = kept?.trace && (await findDuplicate(client, assetUid, kept.trace))
      return duplicate ? done(duplicate) : row ? null : { is: 'gone' }
    },
    write: async ([entry]) =>
      entry ? new Map([[entry.id, done(await mutate(duplicateSubmission(assetUid), { source: entry.item }))]]) : null,
  }
}

/** The outcome of each edited submission, by its root uuid, which an edit does not change. @see editAnswers */
function outcomesOf(
  entries: readonly BatchEntry<BulkTypes, Submission>[],
  { results }: BulkEditResult,
): Map<number, Outcome> {
  const rootOf = (row: Submission) => row['meta/rootUuid']?.replace(/^uuid:/, '')
  const idByRoot = new Map(entries.map(({ id, item }) => [rootOf(item), id]))
  return new Map(
    results.flatMap(({ root_uuid: root, status_code: status, message = '' }) => {
      const id = idByRoot.get(root ?? '')
      if (id === undefined) return []
      const isDone = status >= 200 && status < 300
      const outcome: Outcome = isDone
        ? { is: 'done' }
        : { is: 'failed', error: new ApiError('rejected', message, { status }) }
      return [[id, outcome] as const]
    }),
  )
}
