import {
  type Arbitrary,
  array,
  assert,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  property,
  record,
  string,
  subarray,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ANY_TEXT, type Condition, PERIODS, type RowFilter, type Test } from '#/dataset/query/filter.ts'
import { matches } from '#/demo/search/mongo-query.ts'
import { canSearchTexts, toMongoQuery } from './mongo-query.ts'
import { questionsOf } from './questions.ts'

const CONTENT = {
  survey: [
    { type: 'text', name: 'name', $xpath: 'name' },
    { type: 'integer', name: 'size', $xpath: 'size' },
    { type: 'select_one', name: 'region', $xpath: 'region', select_from_list_name: 'regions' },
    { type: 'select_multiple', name: 'needs', $xpath: 'needs', select_from_list_name: 'needs' },
    { type: 'date', name: 'visit', $xpath: 'visit' },
    { type: 'begin_repeat', name: 'member', $xpath: 'member' },
    { type: 'decimal', name: 'age', $xpath: 'member/age' },
    { type: 'text', name: 'called', $xpath: 'member/called' },
    { type: 'end_repeat' },
  ],
}
const FORM = { questions: questionsOf(CONTENT) }

type Answers = Record<string, unknown>

const word = oneof(
  constantFrom('a', 'ab', 'A+b', 'x.y', '(', '^$', 'food', 'foodstuff', 'été'),
  string({ maxLength: 4 }),
)
const number = integer({ min: -30, max: 30 }).map((tenths) => String(tenths / (tenths % 2 === 0 ? 2 : 10)))
const day = integer({ min: 1, max: 28 }).map((date) => `2026-11-${String(date).padStart(2, '0')}`)
const present = <Value>(value: Arbitrary<Value>) => option(value, { nil: undefined, freq: 4 })

const entry = record({ 'member/age': present(number), 'member/called': present(word) })
const submission = record({
  name: present(word),
  size: present(number),
  region: present(constantFrom('north', 'south')),
  needs: present(subarray(['food', 'foodstuff', 'seafood', 'water'], { minLength: 1 }).map((needs) => needs.join(' '))),
  visit: present(day),
  member: present(array(entry, { minLength: 1, maxLength: 3 })),
  _submitted_by: constantFrom('amina', 'joseph', null),
  _validation_status: constantFrom({}, { uid: 'validation_status_approved' }, { uid: 'validation_status_on_hold' }),
}).map((answers): Answers => Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined)))

const textTest: Arbitrary<Test> = oneof(
  record({ op: constantFrom('contains' as const, 'notContains' as const, 'startsWith' as const), text: word }),
  record({ op: constantFrom('is' as const, 'isNot' as const), text: word }),
  record({ op: constantFrom('blank' as const, 'answered' as const) }),
)
const limit: Arbitrary<string | null> = option(number, { nil: null })
const numberTest: Arbitrary<Test> = oneof(
  record({ op: constant('number' as const), from: limit, to: limit }),
  record({
    op: constantFrom('atLeast' as const, 'moreThan' as const, 'atMost' as const, 'lessThan' as const),
    number,
  }),
  record({
    op: constantFrom('is' as const, 'isNot' as const),
    text: oneof(number, constantFrom('007', '-0', 'seven')),
  }),
)
const side: Arbitrary<string | null> = option(day, { nil: null })
const dayTest: Arbitrary<Test> = oneof(
  record({ op: constant('day' as const), from: side, to: day }),
  record({
    op: constantFrom('on' as const, 'before' as const, 'after' as const, 'onOrBefore' as const, 'onOrAfter' as const),
    day,
  }),
  record({ op: constantFrom(...PERIODS) }),
)
const condition: Arbitrary<Condition> = oneof(
  record({ field: constantFrom('name', 'member/called'), test: textTest }),
  record({ field: constantFrom('size', 'member/age'), test: numberTest }),
  record({ field: constant(ANY_TEXT), test: record({ op: constant('contains' as const), text: word }) }),
  record({ field: constant('region'), test: choiceTest(['north', 'south', 'west'], ['oneOf', 'noneOf']) }),
  record({ field: constant('needs'), test: choiceTest(['food', 'water', 'shelter'], ['oneOf', 'noneOf', 'allOf']) }),
  record({ field: constant('visit'), test: dayTest }),
  record({
    field: constant('_submitted_by'),
    test: record({ op: constant('person' as const), names: array(constantFrom('amina', 'joseph', null)) }),
  }),
  record({
    field: constant('_validation_status'),
    test: record({
      op: constant('status' as const),
      verdicts: array(constantFrom('validation_status_approved' as const, 'validation_status_on_hold' as const, null)),
    }),
  }),
)
const join = constantFrom('and' as const, 'or' as const)
const filter: Arbitrary<RowFilter> = record({
  join,
  parts: array(oneof(condition, record({ join, conditions: array(condition, { minLength: 1, maxLength: 3 }) })), {
    maxLength: 3,
  }),
})

