import { type Codename } from '#/api/kpi/permissions/codenames.ts'
import { planChange } from '#/api/kpi/permissions/plan-change.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { addPermission, permissionsOf, removeAllPermissions, removePermission } from '../../lab/sharing.ts'

/** The second account's permissions after some were added. */
const permissionsAfterAdding =
  (...codenames: string[]) =>
  async (lab: Lab) => {
    await removeAllPermissions(lab, lab.other.username)
    for (const codename of codenames) await addPermission(lab, lab.other.username, codename)
    return permissionsOf(lab, lab.other.username)
  }

const permissionsAfterRemoving = (given: string[], taken: string) => async (lab: Lab) => {
  await permissionsAfterAdding(...given)(lab)
  await removePermission(lab, lab.other.username, taken)
  return permissionsOf(lab, lab.other.username)
}

/** Permissions after one was added, from KPI's list [0124] and the recordings. */
const IMPLIED: [given: Codename, held: string[], source: string[]][] = [
  ['view_asset', ['view_asset'], ['0602-a']],
  ['change_asset', ['change_asset', 'view_asset'], ['0602-b']],
  ['add_submissions', ['add_submissions'], ['0602-c']],
  ['view_submissions', ['view_asset', 'view_submissions'], ['0602-d']],
  [
    'change_submissions',
    ['add_submissions', 'change_submissions', 'view_asset', 'view_submissions'],
    ['0602-e', '0603-e'],
  ],
  ['delete_submissions', ['delete_submissions', 'view_asset', 'view_submissions'], ['0124']],
  ['validate_submissions', ['validate_submissions', 'view_asset', 'view_submissions'], ['0602-g', '0603-g']],
  [
    'manage_asset',
    [
      'add_submissions',
      'change_asset',
      'change_submissions',
      'delete_submissions',
      'manage_asset',
      'validate_submissions',
      'view_asset',
      'view_submissions',
    ],
    ['0602-i', '0603-i', '0604'],
  ],
]

/** Permissions of a manager after one was removed. */
const REMOVED: [taken: string, left: string[], source: string[]][] = [
  ['view_asset', ['add_submissions'], ['0606', '0609']],
  [
    'add_submissions',
    ['change_asset', 'delete_submissions', 'validate_submissions', 'view_asset', 'view_submissions'],
    ['0608', '0609'],
  ],
  ['view_submissions', ['add_submissions', 'change_asset', 'view_asset'], ['0605', '0606', '0607']],
  [
    'change_submissions',
    ['add_submissions', 'change_asset', 'delete_submissions', 'validate_submissions', 'view_asset', 'view_submissions'],
    ['0609'],
  ],
  [
    'manage_asset',
    [
      'add_submissions',
      'change_asset',
      'change_submissions',
      'delete_submissions',
      'validate_submissions',
      'view_asset',
      'view_submissions',
    ],
    ['0609'],
  ],
]

const refusalOfAdding = (username: (lab: Lab) => string, codename: string) => async (lab: Lab) => {
  const { status, body } = await addPermission(lab, username(lab), codename)
  return { status, fields: Object.keys(body as object) }
}
const otherUsername = (lab: Lab) => lab.other.username

/** What adding and removing a permission adds, excludes and removes. */
export const permissions: Group = {
  name: 'permissions',
  facts: [
    ...IMPLIED.map(([codename, held, source]) =>
      fact({
        name: `${codename} adds what it depends on`,
        source,
        needs: 'other',
        when: permissionsAfterAdding(codename),
        expected: held,
      }),
    ),
    ...REMOVED.map(([codename, left, source]) =>
      fact({
        name: `removing ${codename} removes what depends on it`,
        source,
        needs: 'other',
        when: permissionsAfterRemoving(['manage_asset'], codename),
        expected: left,
      }),
    ),
    fact({
      name: 'adding a second permission keeps the first',
      source: ['0602-b'],
      needs: 'other',
      when: permissionsAfterAdding('add_submissions', 'view_asset'),
      expected: ['add_submissions', 'view_asset'],
    }),
    fact({
      name: 'adding the same permission again changes nothing',
      source: ['0632'],
      needs: 'other',
      when: permissionsAfterAdding('view_asset', 'view_asset'),
      expected: ['view_asset'],
    }),
    fact({
      name: 'the app’s plan from reviewer to collector has the planned result',
      source: ['0602-c', '0605'],
      needs: 'other',
      when: async (lab) => {
        const from = new Set<Codename>((await permissionsAfterAdding('validate_submissions')(lab)) as Codename[])
        const plan = planChange(from, new Set<Codename>(['add_submissions', 'view_asset']))
        for (const codename of plan.grant) await addPermission(lab, lab.other.username, codename)
        for (const codename of plan.revoke) await removePermission(lab, lab.other.username, codename)
        return permissionsOf(lab, lab.other.username)
      },
      expected: ['add_submissions', 'view_asset'],
    }),
    fact({
      name: 'the response contains only the permission that was added',
      source: ['0602-i'],
      needs: 'other',
      when: async (lab) => {
        await removeAllPermissions(lab, lab.other.username)
        const { status, body } = await addPermission(lab, lab.other.username, 'change_asset')
        return { status, permission: /permissions\/(\w+)\//.exec((body as { permission: string }).permission)?.[1] }
      },
      expected: { status: 201, permission: 'change_asset' },
    }),
    fact({
      name: 'relative URLs of users and permissions are accepted',
      source: ['0635'],
      needs: 'other',
      when: async (lab) => {
        await removeAllPermissions(lab, lab.other.username)
        return (await addPermission(lab, lab.other.username, 'view_asset')).status
      },
      expected: 201,
    }),
    fact({
      name: 'discover_asset is refused on a survey',
      source: ['0602-h'],
      needs: 'other',
      when: refusalOfAdding(otherUsername, 'discover_asset'),
      expected: { status: 400, fields: ['permission'] },
    }),
    fact({
      name: 'an unknown permission is refused',
      source: ['0621'],
      needs: 'other',
      when: refusalOfAdding(otherUsername, 'fly'),
      expected: { status: 400, fields: ['permission'] },
    }),
    fact({
      name: 'an unknown user is refused',
      source: ['0620'],
      when: refusalOfAdding(() => 'nobody-of-that-name', 'view_asset'),
      expected: { status: 400, fields: ['user'] },
    }),
    fact({
      name: 'permissions of the owner cannot be added',
      source: ['0624'],
      when: refusalOfAdding((lab) => lab.me.username, 'view_asset'),
      expected: { status: 400, fields: ['user'] },
    }),
    fact({
      name: 'permissions of the owner cannot be removed',
      source: ['0625'],
      when: async (lab) => (await removePermission(lab, lab.me.username, 'view_asset')).status,
      expected: 409,
    }),
  ],
}
