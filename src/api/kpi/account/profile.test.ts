import { describe, expect, it } from 'vitest'
import { missingFields, profileFieldsOf, profileOf } from './profile.ts'

const fields = profileFieldsOf({
  user_metadata_fields: [
    { name: 'name', required: true, label: 'Full name' },
    { name: 'organization_type', required: true, label: 'Type' },
    { name: 'organization', required: true, label: '' },
    { name: 'newsletter_subscription', required: false, label: 'News' },
    { name: 'motto', required: false },
  ],
})

describe('a profile', () => {
  it('has the fields of the server in its order, also those that the app does not know', () => {
    expect(fields.map(({ label, kind }) => [label, kind])).toEqual([
      ['Full name', 'text'],
      ['Type', 'organization-type'],
      ['organization', 'text'],
      ['News', 'checkbox'],
      ['motto', 'text'],
    ])
  })

  it('reads values of any type', () => {
    expect(profileOf({ name: null, motto: 7, newsletter_subscription: 'true', organization: {} }, fields)).toEqual({
      name: '',
      organization_type: '',
      organization: '',
      newsletter_subscription: true,
      motto: '7',
    })
  })

  it('requires no organization of those who have none', () => {
    const values = { name: 'Rose', organization: ' ', organization_type: 'none' }
    expect(missingFields(fields, values)).toEqual([])
    expect(missingFields(fields, { ...values, name: ' ', organization_type: 'government' })).toEqual([
      'name',
      'organization',
    ])
  })
})
