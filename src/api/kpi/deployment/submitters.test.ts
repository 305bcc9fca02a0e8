import { expect, it } from 'vitest'
import { submittersOf } from './submitters.ts'

const given = (username: string, codename: string) => ({
  url: `/api/v2/assets/a1/permission-assignments/${username}.${codename}/`,
  user: `/api/v2/users/${username}/`,
  permission: `/api/v2/permissions/${codename}/`,
})

it('submittersOf returns the users who may submit, and whether anyone may', () => {
  const people = [given('alice', 'view_asset'), given('alice', 'add_submissions'), given('bob', 'view_asset')]
  expect(submittersOf(people)).toEqual({ usernames: ['alice'], anyone: false })
  const open = [...people, given('AnonymousUser', 'view_asset'), given('AnonymousUser', 'add_submissions')]
  expect(submittersOf(open)).toEqual({ usernames: ['alice'], anyone: true })
})
