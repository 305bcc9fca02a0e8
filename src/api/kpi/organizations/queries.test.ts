import { describe, expect, it } from 'vitest'
import { inviteInLink } from './queries.ts'

const guid = '524fe313-8b7d-4052-97d7-93723d64efa9'

describe('inviteInLink', () => {
  it.each([
    `https://kf.example.org/#/projects/home?organization_invite=${guid}&organization_id=orgmWgJ566GoZAMVvMVXGHYA`,
    ` https://kf.example.org/#/projects/home?organization_id=orgmWgJ566GoZAMVvMVXGHYA&organization_invite=${guid} `,
  ])('reads the invite in %s', (link) => {
    expect(inviteInLink(link)).toEqual({ guid, organization: 'orgmWgJ566GoZAMVvMVXGHYA' })
  })

  it.each([
    '',
    'https://kf.example.org/',
    `?organization_invite=${guid}`,
    `?organization_invite=..&organization_id=org1`,
  ])('is null for %j', (text) => {
    expect(inviteInLink(text)).toBeNull()
  })
})
