import type { QueryClient } from '@tanstack/react-query'
import { deleteSubmission, editAnswer } from '#/api/kpi/submissions/change-one.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { mutation, type MutationCase } from './mutation-case.ts'

const { uid } = DEMO_PROJECTS.household
const PATH = 'hh/head_name'

const rowsOf = async (client: QueryClient, query?: Record<string, unknown>) =>
  (await client.fetchQuery({ ...submissionQueries.cursorPage(uid, { query, cursor: null, limit: 1 }), staleTime: 0 }))
    .results

async function newest(client: QueryClient) {
  const [row] = await rowsOf(client)
  if (!row) throw new Error('No submission in the demo')
  return row
}

let id = 0

/** Mutations of one submission. */
export const ROW_CASES: MutationCase[] = [
  {
    factory: 'editAnswer',
    prepare: async (client) => {
      const seen = await newest(client)
      id = seen._id
      const variables = { path: PATH, answer: 'Another name', base: seen }
      return mutation(client, editAnswer(uid, id), variables)
    },
    isDone: async (client) => (await rowsOf(client, { _id: id }))[0]?.[PATH] === 'Another name',
    // The result is reloaded.
    overrides: { 'unreadable-item': { kind: 'unreadable' } },
  },
  {
    factory: 'deleteSubmission',
    prepare: async (client) => {
      id = (await newest(client))._id
      return mutation(client, deleteSubmission(uid, id), undefined)
    },
    isDone: async (client) => (await rowsOf(client, { _id: id })).length === 0,
    isBodiless: true,
    overrides: { '404': { kind: null, countsAsSuccess: true } },
  },
]
