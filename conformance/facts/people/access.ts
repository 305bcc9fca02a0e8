import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { addPermission, ANONYMOUS, permissionsOf, removeAllPermissions, removePermission } from '../../lab/sharing.ts'

/** The second account's permissions after some were added. */
const permissionsAfterAdding =
  (...codenames: string[]) =>
  async (lab: Lab) => {
    await removeAllPermissions(lab, lab.other.username)
    for (const codename of codenames) await addPermission(lab, lab.other.username, codename)
    return permissionsOf(lab, lab.other.username)
  }

/** The effects of permissions, and who may change them. */
export const access: Group = {
  name: 'access to projects',
  facts: [
    fact({
      name: 'the owner’s permissions cannot be removed in bulk',
      source: ['0658'],
      when: async (lab) => (await removeAllPermissions(lab, lab.me.username)).status,
      expected: 409,
    }),
    fact({
      name: 'all permissions of a user can be removed in one request',
      source: ['0657'],
      needs: 'other',
      when: async (lab) => {
        await permissionsAfterAdding('manage_asset')(lab)
        const { status } = await removeAllPermissions(lab, lab.other.username)
        return { status, held: await permissionsOf(lab, lab.other.username) }
      },
      expected: { status: 204, held: [] },
    }),
    fact({
      name: 'users/ returns 200 for a known username, 404 for others',
      source: ['0131', '0132'],
      needs: 'other',
      when: async (lab) => {
        const known = await lab.me.request('GET', `api/v2/users/${lab.other.username}/`)
        const unknown = await lab.me.request('GET', 'api/v2/users/nobody-of-that-name/')
        return [known.status, unknown.status]
      },
      expected: [200, 404],
    }),
    fact({
      name: 'the list of users needs an administrator',
      source: ['0130'],
      when: async (lab) => (await lab.me.request('GET', 'api/v2/users/')).status,
      expected: 403,
    }),
    fact({
      name: 'an editor may not add permissions',
      source: ['0626'],
      needs: 'other',
      when: async (lab) => {
        await permissionsAfterAdding('change_asset')(lab)
        const { path } = await lab.project('shared')
        const { status } = await lab.other.request('POST', `${path}permission-assignments/`, {
          body: { user: '/api/v2/users/AnonymousUser/', permission: '/api/v2/permissions/view_asset/' },
        })
        return status
      },
      expected: 403,
    }),
    fact({
      name: 'a manager may add permissions',
      source: ['0631'],
      needs: 'other',
      when: async (lab) => {
        await permissionsAfterAdding('manage_asset')(lab)
        const { path } = await lab.project('shared')
        const { status } = await lab.other.request('POST', `${path}permission-assignments/`, {
          body: { user: '/api/v2/users/AnonymousUser/', permission: '/api/v2/permissions/view_asset/' },
        })
        await removeAllPermissions(lab, ANONYMOUS)
        return status
      },
      expected: 201,
    }),
    fact({
      name: 'a user may remove their own permissions',
      source: ['0630'],
      needs: 'other',
      when: async (lab) => {
        await permissionsAfterAdding('view_asset')(lab)
        const { status } = await removePermission(lab, lab.other.username, 'view_asset', lab.other)
        return { status, held: await permissionsOf(lab, lab.other.username) }
      },
      expected: { status: 204, held: [] },
    }),
    fact({
      name: 'without manage_asset a user sees the owner’s and their own permissions',
      source: ['0347', '0675'],
      needs: 'other',
      when: async (lab) => {
        await permissionsAfterAdding('view_asset')(lab)
        await addPermission(lab, ANONYMOUS, 'view_asset')
        const { path } = await lab.project('shared')
        const { body } = await lab.other.request('GET', `${path}permission-assignments/`)
        await removeAllPermissions(lab, ANONYMOUS)
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
        await removeAllPermissions(lab, lab.other.username)
        const { path } = await lab.project('shared')
        const statuses = []
        for (const rest of ['', 'data/', 'permission-assignments/'])
          statuses.push((await lab.other.request('GET', path + rest)).status)
        return statuses
      },
      expected: [404, 404, 404],
    }),
    fact({
      name: 'a viewer cannot deploy',
      source: ['0524'],
      needs: 'other',
      when: async (lab) => {
        await permissionsAfterAdding('view_asset')(lab)
        return (
          await lab.other.request('PATCH', `${(await lab.project('shared')).path}deployment/`, {
            body: { active: false },
          })
        ).status
      },
      expected: 403,
    }),
    fact({
      name: 'a bulk request replaces all permissions',
      source: ['0651', '0655'],
      needs: 'other',
      when: async (lab) => {
        await permissionsAfterAdding('manage_asset')(lab)
        await addPermission(lab, ANONYMOUS, 'view_asset')
        const { path } = await lab.project('shared')
        const body = [
          { user: `/api/v2/users/${lab.other.username}/`, permission: '/api/v2/permissions/view_submissions/' },
        ]
        const { status } = await lab.me.request('POST', `${path}permission-assignments/bulk/`, { body })
        return {
          status,
          other: await permissionsOf(lab, lab.other.username),
          anybody: await permissionsOf(lab, ANONYMOUS),
        }
      },
      expected: { status: 200, other: ['view_asset', 'view_submissions'], anybody: [] },
    }),
    fact({
      name: 'a user who may only submit cannot see the project',
      source: ['0602-c', '0671'],
      needs: 'other',
      when: async (lab) => {
        await permissionsAfterAdding('add_submissions')(lab)
        return (await lab.other.request('GET', (await lab.project('shared')).path)).status
      },
      expected: 404,
    }),
    fact({
      name: 'the permissions of another project can be copied',
      source: ['0660'],
      needs: 'other',
      when: async (lab) => {
        await permissionsAfterAdding('view_submissions')(lab)
        const { uid } = await lab.project('shared')
        const { path } = await lab.project('draft')
        const { status, body } = await lab.me.request('PATCH', `${path}permission-assignments/clone/`, {
          body: { clone_from: uid },
        })
        const held = (body as { user: string; permission: string }[])
          .filter(({ user }) => user.includes(`/${lab.other.username}/`))
          .map(({ permission }) => /permissions\/(\w+)\//.exec(permission)?.[1])
          .toSorted((one = '', other = '') => one.localeCompare(other))
        await lab.me.request('DELETE', `${path}permission-assignments/bulk/`, {
          body: { username: lab.other.username },
        })
        return { status, held }
      },
      expected: { status: 200, held: ['view_asset', 'view_submissions'] },
    }),
  ],
}
