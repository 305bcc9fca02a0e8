import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import type { Verdict } from '#/api/kpi/submissions/schema.ts'
import { verdictOf } from '#/api/kpi/submissions/system-fields.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { countOutcomes, newJob, undoOf } from './bulk-job.ts'
import { runJob } from './bulk-run.ts'

const { uid } = DEMO_PROJECTS.arabic
const run = { assetUid: uid, isToStop: () => false, onChange: () => {} }

let client: QueryClient

beforeEach(async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  setTransport(DEMO_CONNECTION.server, await createDemoTransport({ storage: 'memory' }))
  bindCache(client, connections.use(DEMO_CONNECTION))
})

async function verdicts() {
  const { results } = await client.query({
    ...submissionQueries.page(uid, { page: 1, pageSize: 500, fields: [] }),
    staleTime: 0,
  })
  return new Map(results.map((row) => [row._id, verdictOf(row)]))
}

it.each<Verdict | null>([null, 'validation_status_on_hold'])(
  'sets the status %s for many of a wide form, and puts back the one that each had',
  async (verdict) => {
    const before = await verdicts()
    const others = [...before.values()].filter((each) => each !== verdict).length
    expect(others).toBeGreaterThan(20)

    const job = await runJob(client, newJob({ kind: 'status', verdict }, [...before.keys()]), run)
    expect(countOutcomes(job)).toMatchObject({ done: others, unchanged: before.size - others })
    expect(new Set((await verdicts()).values())).toEqual(new Set([verdict]))

    const undo = undoOf(job)
    expect(undo && countOutcomes(await runJob(client, undo, run))).toMatchObject({ done: others })
    expect(await verdicts()).toEqual(before)
  },
)
