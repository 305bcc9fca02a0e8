import { describe, expect, it } from 'vitest'
import { historyQuery } from './search.ts'

const all = { action: '', person: '', withViews: true }

describe('historyQuery', () => {
  it('leaves out views of the data, unless they are wanted or an action is named [2002]', () => {
    expect(historyQuery(all)).toBeUndefined()
    expect(historyQuery({ ...all, withViews: false })).toBe('NOT action:view-data')
    expect(historyQuery({ ...all, withViews: false, action: 'view-data' })).toBe('action:"view-data"')
  })

  it('joins all conditions', () => {
    const search = {
      action: 'deploy',
      person: 'p.lefevre',
      from: new Date('2026-11-01T00:00:00Z'),
      until: new Date('2026-11-03T00:00:00Z'),
      withViews: false,
    }
    expect(historyQuery(search)).toBe(
      'action:"deploy" AND user__username:"p.lefevre" AND date_created__gte:"2026-11-01T00:00:00.000Z" AND date_created__lt:"2026-11-03T00:00:00.000Z"',
    )
  })

  it('keeps what is typed inside one value', () => {
    expect(historyQuery({ ...all, person: 'a" OR action:"b' })).toBe(`user__username:'a" OR action:"b'`)
    expect(historyQuery({ ...all, person: `a"'b` })).toBe(`user__username:'a"b'`)
  })
})
