import { MutationObserver, type MutationObserverOptions, type QueryClient } from '@tanstack/react-query'
import type { ApiError } from '#/api/errors.ts'
import { deleteSubmissions, duplicateSubmission, editAnswers, setStatuses } from '#/api/kpi/submissions/mutations.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { verdictOf } from '#/api/kpi/submissions/system-fields.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import type { Writing } from './writing.ts'

const { uid } = DEMO_PROJECTS.household
const PATH = 'hh/head_name'

/** All there are, newest first, as the server has them now. */
const newest = async (client: QueryClient, query?: Record<string, unknown>) =>
  (await client.fetchQuery({ ...submissionQueries.below(uid, { query, below: null, limit: 1000 }), staleTime: 0 }))
    .results
/** These again. */
const again = async (client: QueryClient, rows: readonly Submission[]) =>
  newest(client, { _id: { $in: rows.map(({ _id }) => _id) } })

/** A press of a button that does something to a few submissions, and whether it was done to them. */
function onMany<Variables, Data>(
  options: MutationObserverOptions<Data, ApiError, Variables>,
  variablesOf: (rows: readonly Submission[]) => Variables,
  isDone: (now: readonly Submission[]) => boolean,
  choose: (row: Submission) => boolean = () => true,
): Pick<Writing, 'prepare' | 'isDone'> {
  let rows: Submission[] = []
  return {
    prepare: async (client) => {
      rows = (await newest(client)).filter(choose).slice(0, 3)
      const variables = variablesOf(rows)
      return async () => new MutationObserver(client, options).mutate(variables)
    },
    isDone: async (client) => isDone(await again(client, rows)),
  }
}

const idsOf = (rows: readonly Submission[]) => ({ ids: rows.map(({ _id }) => _id) })

let before = 0

/** What is done to many submissions at once. */
export const ON_MANY: Writing[] = [
  {
    factory: 'setStatuses',
    way: 'setting',
    ...onMany(
      setStatuses(uid),
      (rows) => ({ ...idsOf(rows), verdict: 'validation_status_on_hold' as const }),
      (now) => now.every((row) => verdictOf(row) === 'validation_status_on_hold'),
    ),
    isRepeatable: true,
  },
  {
    factory: 'setStatuses',
    way: 'withdrawing',
    ...onMany(
      setStatuses(uid),
      (rows) => ({ ...idsOf(rows), verdict: null }),
      (now) => now.every(({ _validation_status: status }) => status === null),
      ({ _validation_status: status }) => status !== null,
    ),
    isRepeatable: true,
  },
  {
    factory: 'editAnswers',
    ...onMany(
      editAnswers(uid),
      (rows) => ({ ...idsOf(rows), data: { [PATH]: 'Same' } }),
      (now) => now.every(({ [PATH]: name }) => name === 'Same'),
    ),
    isRepeatable: true,
    // One that cannot be read leaves open what became of it: whoever wrote reads again.
    differs: { 'odd-item': { kind: 'unreadable' } },
  },
  {
    factory: 'deleteSubmissions',
    ...onMany(deleteSubmissions(uid), idsOf, (now) => now.length === 0),
    // All or none: those that are not there any more are no reason to delete others.
    again: 'rejected',
  },
  {
    factory: 'duplicateSubmission',
    prepare: async (client) => {
      const [source] = await newest(client)
      if (!source) throw new Error('No submission in the demo')
      before = source._id
      const press = { source, after: before }
      return async () => new MutationObserver(client, duplicateSubmission(uid)).mutate(press)
    },
    isDone: async (client) => (await newest(client, { _id: { $gt: before } })).length === 1,
  },
]
