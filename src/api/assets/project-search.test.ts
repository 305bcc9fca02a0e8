import { describe, expect, it } from 'vitest'
import { toQuery } from './project-search.ts'

describe('toQuery', () => {
  it('asks for projects only', () => {
    expect(toQuery({ text: '', status: 'all' })).toBe('asset_type:survey')
  })

  it('narrows to a state', () => {
    expect(toQuery({ text: '', status: 'archived' })).toBe('asset_type:survey AND _deployment_status:archived')
  })

  it('looks for every word', () => {
    expect(toQuery({ text: ' household  turkana ', status: 'all' })).toBe(
      'asset_type:survey AND "household" AND "turkana"',
    )
  })

  it('leaves out words that KPI would refuse as too short', () => {
    expect(toQuery({ text: 'a of water', status: 'all' })).toBe('asset_type:survey AND "water"')
  })

  it('looks for operators and colons, and does not obey them', () => {
    expect(toQuery({ text: 'NOT owner:bob "x\\', status: 'all' })).toBe('asset_type:survey AND "NOT" AND "owner:bob"')
  })
})
