import { describe, expect, it } from 'vitest'
import { summarizeAccess } from './access-summary.ts'

const assignment = (user: string, permission: string) => ({
  url: `https://kf.example.org/api/v2/assets/a/permission-assignments/${user}${permission}/`,
  user: `https://kf.example.org/api/v2/users/${user}/`,
  permission: `https://kf.example.org/api/v2/permissions/${permission}/`,
})

describe('summarizeAccess', () => {
  it('counts users, without the owner', () => {
    const assignments = [
      assignment('alice', 'view_asset'),
      assignment('bob', 'view_asset'),
      assignment('bob', 'view_submissions'),
    ]
    expect(summarizeAccess(assignments, 'alice')).toEqual({ others: 1, public: 'none' })
  })

  it.each([
    [['view_asset'], 'form'],
    [['view_asset', 'view_submissions'], 'submissions'],
    [['add_submissions'], 'submit'],
    [['add_submissions', 'view_asset'], 'submit-and-form'],
    [['add_submissions', 'view_asset', 'view_submissions'], 'all'],
  ])('public access with %j is "%s"', (codenames, expected) => {
    const assignments = codenames.map((codename) => assignment('AnonymousUser', codename))
    expect(summarizeAccess(assignments, 'alice')).toEqual({ others: 0, public: expected })
  })
})
