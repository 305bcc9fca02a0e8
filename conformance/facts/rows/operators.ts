import type { Group } from '../../fact.ts'
import { ALL, finding } from '../../lab/finding.ts'

const member = (condition: object) => ({ member: { $elemMatch: condition } })

/** What each operator of `query` finds on the rows of the table project. */
export const operators: Group = {
  name: 'data queries: operators',
  facts: [
    finding({ name: 'a text finds the same text only', source: ['0720'], query: { name: 'Ann' }, finds: ['Ann'] }),
    finding({ name: 'texts are compared with their case', source: ['2150'], query: { name: 'ann' }, finds: [] }),
    finding({ name: 'numbers are found by text', source: ['0729'], query: { age: '10' }, finds: ['Ann', 'émile'] }),
    finding({ name: 'answers are not found by a number', source: ['0729', '0728'], query: { age: 10 }, finds: [] }),
    finding({
      name: 'an answer in a group is found by its path',
      source: ['0720'],
      query: { 'household/head': 'Ann' },
      finds: ['Ann'],
    }),
    finding({
      name: 'several keys must all hold',
      source: ['2199'],
      query: { age: '10', colour: 'red' },
      finds: ['Ann'],
    }),
    finding({
      name: '$in finds any of a list',
      source: ['0721'],
      query: { colour: { $in: ['red', 'blue'] } },
      finds: ['Ann', 'Zoë'],
    }),
    finding({
      name: '$in with null finds rows without the answer',
      source: ['2155'],
      query: { colour: { $in: ['red', null] } },
      finds: ['Ann', null, 'émile', 'later'],
    }),
    finding({
      name: '$nin finds rows without the answer too',
      source: ['2154'],
      query: { colour: { $nin: ['red', 'blue'] } },
      finds: ['bob', null, 'émile', 'later'],
    }),
    finding({
      name: '$ne finds rows without the answer too',
      source: ['2153'],
      query: { colour: { $ne: 'red' } },
      finds: ['bob', 'Zoë', null, 'émile', 'later'],
    }),
    finding({
      name: '$exists false finds rows without the answer',
      source: ['0726'],
      query: { name: { $exists: false } },
      finds: [null],
    }),
    finding({
      name: '$exists true finds rows with the answer',
      source: ['0718'],
      query: { photo: { $exists: true } },
      finds: ['émile'],
    }),
    finding({
      name: '$or finds what any part finds',
      source: ['0722'],
      query: { $or: [{ name: 'Ann' }, { age: '7' }] },
      finds: ['Ann', 'later'],
    }),
    finding({
      name: '$and finds what all parts find',
      source: ['2156'],
      query: { $and: [{ $or: [{ age: '10' }, { age: '9' }] }, { colour: { $in: ['red', 'green'] } }] },
      finds: ['Ann', 'bob'],
    }),
    finding({
      name: '$regex with the option i ignores case',
      source: ['0723', '2150'],
      query: { name: { $regex: 'an', $options: 'i' } },
      finds: ['Ann'],
    }),
    finding({
      name: '$regex without options regards case',
      source: ['2150'],
      query: { name: { $regex: 'B' } },
      finds: [],
    }),
    finding({
      name: '$regex with anchors matches whole texts',
      source: ['0727'],
      query: { age: { $regex: '^1[0-9]*$' } },
      finds: ['Ann', 'Zoë', 'émile'],
    }),
    finding({
      name: 'one choice of several is found by a word of the text',
      source: ['0727'],
      query: { likes: { $regex: '(^| )green( |$)' } },
      finds: ['Ann', 'bob'],
    }),
    finding({
      name: '$not around $regex finds rows without the answer too',
      source: ['2153'],
      query: { name: { $not: { $regex: 'n' } } },
      finds: ['bob', 'Zoë', null, 'émile', 'later'],
    }),
    finding({
      name: '$gte and $lt compare dates as texts',
      source: ['0724'],
      query: { day: { $gte: '2026-01-01', $lt: '2026-02-01' } },
      finds: ['Ann'],
    }),
    finding({
      name: '$gt compares numbers as texts',
      source: ['NOTES Further tried', '0731'],
      query: { age: { $gt: '5' } },
      finds: ['bob', 'later'],
    }),
    finding({
      name: '$gt with a number finds no answers',
      source: ['NOTES Further tried', '0731'],
      query: { age: { $gt: 5 } },
      finds: [],
    }),
    finding({
      name: 'the submission time is compared as text',
      source: ['0725'],
      query: { _submission_time: { $gt: '2020-01-01T00:00:00' } },
      finds: ALL,
    }),
    finding({
      name: '$elemMatch finds by an entry of a repeat group',
      source: ['2157'],
      query: member({ 'member/member_name': 'N2' }),
      finds: ['Ann'],
    }),
    finding({
      name: '$elemMatch with two keys wants both in one entry',
      source: ['2157'],
      query: member({ 'member/member_name': 'N1', 'member/member_age': '12' }),
      finds: [],
    }),
  ],
}
