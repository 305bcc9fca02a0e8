import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'

interface Listed {
  count: number
  next: string | null
  results: { uid: string; name: string }[]
}

const nameOf = async (lab: Lab) => (await lab.me.query(assetQueries.detail((await lab.project('draft')).uid))).name

const list = async (lab: Lab, query: Record<string, string | number>) => {
  const { status, body } = await lab.me.request('GET', 'api/v2/assets/', { query })
  return { status, ...(body as Listed) }
}

/** What the list is sorted by, besides the name and the owner. */
const SORTED_VALUES: Record<string, (item: Partial<Record<string, unknown>>) => unknown> = {
  _deployment_status: (item) => item['deployment_status'],
  date_modified: (item) => item['date_modified'],
  settings__sector__value: (item) => (item['settings'] as { sector?: { value?: unknown } }).sector?.value,
  settings__description: (item) => (item['settings'] as { description?: unknown }).description,
}

/** The list of projects: order, paging, contents. */
export const projectList: Group = {
  name: 'list of projects',
  facts: [
    fact({
      name: 'names can be sorted in both directions',
      source: ['0310'],
      given: async (lab) => {
        await lab.project('draft')
        await lab.project('scratch')
      },
      when: async (lab) => {
        const run = (await nameOf(lab)).replace(/draft$/, '')
        const names = async (ordering: string) =>
          (await list(lab, { q: `name__icontains:"${run}"`, ordering })).results
            .map(({ name }) => name.slice(run.length))
            .filter((name) => name === 'draft' || name === 'scratch')
        return [await names('name'), await names('-name')]
      },
      expected: [
        ['draft', 'scratch'],
        ['scratch', 'draft'],
      ],
    }),
    fact({
      name: 'an unknown order is ignored',
      source: ['0312'],
      when: async (lab) => (await list(lab, { ordering: 'nonsense', limit: 1 })).status,
      expected: 200,
    }),
    ...Object.entries(SORTED_VALUES).map(([ordering, valueOf]) =>
      fact({
        name: `the list can be sorted by ${ordering} in both directions`,
        source: ['NOTES Paging, search, ordering', '0310'],
        given: async (lab) => {
          await lab.project('table')
          for (const [project, text] of [
            ['draft', 'Health'],
            ['scratch', 'Water'],
          ] as const)
            await lab.me.request('PATCH', (await lab.project(project)).path, {
              body: { settings: { description: text, sector: { label: text, value: text } } },
            })
        },
        when: async (lab) => {
          const q = `asset_type:survey AND name__icontains:"${(await nameOf(lab)).replace(/draft$/, '')}"`
          const values = async (order: string) =>
            (await list(lab, { q, ordering: order, limit: 1000 })).results
              .map((item) => valueOf(item as Partial<Record<string, unknown>>))
              .filter((value): value is string => typeof value === 'string' && value !== '')
          const [up, down] = [await values(ordering), await values(`-${ordering}`)]
          return {
            isSorted: up.join() === up.toSorted().join() && down.join() === down.toSorted().toReversed().join(),
            isTested: new Set(up).size > 1,
          }
        },
        expected: { isSorted: true, isTested: true },
      }),
    ),
    fact({
      name: 'the list cannot be sorted by the date of creation',
      source: ['NOTES Paging, search, ordering', '0312'],
      when: async (lab) => {
        const q = 'asset_type:survey'
        const uids = async (ordering: string) =>
          (await list(lab, { q, ordering, limit: 50 })).results.map(({ uid }) => uid)
        return (await uids('date_created')).join() === (await uids('-date_created')).join()
      },
      expected: true,
    }),
    fact({
      name: 'limit and start select a page',
      source: ['0306'],
      given: async (lab) => {
        await lab.project('draft')
        await lab.project('scratch')
      },
      when: async (lab) => {
        const run = (await nameOf(lab)).replace(/draft$/, '')
        const all = await list(lab, { q: `name__icontains:"${run}"`, ordering: 'name' })
        const second = await list(lab, { q: `name__icontains:"${run}"`, ordering: 'name', limit: 1, start: 1 })
        return {
          isSecond: second.results[0]?.uid === all.results[1]?.uid,
          isSameCount: second.count === all.count,
          length: second.results.length,
        }
      },
      expected: { isSecond: true, isSameCount: true, length: 1 },
    }),
    fact({
      name: 'items contain permissions and settings, but no content',
      source: ['0302', '2022', 'NOTES Further tried'],
      when: async (lab) => {
        const { uid } = await lab.project('draft')
        const [item] = (await list(lab, { q: `uid:${uid}` })).results as unknown as Record<string, unknown>[]
        return {
          permissions: Array.isArray(item?.['permissions']),
          settings: typeof item?.['settings'],
          content: 'content' in (item ?? {}),
        }
      },
      expected: { permissions: true, settings: 'object', content: false },
    }),
    fact({
      name: 'counts can be limited to a search',
      source: ['1301'],
      when: async (lab) =>
        (
          await lab.me.request('GET', 'api/v2/assets/counts/', {
            query: { q: `name__icontains:"${await nameOf(lab)}"` },
          })
        ).body,
      expected: { deployed_count: 0, archived_count: 0, draft_count: 1 },
    }),
    fact({
      name: 'the metadata of a search contain countries and languages',
      source: ['0330'],
      when: async (lab) =>
        Object.keys(
          (await lab.me.request('GET', 'api/v2/assets/metadata/', { query: { q: 'asset_type:survey' } }))
            .body as object,
        ).toSorted(),
      expected: ['countries', 'languages', 'organizations', 'sectors'],
    }),
    fact({
      name: 'the minimal list contains uids and names',
      source: ['1302'],
      when: async (lab) => {
        const { results } = (await lab.me.request('GET', 'api/v2/assets/minimal-list/', { query: { limit: 1 } }))
          .body as Listed
        return Object.keys(results[0] ?? {})
          .filter((key) => key === 'uid' || key === 'name')
          .toSorted()
      },
      expected: ['name', 'uid'],
    }),
    fact({
      name: 'a search of tags fails with 500',
      source: ['1343'],
      realOnly: 'it has no such endpoint',
      when: async (lab) => (await lab.me.request('GET', 'api/v2/tags/', { query: { q: 'name__icontains:wa' } })).status,
      expected: 500,
    }),
    fact({
      name: 'the app reads the list',
      source: ['0302'],
      when: async (lab) => {
        const name = await nameOf(lab)
        const page = await lab.me.query(
          assetQueries.list({ search: { text: name, status: 'all' }, ordering: 'name', page: 1, pageSize: 100 }),
        )
        return { names: page.results.map((item) => item.name === name), unreadable: page.unreadable.length }
      },
      expected: { names: [true], unreadable: 0 },
    }),
  ],
}
