import { readKey } from '#/api/kpi/account/mutations.ts'
import { profileFieldsOf } from '#/api/kpi/account/profile.ts'
import { accountQueries } from '#/api/kpi/account/queries.ts'
import { environmentQueries } from '#/api/kpi/environment/queries.ts'
import { organizationQueries } from '#/api/kpi/organizations/queries.ts'
import { projectViewQueries } from '#/api/kpi/project-views/queries.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'

const organizationOf = async (lab: Lab) =>
  (await lab.me.query({ ...organizationQueries.own(), staleTime: 0 })).organization?.id ?? ''

export const ownAccount: Group = {
  name: 'profile, API key, organization and project views',
  facts: [
    fact({
      name: 'the app reads the profile, and the server says which fields it has',
      source: ['0110', '0120'],
      when: async (lab) => {
        const account = await lab.me.query(accountQueries.own())
        const fields = profileFieldsOf(await lab.me.query(environmentQueries.profileForm()))
        return [account.username === lab.me.username, fields.some(({ name, required }) => name === 'name' && required)]
      },
      expected: [true, true],
    }),
    fact({
      name: 'the app reads the API key, which stays the same',
      source: ['0104', '2493'],
      when: async (lab) => {
        const key = await lab.me.mutate(readKey(), undefined)
        return key === (await lab.me.mutate(readKey(), undefined))
      },
      expected: true,
    }),
    fact({
      name: 'each account has an organization',
      source: ['0137', '0138'],
      when: async (lab) => (await organizationOf(lab)).startsWith('org'),
      expected: true,
    }),
    fact({
      name: 'the app lists the project views of the account, and the projects of one',
      source: ['0145', '1344', '1345'],
      demoOnly: 'needs a project view, which only an administrator can create',
      when: async (lab) => {
        const { results } = await lab.me.query(projectViewQueries.list())
        const { unreadable, count } = await lab.me.query(
          projectViewQueries.projects(results[0]?.uid ?? '', { text: '', page: 1, pageSize: 30 }),
        )
        return [results.length > 0, unreadable.length, count > 0]
      },
      expected: [true, 0, true],
    }),
  ],
}
