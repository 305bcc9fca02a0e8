import { describe, expect, it } from 'vitest'
import { accessConditionsOf, limitsOf } from './read-filter.ts'

describe('conditionsOf', () => {
  it('parses a filter by submitter', () => {
    expect(accessConditionsOf({ _submitted_by: 'carol' })).toEqual([{ kind: 'sent-by', usernames: ['carol'] }])
    expect(accessConditionsOf({ _submitted_by: { $in: ['bob', 'carol'] } })).toEqual([
      { kind: 'sent-by', usernames: ['bob', 'carol'] },
    ])
  })

  it('parses conditions on answers', () => {
    expect(accessConditionsOf({ 'hh/region': 'north', 'hh/size': { $in: ['3'] } })).toEqual([
      { kind: 'answer', path: 'hh/region', values: ['north'] },
      { kind: 'answer', path: 'hh/size', values: ['3'] },
    ])
  })

  it.each([
    { $or: [{ a: '1' }] },
    { 'hh/size': { $gt: '3' } },
    { 'hh/size': { $in: ['3'], $ne: '4' } },
    { _submitted_by: null },
    { 'hh/size': { $eq: '3' } },
    { tags: { $in: [{ a: 1 }] } },
  ])('returns unsupported filters as JSON: %j', (filter) => {
    expect(accessConditionsOf(filter)).toEqual([{ kind: 'other', json: JSON.stringify(filter) }])
  })
})

describe('limitsOf', () => {
  const bob = [{ _submitted_by: 'bob' }]

  it('merges equal filters of several permissions', () => {
    const partial = ['view_submissions', 'validate_submissions'].map((codename) => ({ codename, filters: bob }))
    expect(limitsOf(partial)).toEqual([{ codename: null, filters: bob }])
  })

  it('lists different filters separately', () => {
    const wider = { codename: 'view_submissions', filters: [...bob, { region: 'north' }] }
    const narrower = { codename: 'change_submissions', filters: bob }
    expect(limitsOf([wider, narrower])).toEqual([wider, narrower])
  })

  it('leaves out add_submissions, which cannot be limited [0613]', () => {
    const adds = { codename: 'add_submissions', filters: bob }
    expect(limitsOf([adds, { codename: 'view_submissions', filters: [{ region: 'north' }] }])).toEqual([
      { codename: null, filters: [{ region: 'north' }] },
    ])
    expect(limitsOf([adds])).toEqual([])
  })
})
