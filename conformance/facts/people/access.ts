import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { ANONYMOUS, clear, give, heldBy, take } from '../../lab/sharing.ts'

/** What the second account holds after it was given some codenames, one after another. */
const afterGiving =
  (...codenames: string[]) =>
  async (lab: Lab) => {
    await clear(lab, lab.other.username)
    for (const codename of codenames) await give(lab, lab.other.username, codename)
    return heldBy(lab, lab.other.username)
  }

/** Who may do what with a project: what one permission brings along, excludes, and takes along when it goes. */
export const access: Group = {
  name: 'who may do what',
  facts: [
    fact({
      name: 'all of the owner cannot be taken either',
      source: ['0658'],
      when: async (lab) => (await clear(lab, lab.me.username)).status,
      expected: 409,
    }),
    fact({
      name: 'all that somebody holds can be taken at once',
      source: ['0657'],
      needs: 'other',
      when: async (lab) => {
        await afterGiving('manage_asset')(lab)
        const { status } = await clear(lab, lab.other.username)
        return { status, held: await heldBy(lab, lab.other.username) }
      },
      expected: { status: 204, held: [] },
    }),
    fact({
      name: 'a name is checked by its address: 200 or 404',
      source: ['0131', '0132'],
      needs: 'other',
      when: async (lab) => {
        const known = await lab.me.ask('GET', `api/v2/users/${lab.other.username}/`)
        const unknown = await lab.me.ask('GET', 'api/v2/users/nobody-of-that-name/')
        return [known.status, unknown.status]
      },
      expected: [200, 404],
    }),
    fact({
      name: 'the list of all people is for administrators',
      source: ['0130'],
      when: async (lab) => (await lab.me.ask('GET', 'api/v2/users/')).status,
      expected: 403,
    }),
    fact({
      name: 'an editor may not give permissions on',
      source: ['0626'],
      needs: 'other',
      when: async (lab) => {
        await afterGiving('change_asset')(lab)
        const { path } = await lab.project('shared')
        const { status } = await lab.other.ask('POST', `${path}permission-assignments/`, {
          body: { user: '/api/v2/users/AnonymousUser/', permission: '/api/v2/permissions/view_asset/' },
        })
        return status
      },
      expected: 403,
    }),
    fact({
      name: 'a manager may give permissions on',
      source: ['0631'],
      needs: 'other',
      when: async (lab) => {
        await afterGiving('manage_asset')(lab)
        const { path } = await lab.project('shared')
        const { status } = await lab.other.ask('POST', `${path}permission-assignments/`, {
          body: { user: '/api/v2/users/AnonymousUser/', permission: '/api/v2/permissions/view_asset/' },
        })
        await clear(lab, ANONYMOUS)
        return status
      },
      expected: 201,
    }),
    fact({
      name: 'somebody may leave a project',
      source: ['0630'],
      needs: 'other',
      when: async (lab) => {
        await afterGiving('view_asset')(lab)
        const { status } = await take(lab, lab.other.username, 'view_asset', lab.other)
        return { status, held: await heldBy(lab, lab.other.username) }
      },
      expected: { status: 204, held: [] },
    }),
    fact({
      name: 'those who do not manage see the owner’s and their own permissions',
      source: ['0347', '0675'],
      needs: 'other',
      when: async (lab) => {
        await afterGiving('view_asset')(lab)
        await give(lab, ANONYMOUS, 'view_asset')
        const { path } = await lab.project('shared')
        const { body } = await lab.other.ask('GET', `${path}permission-assignments/`)
        await clear(lab, ANONYMOUS)
        const people = new Set((body as { user: string }[]).map(({ user }) => /users\/([^/]+)\//.exec(user)?.[1]))
        return { me: people.has(lab.me.username), other: people.has(lab.other.username) }
      },
      expected: { me: true, other: true },
    }),
    fact({
      name: 'without access a project, its rows and its permissions are 404',
      source: ['0348', '0751', '0628'],
      needs: 'other',
      when: async (lab) => {
        await clear(lab, lab.other.username)
        const { path } = await lab.project('shared')
        const statuses = []
        for (const rest of ['', 'data/', 'permission-assignments/'])
          statuses.push((await lab.other.ask('GET', path + rest)).status)
        return statuses
      },
      expected: [404, 404, 404],
    }),
    fact({
      name: 'somebody who may only look cannot deploy: 403',
      source: ['0524'],
      needs: 'other',
      when: async (lab) => {
        await afterGiving('view_asset')(lab)
        return (
          await lab.other.ask('PATCH', `${(await lab.project('shared')).path}deployment/`, { body: { active: false } })
        ).status
      },
      expected: 403,
    }),
    fact({
      name: 'bulk replaces everybody’s permissions',
      source: ['0651', '0655'],
      needs: 'other',
      when: async (lab) => {
        await afterGiving('manage_asset')(lab)
        await give(lab, ANONYMOUS, 'view_asset')
        const { path } = await lab.project('shared')
        const body = [
          { user: `/api/v2/users/${lab.other.username}/`, permission: '/api/v2/permissions/view_submissions/' },
        ]
        const { status } = await lab.me.ask('POST', `${path}permission-assignments/bulk/`, { body })
        return { status, other: await heldBy(lab, lab.other.username), anybody: await heldBy(lab, ANONYMOUS) }
      },
      expected: { status: 200, other: ['view_asset', 'view_submissions'], anybody: [] },
    }),
    fact({
      name: 'somebody who may only submit sees no project',
      source: ['0602-c', '0671'],
      needs: 'other',
      when: async (lab) => {
        await afterGiving('add_submissions')(lab)
        return (await lab.other.ask('GET', (await lab.project('shared')).path)).status
      },
      expected: 404,
    }),
    fact({
      name: 'the permissions of another project can be taken over',
      source: ['0660'],
      needs: 'other',
      realOnly: 'it has no such address',
      when: async (lab) => {
        await afterGiving('view_submissions')(lab)
        const { uid } = await lab.project('shared')
        const { path } = await lab.project('draft')
        const { status, body } = await lab.me.ask('PATCH', `${path}permission-assignments/clone/`, {
          body: { clone_from: uid },
        })
        const held = (body as { user: string; permission: string }[])
          .filter(({ user }) => user.includes(`/${lab.other.username}/`))
          .map(({ permission }) => /permissions\/(\w+)\//.exec(permission)?.[1])
          .toSorted((one = '', other = '') => one.localeCompare(other))
        await lab.me.ask('DELETE', `${path}permission-assignments/bulk/`, { body: { username: lab.other.username } })
        return { status, held }
      },
      expected: { status: 200, held: ['view_asset', 'view_submissions'] },
    }),
  ],
}
