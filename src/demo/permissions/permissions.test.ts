import { describe, expect, it } from 'vitest'
import type { Grant } from '#/demo/records.ts'
import { addGrant, completePartial, removeGrant } from './permissions.ts'

let uids = 0
const makeUid = () => `p${++uids}`

const grantsAfterAdding = (...codenames: string[]): Grant[] =>
  codenames.reduce<Grant[]>((grants, codename) => addGrant(grants, { username: 'bob', codename }, makeUid), [])

const codenamesIn = (grants: Grant[]) => grants.map(({ codename }) => codename).toSorted((a, b) => a.localeCompare(b))

describe('adding a permission', () => {
  it.each([
    ['view_asset', ['view_asset']],
    ['change_asset', ['change_asset', 'view_asset']],
    ['add_submissions', ['add_submissions']],
    ['view_submissions', ['view_asset', 'view_submissions']],
    ['change_submissions', ['add_submissions', 'change_submissions', 'view_asset', 'view_submissions']],
    ['delete_submissions', ['delete_submissions', 'view_asset', 'view_submissions']],
    ['validate_submissions', ['validate_submissions', 'view_asset', 'view_submissions']],
  ])('%s adds what it implies [0602, 0603]', (codename, expected) => {
    expect(codenamesIn(grantsAfterAdding(codename))).toEqual(expected)
  })

  it('manage_asset adds all others [0603-i]', () => {
    expect(codenamesIn(grantsAfterAdding('manage_asset'))).toHaveLength(8)
  })

  it('a second time changes nothing [0632]', () => {
    const once = grantsAfterAdding('manage_asset')
    expect(addGrant(once, { username: 'bob', codename: 'manage_asset' }, makeUid)).toEqual(once)
  })

  it('for some submissions removes the ones for all submissions, and the reverse [0610-0612]', () => {
    const partial = [{ codename: 'view_submissions', filters: [{ _submitted_by: 'carol' }] }]
    const some = addGrant(
      grantsAfterAdding('validate_submissions'),
      { username: 'bob', codename: 'partial_submissions', partial },
      makeUid,
    )
    expect(codenamesIn(some)).toEqual(['partial_submissions', 'view_asset'])
    expect(codenamesIn(addGrant(some, { username: 'bob', codename: 'view_submissions' }, makeUid))).toEqual([
      'view_asset',
      'view_submissions',
    ])
  })

  it('does not change other users', () => {
    const grants = addGrant(grantsAfterAdding('view_asset'), { username: 'carol', codename: 'view_asset' }, makeUid)
    expect(removeGrant(grants, { username: 'bob', codename: 'view_asset' })).toEqual([
      expect.objectContaining({ username: 'carol' }),
    ])
  })
})

describe('removing a permission', () => {
  it.each([
    ['view_submissions', 'validate_submissions', ['view_asset']], // [0605, 0606]
    ['add_submissions', 'change_submissions', ['view_asset', 'view_submissions']], // [0608]
    ['view_asset', 'validate_submissions', []],
  ])('%s also removes what implies it', (codename, given, expected) => {
    expect(codenamesIn(removeGrant(grantsAfterAdding(given), { username: 'bob', codename }))).toEqual(expected)
  })
})

it('completePartial adds implied permissions and joins their filters [0613]', () => {
  const own = { _submitted_by: { $in: ['bob', 'carol'] } }
  const north = { 'household/region': 'north' }
  const carols = { _submitted_by: 'carol' }
  expect(
    completePartial([
      { codename: 'change_submissions', filters: [own] },
      { codename: 'validate_submissions', filters: [north, carols] },
    ]),
  ).toEqual([
    { codename: 'add_submissions', filters: [own] },
    { codename: 'view_submissions', filters: [own, north, carols] },
    { codename: 'change_submissions', filters: [own] },
    { codename: 'validate_submissions', filters: [north, carols] },
  ])
})
