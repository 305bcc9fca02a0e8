import { describe, expect, it } from 'vitest'
import type { RowFilter, Test } from '#/dataset/query/filter.ts'
import { canonicalJson } from '#/lib/canonical-json.ts'
import { toMongoQuery } from './mongo-query.ts'
import { questionsOf } from './questions.ts'
import { readMongoQuery } from './read-query.ts'

const form = {
  questions: questionsOf({
    survey: [
      { type: 'text', name: 'name', $xpath: 'hh/name' },
      { type: 'integer', name: 'age', $xpath: 'hh/age' },
      { type: 'date', name: 'day', $xpath: 'hh/day' },
      { type: 'start', name: 'start', $xpath: 'start' },
      { type: 'select_one', name: 'region', $xpath: 'hh/region', select_from_list_name: 'regions' },
      { type: 'select_multiple', name: 'water', $xpath: 'hh/water', select_from_list_name: 'water' },
      { type: 'begin_repeat', name: 'member', $xpath: 'member' },
      { type: 'select_one', name: 'sex', $xpath: 'member/sex', select_from_list_name: 'sex' },
      { type: 'end_repeat' },
    ],
  }),
}

const read = (query: Record<string, unknown>) => readMongoQuery(query, form)
const one = (field: string, test: Test): RowFilter => ({ join: 'and', parts: [{ field, test }] })

describe('readMongoQuery', () => {
  it.each<[string, Test]>([
    ['hh/name', { op: 'contains', text: 'a.(b' }],
    ['hh/name', { op: 'notContains', text: 'x-y' }],
    ['hh/name', { op: 'startsWith', text: '$5' }],
    ['hh/name', { op: 'is', text: 'Amina' }],
    ['hh/name', { op: 'isNot', text: 'Amina' }],
    ['hh/name', { op: 'blank' }],
    ['hh/name', { op: 'answered' }],
    ['hh/age', { op: 'atLeast', number: '18' }],
    ['hh/age', { op: 'moreThan', number: '18' }],
    ['hh/age', { op: 'atMost', number: '-4' }],
    ['hh/age', { op: 'lessThan', number: '0' }],
    ['hh/age', { op: 'number', from: '5', to: '17' }],
    ['hh/age', { op: 'is', text: '7' }],
    ['hh/day', { op: 'on', day: '2026-11-20' }],
    ['hh/day', { op: 'day', from: '2026-11-01', to: null }],
    ['_submission_time', { op: 'day', from: '2026-11-01', to: '2026-11-20' }],
    ['start', { op: 'day', from: '2026-11-01', to: '2026-11-20' }],
    ['hh/region', { op: 'oneOf', values: ['north', 'south'] }],
    ['hh/region', { op: 'noneOf', values: ['north'] }],
    ['hh/water', { op: 'oneOf', values: ['tap', 'river'] }],
    ['hh/water', { op: 'allOf', values: ['tap', 'river'] }],
    ['hh/water', { op: 'noneOf', values: ['tap'] }],
    ['member/sex', { op: 'oneOf', values: ['f'] }],
    ['member/sex', { op: 'blank' }],
    ['_submitted_by', { op: 'person', names: ['bob', null] }],
    ['_validation_status', { op: 'status', verdicts: ['validation_status_approved'] }],
    ['_validation_status', { op: 'status', verdicts: [null, 'validation_status_on_hold'] }],
    ['_id', { op: 'is', text: '17' }],
  ])('reads a condition on %s that it was made of', (field, test) => {
    const filter = one(field, test)
    const query = toMongoQuery(filter, form) ?? {}
    const back = read(query)
    expect(back).not.toBeNull()
    expect(canonicalJson(toMongoQuery(back ?? filter, form))).toBe(canonicalJson(query))
    expect(back).toEqual(filter)
  })

  it('reads what KPI’s own interface writes', () => {
    expect(read({ _submitted_by: 'bob' })).toEqual(one('_submitted_by', { op: 'person', names: ['bob'] }))
    expect(read({ _submitted_by: { $in: ['bob', 'carol'] } })).toEqual(
      one('_submitted_by', { op: 'person', names: ['bob', 'carol'] }),
    )
    expect(read({ 'hh/region': 'north' })).toEqual(one('hh/region', { op: 'oneOf', values: ['north'] }))
    expect(read({ 'hh/name': 'Amina', _submitted_by: 'bob' })).toEqual({
      join: 'and',
      parts: [
        { field: 'hh/name', test: { op: 'is', text: 'Amina' } },
        { field: '_submitted_by', test: { op: 'person', names: ['bob'] } },
      ],
    })
  })

  it('reads and, or, and groups', () => {
    const filter: RowFilter = {
      join: 'or',
      parts: [
        { field: 'hh/region', test: { op: 'oneOf', values: ['north'] } },
        {
          join: 'and',
          conditions: [
            { field: 'hh/name', test: { op: 'contains', text: 'a' } },
            { field: '_submitted_by', test: { op: 'person', names: ['bob'] } },
          ],
        },
      ],
    }
    expect(read(toMongoQuery(filter, form) ?? {})).toEqual(filter)
  })

  it.each<Record<string, unknown>>([
    {},
    { 'hh/age': { $gt: 5 } },
    { $eq: 1 },
    { $not: { 'hh/name': 'a' } },
    { 'hh/name': { $regex: '(' } },
    { 'member/sex': 'f' },
    { $or: [{ $and: [{ $or: [{ 'hh/name': 'a' }, { 'hh/age': { $exists: 1 } }] }] }] },
  ])('does not read %j, which no filter says', (query) => {
    expect(read(query)).toBeNull()
  })
})