function choiceTest(values: string[], operators: ('oneOf' | 'noneOf' | 'allOf')[]): Arbitrary<Test> {
  return record({ op: constantFrom(...operators), values: subarray(values, { minLength: 1 }) })
}

/** The operators of the server. Any other key with `$` is read as a field, so that nothing matches [2151]. */
const ALLOWED = new Set(
  '$or $and $in $nin $not $exists $gt $gte $lt $lte $regex $options $all $elemMatch $ne $expr $ifNull'.split(' '),
)

const operatorsOf = (query: unknown): string[] =>
  typeof query !== 'object' || query === null
    ? []
    : Object.entries(query).flatMap(([key, value]) => [...(key.startsWith('$') ? [key] : []), ...operatorsOf(value)])

/** Whether answers match a filter, evaluated without MongoDB. */
function matchesFilter(answers: Answers, { join: how, parts }: RowFilter): boolean {
  const results = parts.map((part) =>
    'conditions' in part
      ? combine(
          part.join,
          part.conditions.map((each) => meetsCondition(answers, each)),
        )
      : meetsCondition(answers, part),
  )
  return parts.length === 0 || combine(how, results)
}

const combine = (how: 'and' | 'or', results: boolean[]) =>
  how === 'and' ? results.every(Boolean) : results.some(Boolean)

function meetsCondition(answers: Answers, { field, test }: Condition): boolean {
  if (field === ANY_TEXT)
    return ['name', 'member/called'].some((each) => meetsCondition(answers, { field: each, test }))
  const isNumber = field === 'size' || field === 'member/age'
  if (!field.startsWith('member/')) return passes(answers[field], test, isNumber)
  const entries = (answers['member'] ?? []) as Answers[]
  return entries.some((one) => passes(one[field], test, isNumber))
}

/** Today in these tests. */
const NOW = new Date(2026, 10, 15, 12)

/** Whether an answer passes a test. Answers that are missing pass the negative ones. */
function passes(answer: unknown, test: Test, isNumber: boolean): boolean {
  const text = typeof answer === 'string' ? answer : ''
  const number = /\d/.test(text) ? Number(text) : NaN
  switch (test.op) {
    case 'contains':
      return answer !== undefined && text.toLowerCase().includes(test.text.toLowerCase())
    case 'notContains':
      return answer === undefined || !text.toLowerCase().includes(test.text.toLowerCase())
    case 'startsWith':
      return answer !== undefined && text.toLowerCase().startsWith(test.text.toLowerCase())
    case 'is':
      return isNumber && !Number.isNaN(Number(test.text)) ? number === Number(test.text) : answer === test.text
    case 'isNot':
      return !passes(answer, { op: 'is', text: test.text }, isNumber)
    case 'oneOf':
      return text.split(' ').some((one) => test.values.includes(one))
    case 'noneOf':
      return !text.split(' ').some((one) => test.values.includes(one))
    case 'allOf':
      return test.values.every((one) => text.split(' ').includes(one))
    case 'blank':
      return text === ''
    case 'answered':
      return text !== ''
    case 'number':
      return (
        !Number.isNaN(number) &&
        (test.from === null || number >= Number(test.from)) &&
        (test.to === null || number <= Number(test.to))
      )
    case 'atLeast':
      return number >= Number(test.number)
    case 'moreThan':
      return number > Number(test.number)
    case 'atMost':
      return number <= Number(test.number)
    case 'lessThan':
      return number < Number(test.number)
    case 'day':
      return text !== '' && (test.from === null || text >= test.from) && (test.to === null || text <= test.to)
    case 'on':
      return text === test.day
    case 'before':
      return text !== '' && text < test.day
    case 'after':
      return text > test.day
    case 'onOrBefore':
      return text !== '' && text <= test.day
    case 'onOrAfter':
      return text >= test.day
    case 'today':
      return text === '2026-11-15'
    case 'last7Days':
      return text >= '2026-11-09' && text <= '2026-11-15'
    case 'last30Days':
      return text >= '2026-10-17' && text <= '2026-11-15'
    case 'thisMonth':
      return text.startsWith('2026-11-')
    case 'person':
      return test.names.includes(answer as string | null)
    case 'status': {
      const { uid } = answer as { uid?: string }
      return (test.verdicts as (string | null)[]).includes(uid ?? null)
    }
  }
}

