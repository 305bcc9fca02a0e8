import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'

interface Listed {
  count: number
  next: string | null
  results: { uid: string; name: string }[]
}

const nameOf = async (lab: Lab) => (await lab.me.read(assetQueries.detail((await lab.project('draft')).uid))).name

const list = async (lab: Lab, query: Record<string, string | number>) => {
  const { status, body } = await lab.me.ask('GET', 'api/v2/assets/', { query })
  return { status, ...(body as Listed) }
}

/** The list of projects: search, filters, order, paging. */
export const projectList: Group = {
  name: 'list of projects',
  facts: [
    fact({
      name: 'names can be sorted both ways',
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
    fact({
      name: 'limit and start make pages',
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
      name: 'items of the list carry permissions and settings, and no content',
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
      name: 'counts of a search are those of its states',
      source: ['1301'],
      when: async (lab) =>
        (await lab.me.ask('GET', 'api/v2/assets/counts/', { query: { q: `name__icontains:"${await nameOf(lab)}"` } }))
          .body,
      expected: { deployed_count: 0, archived_count: 0, draft_count: 1 },
    }),
    fact({
      name: 'metadata of a search names countries and languages',
      source: ['0330'],
      realOnly: 'it has no such address',
      when: async (lab) =>
        Object.keys(
          (await lab.me.ask('GET', 'api/v2/assets/metadata/', { query: { q: 'asset_type:survey' } })).body as object,
        ).toSorted(),
      expected: ['countries', 'languages', 'organizations', 'sectors'],
    }),
    fact({
      name: 'the minimal list has uids and names',
      source: ['1302'],
      realOnly: 'it has no such address',
      when: async (lab) => {
        const { results } = (await lab.me.ask('GET', 'api/v2/assets/minimal-list/', { query: { limit: 1 } }))
          .body as Listed
        return Object.keys(results[0] ?? {})
          .filter((key) => key === 'uid' || key === 'name')
          .toSorted()
      },
      expected: ['name', 'uid'],
    }),
    fact({
      name: 'tags cannot be searched: a server fault',
      source: ['1343'],
      realOnly: 'it has no such address',
      when: async (lab) => (await lab.me.ask('GET', 'api/v2/tags/', { query: { q: 'name__icontains:wa' } })).status,
      expected: 500,
    }),
    fact({
      name: 'the app reads its list',
      source: ['0302'],
      when: async (lab) => {
        const name = await nameOf(lab)
        const page = await lab.me.read(
          assetQueries.list({ search: { text: name, status: 'all' }, ordering: 'name', page: 1, pageSize: 100 }),
        )
        return { names: page.results.map((item) => item.name === name), unreadable: page.unreadable.length }
      },
      expected: { names: [true], unreadable: 0 },
    }),
  ],
}
