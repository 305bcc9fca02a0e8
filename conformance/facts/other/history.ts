import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { addRow } from '../../lab/projects.ts'

const historyOf = async (lab: Lab, q: string) => {
  const { body } = await lab.me.ask('GET', `${(await lab.project('scratch')).path}history/`, {
    query: { limit: 5, ...(q && { q }) },
  })
  return (body as { count: number }).count
}

export const history: Group = {
  name: 'history',
  facts: [
    fact({
      name: 'each reading of rows writes a line, whatever its limit and fields',
      source: ['2001', '2003'],
      when: async (lab) => {
        const { path } = await lab.project('scratch')
        const before = await historyOf(lab, 'action:view-data')
        await lab.me.ask('GET', `${path}data/`, { query: { limit: 1, fields: ['_id'] } })
        await lab.me.ask('GET', `${path}data/`, { query: { limit: 30 } })
        return (await historyOf(lab, 'action:view-data')) - before
      },
      expected: 2,
    }),
    fact({
      name: 'one row, counts and the project itself write none',
      source: ['2001', 'NOTES History and the access log'],
      when: async (lab) => {
        const project = await lab.project('scratch')
        const row = await addRow(lab, project, { name: 'x' })
        const before = await historyOf(lab, 'action:view-data')
        for (const rest of [`data/${row.id}/`, 'counts/', '']) await lab.me.ask('GET', project.path + rest)
        return (await historyOf(lab, 'action:view-data')) - before
      },
      expected: 0,
    }),
    fact({
      name: 'NOT action:view-data leaves readings out',
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
      name: 'the actions that occur are listed',
      source: ['2005', '0364'],
      when: async (lab) =>
        (
          (await lab.me.ask('GET', `${(await lab.project('scratch')).path}history/actions/`)).body as {
            actions: string[]
          }
        ).actions.includes('deploy'),
      expected: true,
    }),
    fact({
      name: 'an entry names who did what when',
      source: ['0363'],
      when: async (lab) => {
        const { body } = await lab.me.ask('GET', `${(await lab.project('scratch')).path}history/`, {
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
      name: 'history is for those who manage',
      source: ['0365', '2007'],
      needs: 'other',
      when: async (lab) => {
        const { path } = await lab.project('shared')
        await lab.me.ask('POST', `${path}permission-assignments/`, {
          body: { user: `/api/v2/users/${lab.other.username}/`, permission: '/api/v2/permissions/view_submissions/' },
        })
        const { status } = await lab.other.ask('GET', `${path}history/`)
        await lab.me.ask('DELETE', `${path}permission-assignments/bulk/`, { body: { username: lab.other.username } })
        return status
      },
      expected: 403,
    }),
  ],
}
