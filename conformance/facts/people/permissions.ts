import { type Codename } from '#/api/kpi/permissions/codenames.ts'
import { planChange } from '#/api/kpi/permissions/plan-change.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { clear, give, heldBy, take } from '../../lab/sharing.ts'

/** What the second account holds after it was given some codenames, one after another. */
const afterGiving =
  (...codenames: string[]) =>
  async (lab: Lab) => {
    await clear(lab, lab.other.username)
    for (const codename of codenames) await give(lab, lab.other.username, codename)
    return heldBy(lab, lab.other.username)
  }

const afterTaking = (given: string[], taken: string) => async (lab: Lab) => {
  await afterGiving(...given)(lab)
  await take(lab, lab.other.username, taken)
  return heldBy(lab, lab.other.username)
}

/** What giving one codename gives, by KPI's own list [0124] and the recordings. */
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

/** What goes along when one codename is taken from a manager. */
const TAKEN: [taken: string, left: string[], source: string[]][] = [
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

const refusedFor = (username: (lab: Lab) => string, codename: string) => async (lab: Lab) => {
  const { status, body } = await give(lab, username(lab), codename)
  return { status, fields: Object.keys(body as object) }
}
const toOther = (lab: Lab) => lab.other.username

/** Who may do what with a project: what one permission brings along, excludes, and takes along when it goes. */
export const permissions: Group = {
  name: 'permissions',
  facts: [
    ...IMPLIED.map(([codename, held, source]) =>
      fact({
        name: `${codename} brings along what it needs`,
        source,
        needs: 'other',
        when: afterGiving(codename),
        expected: held,
      }),
    ),
    ...TAKEN.map(([codename, left, source]) =>
      fact({
        name: `taking ${codename} takes what needs it`,
        source,
        needs: 'other',
        when: afterTaking(['manage_asset'], codename),
        expected: left,
      }),
    ),
    fact({
      name: 'giving a second permission keeps the first',
      source: ['0602-b'],
      needs: 'other',
      when: afterGiving('add_submissions', 'view_asset'),
      expected: ['add_submissions', 'view_asset'],
    }),
    fact({
      name: 'giving the same again changes nothing',
      source: ['0632'],
      needs: 'other',
      when: afterGiving('view_asset', 'view_asset'),
      expected: ['view_asset'],
    }),
    fact({
      name: 'the app’s plan ends where it says it does, from reviewer to collector',
      source: ['0602-c', '0605'],
      needs: 'other',
      when: async (lab) => {
        const from = new Set<Codename>((await afterGiving('validate_submissions')(lab)) as Codename[])
        const plan = planChange(from, new Set<Codename>(['add_submissions', 'view_asset']))
        for (const codename of plan.give) await give(lab, lab.other.username, codename)
        for (const codename of plan.take) await take(lab, lab.other.username, codename)
        return heldBy(lab, lab.other.username)
      },
      expected: ['add_submissions', 'view_asset'],
    }),
    fact({
      name: 'an answer names only the one permission that was given',
      source: ['0602-i'],
      needs: 'other',
      when: async (lab) => {
        await clear(lab, lab.other.username)
        const { status, body } = await give(lab, lab.other.username, 'change_asset')
        return { status, permission: /permissions\/(\w+)\//.exec((body as { permission: string }).permission)?.[1] }
      },
      expected: { status: 201, permission: 'change_asset' },
    }),
    fact({
      name: 'relative addresses of people and permissions are understood',
      source: ['0635'],
      needs: 'other',
      when: async (lab) => {
        await clear(lab, lab.other.username)
        return (await give(lab, lab.other.username, 'view_asset')).status
      },
      expected: 201,
    }),
    fact({
      name: 'discover_asset is refused on a survey',
      source: ['0602-h'],
      needs: 'other',
      when: refusedFor(toOther, 'discover_asset'),
      expected: { status: 400, fields: ['permission'] },
    }),
    fact({
      name: 'an unknown permission is refused',
      source: ['0621'],
      needs: 'other',
      when: refusedFor(toOther, 'fly'),
      expected: { status: 400, fields: ['permission'] },
    }),
    fact({
      name: 'an unknown person is refused',
      source: ['0620'],
      when: refusedFor(() => 'nobody-of-that-name', 'view_asset'),
      expected: { status: 400, fields: ['user'] },
    }),
    fact({
      name: 'the owner cannot be given anything',
      source: ['0624'],
      when: refusedFor((lab) => lab.me.username, 'view_asset'),
      expected: { status: 400, fields: ['user'] },
    }),
    fact({
      name: 'nothing can be taken from the owner',
      source: ['0625'],
      when: async (lab) => (await take(lab, lab.me.username, 'view_asset')).status,
      expected: 409,
    }),
  ],
}
