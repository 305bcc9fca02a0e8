import { describe, expect, it } from 'vitest'
import { compileQuery, matches, splitIdConditions } from './mongo-query.ts'

const submission = {
  _id: 12,
  'hh/region': 'north',
  'hh/age': '31',
  water: 'well rain',
  _submission_time: '2026-11-20T13:02:51',
  _submitted_by: null,
  _validation_status: { uid: 'validation_status_approved', timestamp: 1 },
  member: [
    { 'member/name': 'Amina', 'member/sex': 'f' },
    { 'member/name': 'Jean', 'member/sex': 'm' },
  ],
  _attachments: [{ uid: 'att1', mimetype: 'image/png', question_xpath: 'photo' }],
}

describe('matches', () => {
  it.each([
    ['equality', { 'hh/region': 'north' }, true],
    ['equality with another value', { 'hh/region': 'south' }, false],
    ['a number where answers are text', { 'hh/age': 31 }, false],
    ['a path into an object', { '_validation_status.uid': 'validation_status_approved' }, true],
    ['null', { _submitted_by: null }, true],
    ['null for a missing answer', { remarks: null }, true],
    ['$in', { _id: { $in: [11, 12] } }, true],
    ['$in with an empty list', { _id: { $in: [] } }, false],
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
    ['$elemMatch, all of one entry', { member: { $elemMatch: { 'member/name': 'Jean', 'member/sex': 'f' } } }, false],
    ['$elemMatch over attachments', { _attachments: { $elemMatch: { mimetype: 'image/png' } } }, true],
    ['the question of an attachment', { _attachments: { $elemMatch: { question_xpath: 'photo' } } }, false],
    ['having attachments', { _attachments: { $ne: [] } }, true],
    ['the position in a repeat', { 'member.0': { $exists: true } }, false],
    ['the dotted path into attachments', { '_attachments.mimetype': 'image/png' }, false],
    ['$not', { 'hh/region': { $not: { $regex: '^n' } } }, false],
    ['$not of a missing answer', { remarks: { $not: { $regex: 'a' } } }, true],
    ['$ne of a missing answer', { remarks: { $ne: 'a' } }, true],
    ['$nin of a missing answer', { remarks: { $nin: ['a'] } }, true],
    ['$in with null of a missing answer', { remarks: { $in: ['a', null] } }, true],
    ['$all', { water: { $all: ['well rain'] } }, true],
    ['an `_id` as text', { _id: { $in: ['12'] } }, false],
    ['no status, by null', { '_validation_status.by_whom': null }, true],
    ['no status, by $exists', { '_validation_status.by_whom': { $exists: false } }, true],
    ['$eq, which is read as a field', { 'hh/region': { $eq: 'north' } }, false],
    ['$eq inside $not', { 'hh/region': { $not: { $eq: 'north' } } }, true],
    ['$size', { member: { $size: 2 } }, false],
    ['$nor', { $nor: [{ 'hh/region': 'south' }] }, false],
    ['$where', { $where: 'true' }, false],
    ['an empty query', {}, true],
  ])('%s', (_name, query, expected) => {
    expect(matches(submission, query)).toBe(expected)
  })
})

describe('queries that are refused', () => {
  it.each([
    ['$not at the top', { $not: { 'hh/region': 'north' } }],
    ['an empty $or', { $or: [] }],
    ['an empty $and', { $and: [] }],
    ['a bad regular expression', { 'hh/region': { $regex: '(' } }],
    [
      'a nested bad regular expression',
      { $or: [{ a: '1' }, { member: { $elemMatch: { b: { $not: { $regex: '[' } } } } }] },
    ],
    ['an unknown $options', { 'hh/region': { $regex: 'a', $options: 'g' } }],
    ['$in without a list', { 'hh/region': { $in: 'north' } }],
  ])('%s', async (_name, query) => {
    const thrown = await Promise.resolve()
      .then(() => compileQuery(query))
      .catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(Response)
    expect((thrown as Response).status).toBe(400)
    expect(await (thrown as Response).json()).toEqual(['Unsupported query'])
  })
})

describe('splitIdConditions', () => {
  it.each([
    ['no query', undefined, [], []],
    ['only `_id`', { _id: { $lte: 5 } }, [{ _id: { $lte: 5 } }], []],
    ['`_id` and another key', { _id: 5, water: 'rain' }, [{ _id: 5 }], [{ water: 'rain' }]],
    [
      '`_id` inside $and',
      { $and: [{ water: 'rain' }, { _id: { $gt: 5 } }] },
      [{ _id: { $gt: 5 } }],
      [{ water: 'rain' }],
    ],
    ['`_id` inside $or', { $or: [{ _id: 5 }, { _id: 6 }] }, [], [{ $or: [{ _id: 5 }, { _id: 6 }] }]],
  ])('%s', (_name, query, ids, rest) => {
    expect(splitIdConditions(query)).toEqual({ ids, rest })
  })
})
