import { expect, it } from 'vitest'
import { questionsOf } from '#/dataset/sources/kpi/questions.ts'
import { isFault, ruleProblems } from './rule-problems.ts'

const form = {
  questions: questionsOf({
    survey: [
      { type: 'text', name: 'name', $xpath: 'name' },
      { type: 'select_one', name: 'region', $xpath: 'region' },
      { type: 'begin_repeat', name: 'member', $xpath: 'member' },
      { type: 'integer', name: 'age', $xpath: 'member/age' },
      { type: 'end_repeat' },
    ],
  }),
}
const problems = (filter: Record<string, unknown>) => ruleProblems(filter, form)

it.each<[string, Record<string, unknown>, string[]]>([
  ['no condition [2203]', {}, ['everything']],
  ['$not at the top [2201]', { $not: { region: 'north' } }, ['refused']],
  ['a bad regular expression [2201]', { name: { $regex: '(' } }, ['refused']],
  ['one within $not', { name: { $not: { $regex: '[' } } }, ['refused']],
  ['an empty $or', { $or: [] }, ['refused']],
  ['$eq, which the server does not know [2151]', { region: { $eq: 'north' } }, ['operator $eq']],
  ['a question in a repeat group [2198]', { 'member/age': '5' }, ['repeat member/age']],
  ['the same with $elemMatch [2196]', { member: { $elemMatch: { 'member/age': '5' } } }, []],
  ['a question that is gone', { old: 'x' }, ['question old']],
  ['text that must be the same', { name: 'Amina' }, ['whole name']],
  ['a choice', { region: 'north' }, []],
  ['by person [2194]', { _submitted_by: { $in: ['bob'] } }, ['submitter']],
  ['by person, or by nobody', { _submitted_by: { $in: ['bob', null] } }, []],
  ['by status', { '_validation_status.uid': { $in: ['x'] } }, []],
  ['flags of the server’s expressions', { name: { $regex: '(?i)amina' } }, []],
  ['a part of a whole', { $and: [{ region: 'north' }, { $or: [{ 'member/age': '5' }] }] }, ['repeat member/age']],
])('tells of %s', (_, filter, expected) => {
  expect(problems(filter).map(({ kind, subject }) => (subject === undefined ? kind : `${kind} ${subject}`))).toEqual(
    expected,
  )
})

it('tells faults from hints', () => {
  expect(problems({ name: 'Amina', _submitted_by: 'bob' }).some(isFault)).toBe(false)
  expect(problems({}).some(isFault)).toBe(true)
})
