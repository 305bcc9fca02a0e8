import { describe, expect, it } from 'vitest'
import { idsOfQuery, matches } from './mongo-query.ts'

const submission = {
  _id: 12,
  'hh/region': 'north',
  'hh/age': '31',
  water: 'well rain',
  _submission_time: '2026-11-20T13:02:51',
  _submitted_by: null,
  _validation_status: { uid: 'validation_status_approved', timestamp: 1 },
  member: [{ 'member/name': 'Amina' }, { 'member/name': 'Jean' }],
}

describe('queries over submissions', () => {
  it.each([
    ['equality', { 'hh/region': 'north' }, true],
    ['equality with something else', { 'hh/region': 'south' }, false],
    ['a number where answers are text', { 'hh/age': 31 }, false],
    ['a path into an object', { '_validation_status.uid': 'validation_status_approved' }, true],
    ['null', { _submitted_by: null }, true],
    ['null for what is not there', { remarks: null }, true],
    ['$in', { _id: { $in: [11, 12] } }, true],
    ['$nin', { _id: { $nin: [11, 12] } }, false],
    ['$ne', { 'hh/region': { $ne: 'north' } }, false],
    ['$exists', { remarks: { $exists: false } }, true],
    ['$regex', { water: { $regex: '\\brain\\b' } }, true],
    ['$regex with $options', { 'hh/region': { $regex: 'NORTH', $options: 'i' } }, true],
    ['a range of texts', { _submission_time: { $gte: '2026-11-20', $lt: '2026-11-21' } }, true],
    ['a range that ends before', { _submission_time: { $lt: '2026-11-20' } }, false],
    ['numbers against texts', { 'hh/age': { $gte: 10 } }, false],
    ['$or', { $or: [{ 'hh/region': 'south' }, { _id: 12 }] }, true],
    ['$and', { $and: [{ 'hh/region': 'north' }, { _id: 13 }] }, false],
    ['$elemMatch', { member: { $elemMatch: { 'member/name': { $regex: 'J' } } } }, true],
    ['the dotted path into a repeat', { 'member.member/name': 'Jean' }, false],
    ['$not', { 'hh/region': { $not: { $regex: '^n' } } }, false],
    ['$all', { 'hh/region': { $all: ['north'] } }, true],
    ['none of several', { _id: { $in: [] } }, false],
    ['an operator that KPI takes for a field [2151]', { 'hh/region': { $eq: 'north' } }, false],
    ['the same at the top', { $where: '1' }, false],
    ['the same for several', { $nor: [{ 'hh/region': 'south' }] }, false],
    ['the same inside $not [2152]', { 'hh/region': { $not: { $eq: 'north' } } }, true],
    ['nothing that is asked', {}, true],
  ])('%s', (_name, query, expected) => {
    expect(matches(submission, query)).toBe(expected)
  })
})

it.each([
  ['$not at the top', { $not: { 'hh/region': 'north' } }],
  ['a bad regular expression', { 'hh/region': { $regex: '(' } }],
  ['an empty $or', { $or: [] }],
])('%s is refused [2161]', async (_name, query) => {
  const refused = await Promise.resolve()
    .then(() => matches(submission, query))
    .catch((answer: unknown) => answer)
  expect(refused).toBeInstanceOf(Response)
  expect(refused instanceof Response && [refused.status, await refused.json()]).toEqual([400, ['Unsupported query']])
})

describe('what a query asks of the `_id`', () => {
  it.each([
    ['nothing', undefined, [], []],
    ['all', { _id: { $lte: 5 } }, [{ _id: { $lte: 5 } }], []],
    ['beside the rest', { _id: 5, water: 'rain' }, [{ _id: 5 }], [{ water: 'rain' }]],
    ['in a part', { $and: [{ water: 'rain' }, { _id: { $gt: 5 } }] }, [{ _id: { $gt: 5 } }], [{ water: 'rain' }]],
    ['one way or another', { $or: [{ _id: 5 }, { _id: 6 }] }, [], [{ $or: [{ _id: 5 }, { _id: 6 }] }]],
  ])('%s', (_name, query, ids, rest) => {
    expect(idsOfQuery(query)).toEqual({ ids, rest })
  })
})
