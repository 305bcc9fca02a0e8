import { historyQueries } from '#/api/kpi/history/queries.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { addRow } from '../../lab/projects.ts'

const historyOf = async (lab: Lab, q: string) => {
  const { body } = await lab.me.request('GET', `${(await lab.project('scratch')).path}history/`, {
    query: { limit: 5, ...(q && { q }) },
  })
  return (body as { count: number }).count
}

export const history: Group = {
  name: 'history',
  facts: [
    fact({
      name: 'each request for rows adds an entry, whatever its limit and fields',
      source: ['2001', '2003'],
      when: async (lab) => {
        const { path } = await lab.project('scratch')
        const before = await historyOf(lab, 'action:view-data')
        await lab.me.request('GET', `${path}data/`, { query: { limit: 1, fields: ['_id'] } })
        await lab.me.request('GET', `${path}data/`, { query: { limit: 30 } })
        return (await historyOf(lab, 'action:view-data')) - before
      },
      expected: 2,
    }),
    fact({
      name: 'requests for one row, counts or the project add no entry',
      source: ['2001', 'NOTES History and the access log'],
      when: async (lab) => {
        const project = await lab.project('scratch')
        const row = await addRow(lab, project, { name: 'x' })
        const before = await historyOf(lab, 'action:view-data')
        for (const rest of [`data/${row.id}/`, 'counts/', '']) await lab.me.request('GET', project.path + rest)
        return (await historyOf(lab, 'action:view-data')) - before
      },
      expected: 0,
    }),
    fact({
      name: 'NOT action:view-data excludes requests for rows',
      source: ['2002'],
      when: async (lab) => {
        const [all, views, others] = [
          await historyOf(lab, ''),
          await historyOf(lab, 'action:view-data'),
          await historyOf(lab, 'NOT action:view-data'),
        ]
        return all === views + others
      },
      expected: true,
    }),
    fact({
      name: 'an empty search is refused, a date that is none crashes, and a time without quotes finds nothing',
      source: ['seen on a real KPI'],
      when: async (lab) => {
        const { path } = await lab.project('scratch')
        const statuses: unknown[] = []
        for (const q of ['', 'date_created__gte:"nonsense"', 'date_created__gte:2020-01-01T00:00:00Z']) {
          const { status, body } = await lab.me.request('GET', `${path}history/?${new URLSearchParams({ q })}`)
          statuses.push(status === 200 ? (body as { count: number }).count : status)
        }
        return statuses
      },
      expected: [400, 500, 0],
    }),
    fact({
      name: 'words alone are searched for in what an entry is about',
      source: ['seen on a real KPI'],
      when: async (lab) => {
        const { path } = await lab.project('scratch')
        const { body } = await lab.me.request('GET', `${path}history/`, { query: { limit: 1, q: lab.me.username } })
        return (body as { count: number }).count > 0
      },
      expected: true,
    }),
    fact({
      name: 'the actions of a project are listed',
      source: ['2005', '0364'],
      when: async (lab) =>
        (
          (await lab.me.request('GET', `${(await lab.project('scratch')).path}history/actions/`)).body as {
            actions: string[]
          }
        ).actions.includes('deploy'),
      expected: true,
    }),
    fact({
      name: 'an entry contains action, user and date',
      source: ['0363'],
      when: async (lab) => {
        const { body } = await lab.me.request('GET', `${(await lab.project('scratch')).path}history/`, {
          query: { q: 'action:deploy' },
        })
        const [entry] = (body as { results: Record<string, unknown>[] }).results
        return {
          action: entry?.['action'],
          isMine: entry?.['username'] === lab.me.username,
          date: typeof entry?.['date_created'],
        }
      },
      expected: { action: 'deploy', isMine: true, date: 'string' },
    }),
    fact({
      name: 'entries are searched by action, person and date at once',
      source: ['1356', '2004', '2005'],
      when: async (lab) => {
        const { uid } = await lab.project('scratch')
        const search = { action: 'deploy', person: lab.me.username, withViews: false }
        const find = async (more: object) => {
          const { pages } = await lab.me.client.fetchInfiniteQuery(historyQueries.entries(uid, { ...search, ...more }))
          return pages[0]?.count
        }
        const hour = 3_600_000
        return {
          isKnown: (await lab.me.query(historyQueries.actions(uid))).includes('deploy'),
          today: await find({ from: new Date(Date.now() - 48 * hour), until: new Date(Date.now() + 48 * hour) }),
          before: await find({ until: new Date(Date.now() - 48 * hour) }),
          byOther: await find({ person: 'no.such.person' }),
        }
      },
      expected: { isKnown: true, today: 1, before: 0, byOther: 0 },
    }),
    fact({
      name: 'the history needs manage_asset',
      source: ['0365', '2007'],
      needs: 'other',
      when: async (lab) => {
        const { path } = await lab.project('shared')
        await lab.me.request('POST', `${path}permission-assignments/`, {
          body: { user: `/api/v2/users/${lab.other.username}/`, permission: '/api/v2/permissions/view_submissions/' },
        })
        const { status } = await lab.other.request('GET', `${path}history/`)
        await lab.me.request('DELETE', `${path}permission-assignments/bulk/`, {
          body: { username: lab.other.username },
        })
        return status
      },
      expected: 403,
    }),
  ],
}
