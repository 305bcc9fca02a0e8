import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { sendRow } from '../../lab/projects.ts'
import { addPermission, ANONYMOUS, permissionsOf, removeAllPermissions } from '../../lab/sharing.ts'

const publicPermissionsAfterAdding = (codename: string) => async (lab: Lab) => {
  await removeAllPermissions(lab, ANONYMOUS)
  const { status } = await addPermission(lab, ANONYMOUS, codename)
  const held = await permissionsOf(lab, ANONYMOUS)
  await removeAllPermissions(lab, ANONYMOUS)
  return { status, held }
}

const refusedFact = (codename: string, source: string[]) =>
  fact({
    name: `AnonymousUser cannot have ${codename}`,
    source,
    when: publicPermissionsAfterAdding(codename),
    expected: { status: 400, held: [] },
  })

/** Access without an account. */
export const publicAccess: Group = {
  name: 'public access',
  facts: [
    fact({
      name: 'view_asset can be public',
      source: ['0640-a'],
      when: publicPermissionsAfterAdding('view_asset'),
      expected: { status: 201, held: ['view_asset'] },
    }),
    fact({
      name: 'public view_submissions also makes the form public',
      source: ['0640-d'],
      when: publicPermissionsAfterAdding('view_submissions'),
      expected: { status: 201, held: ['view_asset', 'view_submissions'] },
    }),
    fact({
      name: 'public add_submissions adds nothing else',
      source: ['0640-c'],
      when: publicPermissionsAfterAdding('add_submissions'),
      expected: { status: 201, held: ['add_submissions'] },
    }),
    refusedFact('change_asset', ['0640-b']),
    refusedFact('change_submissions', ['0640-e']),
    refusedFact('delete_submissions', ['0640-f']),
    refusedFact('manage_asset', ['0640-i']),
    fact({
      name: 'a public project can be read without an account, a private one cannot',
      source: ['0642', '0643', '0349', '0752'],
      when: async (lab) => {
        const { path } = await lab.project('shared')
        const statuses = async () => [
          (await lab.anonymous.request('GET', path)).status,
          (await lab.anonymous.request('GET', `${path}data/`)).status,
        ]
        await removeAllPermissions(lab, ANONYMOUS)
        const closed = await statuses()
        await addPermission(lab, ANONYMOUS, 'view_submissions')
        const open = await statuses()
        await removeAllPermissions(lab, ANONYMOUS)
        return { closed, open }
      },
      expected: { closed: [404, 404], open: [200, 200] },
    }),
    fact({
      name: 'a public project is not in other users’ lists',
      source: ['0644'],
      needs: 'other',
      when: async (lab) => {
        const { uid } = await lab.project('shared')
        await removeAllPermissions(lab, lab.other.username)
        await addPermission(lab, ANONYMOUS, 'view_submissions')
        const { body } = await lab.other.request('GET', 'api/v2/assets/', { query: { q: `uid:${uid}` } })
        await removeAllPermissions(lab, ANONYMOUS)
        return (body as { count: number }).count
      },
      expected: 0,
    }),
    fact({
      name: 'anonymous submissions need public add_submissions',
      source: ['0803', '0807'],
      when: async (lab) => {
        const project = await lab.project('shared')
        await removeAllPermissions(lab, ANONYMOUS)
        const closed = await sendRow(lab, project, { name: 'x' }, { account: lab.anonymous })
        await addPermission(lab, ANONYMOUS, 'add_submissions')
        const open = await sendRow(
          lab,
          project,
          { name: 'x' },
          { account: lab.anonymous, path: `${lab.me.username}/submission` },
        )
        await removeAllPermissions(lab, ANONYMOUS)
        return [closed.status, open.status]
      },
      expected: [401, 201],
    }),
    fact({
      name: 'the list of users needs authentication',
      source: ['0133'],
      when: async (lab) => (await lab.anonymous.request('GET', 'api/v2/users/')).status,
      expected: 401,
    }),
  ],
}
