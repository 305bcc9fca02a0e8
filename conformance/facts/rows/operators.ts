import type { Group } from '../../fact.ts'
import { ALL, queryFact } from '../../lab/query-fact.ts'

const member = (condition: object) => ({ member: { $elemMatch: condition } })

/** What each operator of `query` matches in the rows of the table project. */
export const operators: Group = {
  name: 'data queries: operators',
  facts: [
    queryFact({
      name: 'a text matches only the same text',
      source: ['0720'],
      query: { name: 'Ann' },
      matches: ['Ann'],
    }),
    queryFact({ name: 'texts are case-sensitive', source: ['2150'], query: { name: 'ann' }, matches: [] }),
    queryFact({ name: 'numbers match as text', source: ['0729'], query: { age: '10' }, matches: ['Ann', 'émile'] }),
    queryFact({ name: 'a number matches no answer', source: ['0729', '0728'], query: { age: 10 }, matches: [] }),
    queryFact({
      name: 'an answer in a group matches by its path',
      source: ['0720'],
      query: { 'household/head': 'Ann' },
      matches: ['Ann'],
    }),
    queryFact({
      name: 'several keys are combined with AND',
      source: ['2199'],
      query: { age: '10', colour: 'red' },
      matches: ['Ann'],
    }),
    queryFact({
      name: '$in matches any of a list',
      source: ['0721'],
      query: { colour: { $in: ['red', 'blue'] } },
      matches: ['Ann', 'Zoë'],
    }),
    queryFact({
      name: '$in with null matches rows without the answer',
      source: ['2155'],
      query: { colour: { $in: ['red', null] } },
      matches: ['Ann', null, 'émile', 'later'],
    }),
    queryFact({
      name: '$nin also matches rows without the answer',
      source: ['2154'],
      query: { colour: { $nin: ['red', 'blue'] } },
      matches: ['bob', null, 'émile', 'later'],
    }),
    queryFact({
      name: '$ne also matches rows without the answer',
      source: ['2153'],
      query: { colour: { $ne: 'red' } },
      matches: ['bob', 'Zoë', null, 'émile', 'later'],
    }),
    queryFact({
      name: '$exists false matches rows without the answer',
      source: ['0726'],
      query: { name: { $exists: false } },
      matches: [null],
    }),
    queryFact({
      name: '$exists true matches rows with the answer',
      source: ['0718'],
      query: { photo: { $exists: true } },
      matches: ['émile'],
    }),
    queryFact({
      name: '$or matches if one condition matches',
      source: ['0722'],
      query: { $or: [{ name: 'Ann' }, { age: '7' }] },
      matches: ['Ann', 'later'],
    }),
    queryFact({
      name: '$and matches if all conditions match',
      source: ['2156'],
      query: { $and: [{ $or: [{ age: '10' }, { age: '9' }] }, { colour: { $in: ['red', 'green'] } }] },
      matches: ['Ann', 'bob'],
    }),
    queryFact({
      name: '$regex with the option i ignores case',
      source: ['0723', '2150'],
      query: { name: { $regex: 'an', $options: 'i' } },
      matches: ['Ann'],
    }),
    queryFact({
      name: '$regex without options is case-sensitive',
      source: ['2150'],
      query: { name: { $regex: 'B' } },
      matches: [],
    }),
    queryFact({
      name: '$regex with anchors matches whole texts',
      source: ['0727'],
      query: { age: { $regex: '^1[0-9]*$' } },
      matches: ['Ann', 'Zoë', 'émile'],
    }),
    queryFact({
      name: 'one of several choices matches as a word of the text',
      source: ['0727'],
      query: { likes: { $regex: '(^| )green( |$)' } },
      matches: ['Ann', 'bob'],
    }),
    queryFact({
      name: '$not with $regex also matches rows without the answer',
      source: ['2153'],
      query: { name: { $not: { $regex: 'n' } } },
      matches: ['bob', 'Zoë', null, 'émile', 'later'],
    }),
    queryFact({
      name: '$gte and $lt compare dates as texts',
      source: ['0724'],
      query: { day: { $gte: '2026-01-01', $lt: '2026-02-01' } },
      matches: ['Ann'],
    }),
    queryFact({
      name: '$gt compares numbers as texts',
      source: ['NOTES Further tried', '0731'],
      query: { age: { $gt: '5' } },
      matches: ['bob', 'later'],
    }),
    queryFact({
      name: '$gt with a number matches no answer',
      source: ['NOTES Further tried', '0731'],
      query: { age: { $gt: 5 } },
      matches: [],
    }),
    queryFact({
      name: 'the submission time is compared as text',
      source: ['0725'],
      query: { _submission_time: { $gt: '2020-01-01T00:00:00' } },
      matches: ALL,
    }),
    queryFact({
      name: '$elemMatch matches an entry of a repeat group',
      source: ['2157'],
      query: member({ 'member/member_name': 'N2' }),
      matches: ['Ann'],
    }),
    queryFact({
      name: '$elemMatch with two keys needs both in the same entry',
      source: ['2157'],
      query: member({ 'member/member_name': 'N1', 'member/member_age': '12' }),
      matches: [],
    }),
  ],
}
