import { MutationObserver, type QueryClient } from '@tanstack/react-query'
import { deleteSubmission, editAnswer } from '#/api/kpi/submissions/change-one.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import type { Writing } from './writing.ts'

const { uid } = DEMO_PROJECTS.household
const PATH = 'hh/head_name'

const some = async (client: QueryClient, query?: Record<string, unknown>) =>
  (await client.fetchQuery({ ...submissionQueries.below(uid, { query, below: null, limit: 1 }), staleTime: 0 })).results

async function newest(client: QueryClient) {
  const [found] = await some(client)
  if (!found) throw new Error('No submission in the demo')
  return found
}

let id = 0

/** What is done to a single submission. */
export const ON_ONE: Writing[] = [
  {
    factory: 'editAnswer',
    prepare: async (client) => {
      const seen = await newest(client)
      id = seen._id
      const press = { path: PATH, answer: 'Another name', seen }
      return async () => new MutationObserver(client, editAnswer(uid, id)).mutate(press)
    },
    isDone: async (client) => (await some(client, { _id: id }))[0]?.[PATH] === 'Another name',
    // What became of it is read again.
    differs: { 'odd-item': { kind: 'unreadable' } },
  },
  {
    factory: 'deleteSubmission',
    prepare: async (client) => {
      id = (await newest(client))._id
      return async () => new MutationObserver(client, deleteSubmission(uid, id)).mutate()
    },
    isDone: async (client) => (await some(client, { _id: id })).length === 0,
    isBodiless: true,
    differs: { '404': { kind: null, isTakenAsDone: true } },
  },
]
