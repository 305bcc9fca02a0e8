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
let answer: Transport
let asked: URL[]

beforeEach(async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  answer = await createDemoTransport({ storage: 'memory' })
  asked = []
  setTransport(DEMO_CONNECTION.server, (request) => {
    asked.push(new URL(request.url))
    return answer(request)
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
})

async function walked(options: Parameters<typeof walkSubmissions>[2], onPage?: (at: number) => Promise<unknown>) {
  const rows: Submission[] = []
  let pages = 0
  for await (const { results } of walkSubmissions(client, uid, options)) {
    rows.push(...results)
    pages += 1
    await onPage?.(pages)
  }
  return { pages, ids: rows.map(({ _id }) => _id), rows }
}

describe('a walk over the submissions', () => {
  it('comes by each of them once, newest first', async () => {
    const { ids, pages } = await walked({ pageSize: 500 })
    expect(pages).toBe(3)
    expect(ids).toHaveLength(1060)
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a))
  })

  it('leaves none out where some are deleted on the way', async () => {
    const [first = 0] = (await walked({})).ids
    const remove = async () => kpiOf(client).delete(`api/v2/assets/${uid}/data/${first}/`)
    const { ids } = await walked({ pageSize: 500 }, async (page) => page === 1 && remove())
    expect(ids).toHaveLength(1060)
  })

  it('keeps to the query, and goes on where another walk ended', async () => {
    const who = (await walked({})).rows[0]?.['_submitted_by']
    const query = { _submitted_by: who }
    const all = await walked({ query })
    expect(all.ids.length).toBeGreaterThan(10)
    expect(all.rows.every((row) => row._submitted_by === who)).toBe(true)
    const below = all.ids[4] ?? null
    expect((await walked({ query, below, pageSize: 7 })).ids).toEqual(all.ids.slice(5))
  })

  it('asks for the fields that are wanted only', async () => {
    const { rows } = await walked({ fields: ['_submission_time'], pageSize: 1000 })
    expect(Object.keys(rows[0] ?? {})).not.toContain('__version__')
    expect(JSON.parse(asked[0]?.searchParams.get('fields') ?? '')).toEqual([
      '_id',
      '_validation_status',
      '_submission_time',
    ])
  })

  it('ends where it is told to', async () => {
    const stop = new AbortController()
    const walk = walked({ pageSize: 100, signal: stop.signal }, async (page) => page === 2 && stop.abort())
    await expect(walk).rejects.toMatchObject({ name: 'AbortError' })
    expect(asked).toHaveLength(2)
  })
})
