import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { statusOf } from '#/dataset/model/system-fields.ts'
import type { Status } from '#/dataset/query/status.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { countOutcomes } from '#/lib/batch-job/batch-job.ts'
import { runInMemory } from '#/lib/batch-job/job-in-tests.ts'
import { handlerOf } from './bulk-handlers.ts'
import { type BulkJob, newBulkJob, undoOf } from './bulk-job.ts'

const { uid } = DEMO_PROJECTS.arabic

let client: QueryClient
let requests: Request[]

const run = async (job: BulkJob) => runInMemory(job, handlerOf(client, uid, job.action))

beforeEach(async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  requests = []
  const demo = await createDemoTransport({ storage: 'memory' })
  setTransport(DEMO_CONNECTION.server, (request) => {
    requests.push(request)
    return demo(request)
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
})

async function loadStatuses() {
  const { results } = await client.query({
    ...submissionQueries.page(uid, { page: 1, pageSize: 500, fields: [] }),
    staleTime: 0,
  })
  return new Map(results.map((row) => [row._id, statusOf(row)]))
}

it.each<Status | null>([null, 'validation_status_on_hold'])(
  'sets the status %s of many submissions of a wide form, and undoes it',
  async (status) => {
    const before = await loadStatuses()
    const others = [...before.values()].filter((each) => each !== status).length
    expect(others).toBeGreaterThan(20)

    const job = await run(newBulkJob({ kind: 'status', status }, [...before.keys()]))
    expect(countOutcomes(job)).toMatchObject({ done: others, unchanged: before.size - others })
    expect(new Set((await loadStatuses()).values())).toEqual(new Set([status]))

    const undo = undoOf(job)
    expect(undo && countOutcomes(await run(undo))).toMatchObject({ done: others })
    expect(await loadStatuses()).toEqual(before)
  },
)

it('reads 40 submissions by one list, and a second one where some do not match any more', async () => {
  const listsOf = () =>
    requests.filter(({ method, url }) => method === 'GET' && new URL(url).pathname.endsWith('/data/'))
  const statuses = await loadStatuses()
  const none = [...statuses].flatMap(([id, status]) => (status === null ? [id] : []))
  const others = [...statuses].flatMap(([id, status]) => (status === null ? [] : [id]))
  const query = { _id: { $in: none } }
  const action = { kind: 'status', status: 'validation_status_on_hold' } as const

  requests = []
  expect(countOutcomes(await run(newBulkJob(action, none.slice(0, 40), query)))).toMatchObject({ done: 40 })
  expect(listsOf()).toHaveLength(1)

  requests = []
  const changed = others.filter((id) => statuses.get(id) !== 'validation_status_on_hold')
  const job = await run(newBulkJob(action, [...none.slice(40, 60), ...changed.slice(0, 5)], query))
  expect(countOutcomes(job)).toMatchObject({ done: 20, changedMeanwhile: 5 })
  expect(listsOf()).toHaveLength(2)
})