describe('toMongoQuery', () => {
  it('matches the same submissions as a filter that is evaluated in plain code', () => {
    assert(
      property(filter, array(submission, { minLength: 1, maxLength: 12 }), (rowFilter, submissions) => {
        const query = toMongoQuery(rowFilter, FORM, NOW)
        const matching = submissions.filter((each) => query === undefined || matches(each, query))
        expect(matching).toEqual(submissions.filter((each) => matchesFilter(each, rowFilter)))
      }),
      { numRuns: 1000 },
    )
  })

  it('uses only operators of the server, and no empty condition', () => {
    assert(
      property(filter, (rowFilter) => {
        const query = toMongoQuery(rowFilter, FORM)
        expect(operatorsOf(query ?? []).filter((operator) => !ALLOWED.has(operator))).toEqual([])
        expect(JSON.stringify(query ?? [])).not.toContain('{}')
      }),
    )
  })

  it('compares `_id` as a number', () => {
    const parts = [{ field: '_id', test: { op: 'is', text: '12' } as const }]
    expect(toMongoQuery({ join: 'and', parts }, FORM)).toEqual({ _id: 12 })
  })

  it('matches nothing for a group without conditions', () => {
    const rowFilter: RowFilter = {
      join: 'or',
      parts: [
        { field: 'name', test: { op: 'is', text: 'Amina' } },
        { join: 'and', conditions: [] },
      ],
    }
    const query = toMongoQuery(rowFilter, FORM) ?? {}
    expect([{ name: 'Amina' }, { name: 'Joseph' }].filter((each) => matches(each, query))).toEqual([{ name: 'Amina' }])
  })

  it('compares `_submission_time` with days in the time zone of the device', () => {
    const test = { op: 'day', from: '2026-11-20', to: '2026-11-20' } as const
    const parts = [{ field: '_submission_time', test }]
    const start = new Date(2026, 10, 20)
    expect(toMongoQuery({ join: 'and', parts }, FORM)).toEqual({
      _submission_time: {
        $gte: start.toISOString().slice(0, 19),
        $lt: new Date(2026, 10, 21).toISOString().slice(0, 19),
      },
    })
  })

  it('resolves relative days when the query is made', () => {
    const relative: RowFilter = { join: 'and', parts: [{ field: 'visit', test: { op: 'last7Days' } }] }
    expect(toMongoQuery(relative, FORM, new Date(2026, 2, 3, 23, 59))).toEqual({
      visit: { $gte: '2026-02-25', $lt: '2026-03-04' },
    })
    expect(toMongoQuery(relative, FORM, new Date(2026, 2, 4))).toEqual({
      visit: { $gte: '2026-02-26', $lt: '2026-03-05' },
    })
  })

  it('searches all text questions, if there are few enough for an address', () => {
    expect(canSearchTexts(FORM, 'kaikor')).toBe(true)
    expect(canSearchTexts({ questions: [] }, 'kaikor')).toBe(false)
    const survey = Array.from({ length: 200 }, (_, at) => ({ type: 'text', name: `q${at}`, $xpath: `q${at}` }))
    expect(canSearchTexts({ questions: questionsOf({ survey }) }, 'kaikor')).toBe(false)
    const search: RowFilter = { join: 'and', parts: [{ field: ANY_TEXT, test: { op: 'contains', text: 'a' } }] }
    expect(matches({ name: 'Amina' }, toMongoQuery(search, { questions: [] }) ?? {})).toBe(false)
  })

  it('returns undefined for an empty filter', () => {
    expect(toMongoQuery({ join: 'and', parts: [] }, FORM)).toBeUndefined()
  })
})
