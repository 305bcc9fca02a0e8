import { type MutationObserverOptions, type QueryClient } from '@tanstack/react-query'
import type { ApiError } from '#/api/errors.ts'
import { deleteSubmissions, duplicateSubmission, editAnswers, setStatuses } from '#/api/kpi/submissions/mutations.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { statusOf } from '#/dataset/model/system-fields.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { mutation, type MutationCase } from './mutation-case.ts'

const { uid } = DEMO_PROJECTS.household
const PATH = 'hh/head_name'

/** All submissions on the server, newest first. */
const newest = async (client: QueryClient, query?: Record<string, unknown>) =>
  (
    await client.fetchQuery({
      ...submissionQueries.cursorPage(uid, { query, cursor: null, limit: 1000 }),
      staleTime: 0,
    })
  ).results
/** Reloads the given rows. */
const reload = async (client: QueryClient, rows: readonly Submission[]) =>
  newest(client, { _id: { $in: rows.map(({ _id }) => _id) } })

/** Declares a mutation of several rows, and how to check its result. */
function bulkCase<Variables, Data>(
  options: MutationObserverOptions<Data, ApiError, Variables>,
  variablesOf: (rows: readonly Submission[]) => Variables,
  isDone: (now: readonly Submission[]) => boolean,
  choose: (row: Submission) => boolean = () => true,
): Pick<MutationCase, 'prepare' | 'isDone'> {
  let rows: Submission[] = []
  return {
    prepare: async (client) => {
      rows = (await newest(client)).filter(choose).slice(0, 3)
      const variables = variablesOf(rows)
      return mutation(client, options, variables)
    },
    isDone: async (client) => isDone(await reload(client, rows)),
  }
}

const idsOf = (rows: readonly Submission[]) => ({ ids: rows.map(({ _id }) => _id) })

let before = 0

/** Mutations of several submissions. */
export const BULK_CASES: MutationCase[] = [
  {
    factory: 'setStatuses',
    variant: 'setting',
    ...bulkCase(
      setStatuses(uid),
      (rows) => ({ ...idsOf(rows), statusUid: 'validation_status_on_hold' as const }),
      (now) => now.every((row) => statusOf(row) === 'validation_status_on_hold'),
    ),
    isRepeatable: true,
  },
  {
    factory: 'setStatuses',
    variant: 'withdrawing',
    ...bulkCase(
      setStatuses(uid),
      (rows) => ({ ...idsOf(rows), statusUid: null }),
      (now) => now.every(({ _validation_status: status }) => status === null),
      ({ _validation_status: status }) => status !== null,
    ),
    isRepeatable: true,
  },
  {
    factory: 'editAnswers',
    ...bulkCase(
      editAnswers(uid),
      (rows) => ({ ...idsOf(rows), data: { [PATH]: 'Same' } }),
      (now) => now.every(({ [PATH]: name }) => name === 'Same'),
    ),
    isRepeatable: true,
    // After an unreadable item its result is unknown; the caller reloads.
    overrides: { 'unreadable-item': { kind: 'unreadable' } },
  },
  {
    factory: 'deleteSubmissions',
    ...bulkCase(deleteSubmissions(uid), idsOf, (now) => now.length === 0),
    // KPI deletes all or none: missing rows do not lead to the deletion of others.
    repeatKind: 'rejected',
  },
  {
    factory: 'duplicateSubmission',
    prepare: async (client) => {
      const [source] = await newest(client)
      if (!source) throw new Error('No submission in the demo')
      before = source._id
      const variables = { source, after: before }
      return mutation(client, duplicateSubmission(uid), variables)
    },
    isDone: async (client) => (await newest(client, { _id: { $gt: before } })).length === 1,
  },
]
