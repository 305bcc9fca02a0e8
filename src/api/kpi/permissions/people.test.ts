import { describe, expect, it } from 'vitest'
import { type Access, isSameAccess, toPeople } from './people.ts'

const assignment = (username: string, codename: string, more: object = {}) => ({
  url: `https://kf.example.org/api/v2/assets/a1/permission-assignments/${username}-${codename}/`,
  user: `https://kf.example.org/api/v2/users/${username}/`,
  permission: `https://kf.example.org/api/v2/permissions/${codename}/`,
  ...more,
})

describe('toPeople', () => {
  it('groups permissions by user', () => {
    const people = toPeople([
      assignment('bob', 'view_asset'),
      assignment('eve', 'view_asset'),
      assignment('bob', 'change_asset'),
    ])
    expect(people.map(({ username, held }) => [username, [...held]])).toEqual([
      ['bob', ['view_asset', 'change_asset']],
      ['eve', ['view_asset']],
    ])
  })

  it('returns partial permissions with their filters [0611]', () => {
    const partial_permissions = [
      { url: 'https://kf.example.org/api/v2/permissions/view_submissions/', filters: [{ _submitted_by: 'carol' }] },
    ]
    const [bob] = toPeople([assignment('bob', 'partial_submissions', { partial_permissions })])
    expect(bob?.partial).toEqual([{ codename: 'view_submissions', filters: [{ _submitted_by: 'carol' }] }])
  })

  it('includes users with unknown permissions only', () => {
    expect(toPeople([assignment('bob', 'discover_asset')])).toMatchObject([
      { username: 'bob', held: new Set(), unknown: ['discover_asset'] },
    ])
  })
})

describe('isSameAccess', () => {
  const limited = (...filters: Record<string, unknown>[]): Access => ({
    held: new Set(['partial_submissions', 'view_asset']),
    partial: [{ codename: 'view_submissions', filters }],
  })

  it('ignores the order', () => {
    const [one, other] = [{ _submitted_by: 'bob' }, { region: 'north' }]
    expect(isSameAccess(limited(one, other), limited(other, one))).toBe(true)
  })

  it('compares filters', () => {
    expect(isSameAccess(limited({ region: 'north' }), limited({ region: 'south' }))).toBe(false)
  })

  it('compares permissions', () => {
    const viewer: Access = { held: new Set(['view_asset']), partial: [] }
    expect(isSameAccess(viewer, { ...viewer, held: new Set(['view_asset', 'add_submissions']) })).toBe(false)
  })
})
