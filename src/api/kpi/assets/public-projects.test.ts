import { CancelledError, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { summarizeAccess } from '#/api/kpi/permissions/access-summary.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { ALL_PROJECTS, PUBLIC_FILTERS, type ProjectSearch } from './project-search.ts'
import { assetQueries, type ProjectPage } from './queries.ts'

let client: QueryClient
let requested: string[]

beforeEach(async () => {
  requested = []
  const demo = await createDemoTransport({ storage: 'memory' })
  setTransport(DEMO_CONNECTION.server, async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    requested.push(`${pathname.replace('/api/v2/', '')}${searchParams.get('start') ?? ''}`)
    return demo(request)
  })
  client = new QueryClient()
  bindCache(client, connections.use(DEMO_CONNECTION))
})
afterEach(() => connections.forgetAll())

const listOf = (
  search: Partial<ProjectSearch>,
  { page = 1, pageSize = 100, ordering = 'name' }: Partial<ProjectPage> = {},
) =>
  client.query({
    ...assetQueries.list({ search: { ...ALL_PROJECTS, ...search }, ordering, page, pageSize }),
    staleTime: 0,
  })
const countsOf = (search: Partial<ProjectSearch>) => client.query(assetQueries.counts({ ...ALL_PROJECTS, ...search }))
const uidsOf = async (search: Partial<ProjectSearch>) => (await listOf(search)).results.map(({ uid }) => uid)

describe('projects by public access', () => {
  it('each filter shows what its name says, and none and any are all projects', async () => {
    const { results } = await listOf({})
    const stateOf = new Map(
      results.map(({ uid, permissions, owner__username: owner }) => [uid, summarizeAccess(permissions, owner).public]),
    )
    const states = new Map<string, Set<string | undefined>>()
    for (const filter of PUBLIC_FILTERS)
      states.set(filter, new Set((await uidsOf({ public: filter })).map((uid) => stateOf.get(uid))))
    expect(states.get('none')).toEqual(new Set(['none']))
    expect(states.get('any')?.has('none')).toBe(false)
    expect([...(states.get('submit') ?? [])].every((state) => /submit|all/.test(state ?? ''))).toBe(true)
    expect([...(states.get('submissions') ?? [])].every((state) => /submissions|all/.test(state ?? ''))).toBe(true)
    const [any, none] = [await uidsOf({ public: 'any' }), await uidsOf({ public: 'none' })]
    expect([...any, ...none].toSorted()).toEqual([...stateOf.keys()].toSorted())
    expect(await uidsOf({ public: 'form' })).toContain(DEMO_PROJECTS.public.uid)
    expect(any.length).toBeGreaterThan(1)
  })

  it('combines with the other filters and the order, and is cut into pages', async () => {
    const all = await uidsOf({ public: 'none', status: 'deployed', owner: 'demo' })
    const deployed = await uidsOf({ status: 'deployed', owner: 'demo' })
    const publicOnes = await uidsOf({ public: 'any', status: 'deployed', owner: 'demo' })
    expect(all).toEqual(deployed.filter((uid) => !publicOnes.includes(uid)))
    expect(publicOnes.length).toBeGreaterThan(0)

    const page = await listOf({ public: 'none', status: 'deployed', owner: 'demo' }, { page: 2, pageSize: 3 })
    expect(page.results.map(({ uid }) => uid)).toEqual(all.slice(3, 6))
    expect(page.count).toBe(all.length)
    const reversed = await listOf({ public: 'none', status: 'deployed', owner: 'demo' }, { ordering: '-name' })
    expect(reversed.results.map(({ uid }) => uid)).toEqual(all.toReversed())
  })

  it('counts by status, and reads the projects once for the list and the counts', async () => {
    const search = { public: 'any', status: 'deployed' } as const
    const [list, counts] = await Promise.all([listOf(search, { ordering: '-date_modified' }), countsOf(search)])
    expect(counts.deployed_count).toBe(list.count)
    expect(requested).toEqual(['assets/0'])
    const everyone = await uidsOf({ public: 'any' })
    expect(counts.deployed_count + counts.draft_count + counts.archived_count).toBe(everyone.length)
  })

  it('reads again what was invalidated', async () => {
    await listOf({ public: 'any' })
    await client.invalidateQueries({ queryKey: assetQueries.lists() })
    await listOf({ public: 'any' })
    expect(requested).toEqual(['assets/0', 'assets/0'])
  })

  it('stops reading when the list is left', async () => {
    const list = listOf({ public: 'any' })
    await Promise.resolve()
    await client.cancelQueries({ queryKey: assetQueries.lists() })
    await expect(list).rejects.toThrow(CancelledError)
    expect(client.isFetching()).toBe(0)
  })
})
