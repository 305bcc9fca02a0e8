import { describe, expect, it } from 'vitest'
import { compileQuery, idsOfQuery, matches } from './mongo-query.ts'

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

describe('queries over submissions', () => {
  it.each([
    ['equality', { 'hh/region': 'north' }, true],
    ['equality with something else', { 'hh/region': 'south' }, false],
    ['a number where answers are text', { 'hh/age': 31 }, false],
    ['a path into an object', { '_validation_status.uid': 'validation_status_approved' }, true],
    ['null', { _submitted_by: null }, true],
    ['null for what is not there', { remarks: null }, true],
    ['$in', { _id: { $in: [11, 12] } }, true],
    ['none of several', { _id: { $in: [] } }, false],
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
    ['$not of what is not there', { remarks: { $not: { $regex: 'a' } } }, true],
    ['$ne of what is not there', { remarks: { $ne: 'a' } }, true],
    ['$nin of what is not there', { remarks: { $nin: ['a'] } }, true],
    ['$in with null of what is not there', { remarks: { $in: ['a', null] } }, true],
    ['$all', { water: { $all: ['well rain'] } }, true],
    ['an `_id` as text', { _id: { $in: ['12'] } }, false],
    ['no status, by null', { '_validation_status.by_whom': null }, true],
    ['no status, by $exists', { '_validation_status.by_whom': { $exists: false } }, true],
    ['$eq, which is taken for a field', { 'hh/region': { $eq: 'north' } }, false],
    ['$eq inside $not', { 'hh/region': { $not: { $eq: 'north' } } }, true],
    ['$size', { member: { $size: 2 } }, false],
    ['$nor', { $nor: [{ 'hh/region': 'south' }] }, false],
    ['$where', { $where: 'true' }, false],
    ['nothing at all', {}, true],
  ])('%s', (_name, query, expected) => {
    expect(matches(submission, query)).toBe(expected)
  })
})

describe('queries that are refused, whatever there is', () => {
  it.each([
    ['$not at the top', { $not: { 'hh/region': 'north' } }],
    ['an empty $or', { $or: [] }],
    ['an empty $and', { $and: [] }],
    ['a bad regular expression', { 'hh/region': { $regex: '(' } }],
    ['one deep inside', { $or: [{ a: '1' }, { member: { $elemMatch: { b: { $not: { $regex: '[' } } } } }] }],
    ['an option of no regular expression', { 'hh/region': { $regex: 'a', $options: 'g' } }],
    ['$in of no list', { 'hh/region': { $in: 'north' } }],
  ])('%s', async (_name, query) => {
    const thrown = await Promise.resolve()
      .then(() => compileQuery(query))
      .catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(Response)
    expect((thrown as Response).status).toBe(400)
    expect(await (thrown as Response).json()).toEqual(['Unsupported query'])
  })
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
