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
import type { Condition, SubmissionFilter, Test } from '#/dataset/query/filter.ts'
import { matches } from '#/demo/search/mongo-query.ts'
import { toDataQuery } from './mongo-query.ts'

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
  record({ op: constant('contains' as const), text: word }),
  record({ op: constant('is' as const), text: word }),
  record({ op: constantFrom('blank' as const, 'answered' as const) }),
)
const limit: Arbitrary<string | null> = option(number, { nil: null })
const numberTest: Arbitrary<Test> = record({ op: constant('number' as const), from: limit, to: limit })
const side: Arbitrary<string | null> = option(day, { nil: null })
const dayTest: Arbitrary<Test> = record({ op: constant('day' as const), from: side, to: day })
const condition: Arbitrary<Condition> = oneof(
  record({ field: constantFrom('name', 'member/called'), test: textTest }),
  record({ field: constantFrom('size', 'member/age'), test: numberTest }),
  record({ field: constant('region'), test: oneOf(['north', 'south', 'west']) }),
  record({ field: constant('needs'), test: oneOf(['food', 'water', 'shelter']) }),
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
const filter: Arbitrary<SubmissionFilter> = record({
  join,
  parts: array(oneof(condition, record({ join, conditions: array(condition, { minLength: 1, maxLength: 3 }) })), {
    maxLength: 3,
  }),
})

function oneOf(values: string[]): Arbitrary<Test> {
  return record({ op: constant('oneOf' as const), values: subarray(values, { minLength: 1 }) })
}

/** What the server takes for operators; whatever else begins with `$` it takes for a field, and finds nothing [2151]. */
const ALLOWED = new Set(
  '$or $and $in $nin $not $exists $gt $gte $lt $lte $regex $options $all $elemMatch $ne $expr $ifNull'.split(' '),
)

const operatorsOf = (query: unknown): string[] =>
  typeof query !== 'object' || query === null
    ? []
    : Object.entries(query).flatMap(([key, value]) => [...(key.startsWith('$') ? [key] : []), ...operatorsOf(value)])

/** The same in plain code. */
function fits(answers: Answers, { join: how, parts }: SubmissionFilter): boolean {
  const results = parts.map((part) =>
    'conditions' in part
      ? together(
          part.join,
          part.conditions.map((each) => meets(answers, each)),
        )
      : meets(answers, part),
  )
  return parts.length === 0 || together(how, results)
}

const together = (how: 'and' | 'or', results: boolean[]) =>
  how === 'and' ? results.every(Boolean) : results.some(Boolean)

function meets(answers: Answers, { field, test }: Condition): boolean {
  if (!field.startsWith('member/')) return passes(answers[field], test)
  const entries = (answers['member'] ?? []) as Answers[]
  return entries.some((one) => passes(one[field], test))
}

function passes(answer: unknown, test: Test): boolean {
  const text = typeof answer === 'string' ? answer : ''
  switch (test.op) {
    case 'contains':
      return answer !== undefined && text.toLowerCase().includes(test.text.toLowerCase())
    case 'is':
      return answer === test.text
    case 'oneOf':
      return text.split(' ').some((one) => test.values.includes(one))
    case 'blank':
      return text === ''
    case 'answered':
      return text !== ''
    case 'number':
      return (
        /\d/.test(text) &&
        (test.from === null || Number(text) >= Number(test.from)) &&
        (test.to === null || Number(text) <= Number(test.to))
      )
    case 'day':
      return text !== '' && (test.from === null || text >= test.from) && (test.to === null || text <= test.to)
    case 'person':
      return test.names.includes(answer as string | null)
    case 'status': {
      const { uid } = answer as { uid?: string }
      return (test.verdicts as (string | null)[]).includes(uid ?? null)
    }
  }
}

describe('toDataQuery', () => {
  it('finds what filtering all submissions in plain code finds', () => {
    assert(
      property(filter, array(submission, { minLength: 1, maxLength: 12 }), (wanted, submissions) => {
        const query = toDataQuery(wanted, CONTENT)
        const found = submissions.filter((each) => query === undefined || matches(each, query))
        expect(found).toEqual(submissions.filter((each) => fits(each, wanted)))
      }),
      { numRuns: 500 },
    )
  })

  it('asks by operators that the server allows, never by none at all', () => {
    assert(
      property(filter, (wanted) => {
        const query = toDataQuery(wanted, CONTENT)
        expect(operatorsOf(query ?? []).filter((operator) => !ALLOWED.has(operator))).toEqual([])
        expect(JSON.stringify(query ?? [])).not.toContain('{}')
      }),
    )
  })

  it('finds a submission by its number, which the server holds as a number', () => {
    const parts = [{ field: '_id', test: { op: 'is', text: '12' } as const }]
    expect(toDataQuery({ join: 'and', parts }, CONTENT)).toEqual({ _id: 12 })
  })

  it('finds nothing for a group without conditions', () => {
    const wanted: SubmissionFilter = {
      join: 'or',
      parts: [
        { field: 'name', test: { op: 'is', text: 'Amina' } },
        { join: 'and', conditions: [] },
      ],
    }
    const query = toDataQuery(wanted, CONTENT) ?? {}
    expect([{ name: 'Amina' }, { name: 'Joseph' }].filter((each) => matches(each, query))).toEqual([{ name: 'Amina' }])
  })

  it('looks for times of submission in the reader’s days', () => {
    const test = { op: 'day', from: '2026-11-20', to: '2026-11-20' } as const
    const parts = [{ field: '_submission_time', test }]
    const start = new Date(2026, 10, 20)
    expect(toDataQuery({ join: 'and', parts }, CONTENT)).toEqual({
      _submission_time: {
        $gte: start.toISOString().slice(0, 19),
        $lt: new Date(2026, 10, 21).toISOString().slice(0, 19),
      },
    })
  })

  it('is nothing for a filter that asks nothing', () => {
    expect(toDataQuery({ join: 'and', parts: [] }, CONTENT)).toBeUndefined()
  })
})
