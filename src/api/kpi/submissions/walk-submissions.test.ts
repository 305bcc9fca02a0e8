import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindCache, kpiOf, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import type { Submission } from './schema.ts'
import { walkSubmissions } from './walk-submissions.ts'

const { uid } = DEMO_PROJECTS.household
let client: QueryClient
let demo: Transport
let requested: URL[]

beforeEach(async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  demo = await createDemoTransport({ storage: 'memory' })
  requested = []
  setTransport(DEMO_CONNECTION.server, (request) => {
    requested.push(new URL(request.url))
    return demo(request)
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
})

async function walk(options: Parameters<typeof walkSubmissions>[2], onPage?: (page: number) => Promise<unknown>) {
  const rows: Submission[] = []
  let pages = 0
  for await (const { results } of walkSubmissions(client, uid, options)) {
    rows.push(...results)
    pages += 1
    await onPage?.(pages)
  }
  return { pages, ids: rows.map(({ _id }) => _id), rows }
}

describe('walkSubmissions', () => {
  it('yields each submission once, newest first', async () => {
    const { ids, pages } = await walk({ pageSize: 500 })
    expect(pages).toBe(3)
    expect(ids).toHaveLength(1060)
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a))
  })

  it('skips no submission when another is deleted meanwhile', async () => {
    const [first = 0] = (await walk({})).ids
    const remove = async () => kpiOf(client).delete(`api/v2/assets/${uid}/data/${first}/`)
    const { ids } = await walk({ pageSize: 500 }, async (page) => page === 1 && remove())
    expect(ids).toHaveLength(1060)
  })

  it('yields only submissions that match, and continues from a cursor', async () => {
    const username = (await walk({})).rows[0]?.['_submitted_by']
    const query = { _submitted_by: username }
    const all = await walk({ query })
    expect(all.ids.length).toBeGreaterThan(10)
    expect(all.rows.every((row) => row._submitted_by === username)).toBe(true)
    const cursor = all.ids[4] ?? null
    expect((await walk({ query, cursor, pageSize: 7 })).ids).toEqual(all.ids.slice(5))
  })

  it('loads only the fields that it is given', async () => {
    const { rows } = await walk({ fields: ['_submission_time'], pageSize: 1000 })
    expect(Object.keys(rows[0] ?? {})).not.toContain('__version__')
    expect(JSON.parse(requested[0]?.searchParams.get('fields') ?? '')).toEqual([
      '_id',
      '_validation_status',
      '_submission_time',
    ])
  })

  it('ends when its signal aborts', async () => {
    const controller = new AbortController()
    const { signal } = controller
    const walked = walk({ pageSize: 100, signal }, async (page) => page === 2 && controller.abort())
    await expect(walked).rejects.toMatchObject({ name: 'AbortError' })
    expect(requested).toHaveLength(2)
  })
})
