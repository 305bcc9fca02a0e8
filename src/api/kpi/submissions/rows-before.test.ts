import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { submissionQueries } from './queries.ts'
import { rowsBefore } from './rows-before.ts'

const { uid } = DEMO_PROJECTS.household

it.each([
  null,
  ...['_id', '_submission_time', '_submitted_by', '_validation_status.uid', 'hh/people', 'member_count'].flatMap(
    (field) => [true, false].map((descending) => ({ field, descending })),
  ),
])('matches exactly the rows before a row, sorted by %o', async (sort) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  setTransport(DEMO_CONNECTION.server, await createDemoTransport({ storage: 'memory' }))
  bindCache(client, connections.use(DEMO_CONNECTION))
  const { results } = await client.query(submissionQueries.page(uid, { page: 1, pageSize: 1000, sort }))
  for (const index of [0, 1, 77, 500, 999]) {
    const row = results[index]
    const query = row && rowsBefore(row, sort)
    expect(query).toBeTruthy()
    expect(await client.query(submissionQueries.count(uid, query ?? undefined))).toBe(index)
  }
})
