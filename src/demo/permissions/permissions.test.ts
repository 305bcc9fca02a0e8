import { describe, expect, it } from 'vitest'
import type { Grant } from '#/demo/records.ts'
import { completePartial, giveGrant, takeGrant } from './permissions.ts'

let uids = 0
const makeUid = () => `p${++uids}`

const give = (...codenames: string[]): Grant[] =>
  codenames.reduce<Grant[]>((grants, codename) => giveGrant(grants, { username: 'bob', codename }, makeUid), [])

const held = (grants: Grant[]) => grants.map(({ codename }) => codename).toSorted((a, b) => a.localeCompare(b))

describe('giving a permission', () => {
  it.each([
    ['view_asset', ['view_asset']],
    ['change_asset', ['change_asset', 'view_asset']],
    ['add_submissions', ['add_submissions']],
    ['view_submissions', ['view_asset', 'view_submissions']],
    ['change_submissions', ['add_submissions', 'change_submissions', 'view_asset', 'view_submissions']],
    ['delete_submissions', ['delete_submissions', 'view_asset', 'view_submissions']],
    ['validate_submissions', ['validate_submissions', 'view_asset', 'view_submissions']],
  ])('%s brings what it implies [0602, 0603]', (codename, expected) => {
    expect(held(give(codename))).toEqual(expected)
  })

  it('manage_asset brings everything else [0603-i]', () => {
    expect(held(give('manage_asset'))).toHaveLength(8)
  })

  it('twice changes nothing [0632]', () => {
    const once = give('manage_asset')
    expect(giveGrant(once, { username: 'bob', codename: 'manage_asset' }, makeUid)).toEqual(once)
  })

  it('for some submissions takes away what is for all of them, and the other way round [0610-0612]', () => {
    const partial = [{ codename: 'view_submissions', filters: [{ _submitted_by: 'carol' }] }]
    const some = giveGrant(
      give('validate_submissions'),
      { username: 'bob', codename: 'partial_submissions', partial },
      makeUid,
    )
    expect(held(some)).toEqual(['partial_submissions', 'view_asset'])
    expect(held(giveGrant(some, { username: 'bob', codename: 'view_submissions' }, makeUid))).toEqual([
      'view_asset',
      'view_submissions',
    ])
  })

  it('leaves others alone', () => {
    const grants = giveGrant(give('view_asset'), { username: 'carol', codename: 'view_asset' }, makeUid)
    expect(takeGrant(grants, { username: 'bob', codename: 'view_asset' })).toEqual([
      expect.objectContaining({ username: 'carol' }),
    ])
  })
})

describe('taking a permission', () => {
  it.each([
    ['view_submissions', 'validate_submissions', ['view_asset']], // [0605, 0606]
    ['add_submissions', 'change_submissions', ['view_asset', 'view_submissions']], // [0608]
    ['view_asset', 'validate_submissions', []],
  ])('%s takes along what implies it', (codename, given, expected) => {
    expect(held(takeGrant(give(given), { username: 'bob', codename }))).toEqual(expected)
  })
})

it('fills in what partial permissions imply, filters joined [0613]', () => {
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
