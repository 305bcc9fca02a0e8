import { describe, expect, test } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { type AnswerColumn, formColumns, type QuestionColumn } from '#/dataset/model/columns.ts'
import { checkAnswer, isRelevant } from './check-answer.ts'

const content = FormContent.parse({
  translations: ['English', 'Français'],
  survey: [
    {
      type: 'select_one',
      name: 'consent',
      select_from_list_name: 'yes_no',
      required: true,
      required_message: ['Ask!', null],
    },
    { type: 'begin_group', name: 'hh', relevant: "${consent} = 'yes'" },
    { type: 'text', name: 'name', required: 'yes' },
    {
      type: 'integer',
      name: 'age',
      constraint: '. >= 0 and . <= 120',
      constraint_message: ['Between 0 and 120', 'Entre 0 et 120'],
    },
    { type: 'decimal', name: 'land' },
    { type: 'date', name: 'born', constraint: '. <= today()' },
    { type: 'time', name: 'at' },
    { type: 'datetime', name: 'seen' },
    {
      type: 'select_multiple',
      name: 'water',
      select_from_list_name: 'water',
      constraint: "not(selected(., 'none')) or count-selected(.) = 1",
    },
    { type: 'select_one', name: 'tongue', select_from_list_name: 'yes_no', _or_other: true },
    { type: 'rank', name: 'ranked', select_from_list_name: 'water' },
    { type: 'range', name: 'score', parameters: 'start=0 end=10 step=2' },
    { type: 'geopoint', name: 'where' },
    { type: 'geoshape', name: 'field' },
    { type: 'acknowledge', name: 'read' },
    { type: 'text', name: 'code', constraint: "pulldata('people', 'a', 'b', .) = 1" },
    { type: 'select_one_from_file', name: 'town' },
    { type: 'text', name: 'why', required: '${age} > 100' },
    { type: 'begin_repeat', name: 'member' },
    { type: 'integer', name: 'm_age', constraint: '. < ${age}', relevant: "${m_name} != ''" },
    { type: 'text', name: 'm_name' },
    { type: 'end_repeat' },
    { type: 'integer', name: 'oldest', constraint: '. >= max(${m_age})' },
    { type: 'end_group' },
  ],
  choices: [
    { list_name: 'yes_no', name: 'yes' },
    { list_name: 'yes_no', name: 'no' },
    { list_name: 'water', name: 'rain' },
    { list_name: 'water', name: 'tap' },
    { list_name: 'water', name: 'none' },
  ],
})

const submission = {
  consent: 'yes',
  'hh/age': '40',
  'hh/member': [{ 'hh/member/m_age': '3', 'hh/member/m_name': 'Olga' }, { 'hh/member/m_age': '7' }],
}
const place = { content, submission, now: new Date(2026, 1, 22, 12) }

const columnsOf = (columns: readonly AnswerColumn[]): QuestionColumn[] =>
  columns.flatMap((column) =>
    column.source === 'repeat' ? columnsOf(column.columns) : column.source === 'question' ? [column] : [],
  )
function column(name: string): QuestionColumn {
  const found = columnsOf(formColumns(content)).find(({ question }) => question.name === name)
  if (!found) throw new Error(`no question ${name}`)
  return found
}

const RIGHT = { verdict: 'right' }
const wrong = (problem: object) => ({ verdict: 'wrong', problem })
const check = (name: string, answer: string, at: object = {}) => checkAnswer(column(name), answer, { ...place, ...at })

describe('an answer', () => {
  test.each([
    ['age', '40'],
    ['land', '2.5'],
    ['land', '-.5'],
    ['born', '2026-02-22'],
    ['at', '08:30:00.000+03:00'],
    ['at', '08:30'],
    ['seen', '2026-02-22T08:25:00.000+02:00'],
    ['water', 'rain tap'],
    ['water', 'none'],
    ['tongue', 'other'],
    ['ranked', 'tap none rain'],
    ['score', '4'],
    ['where', '8.02 12.05 0 0'],
    ['field', '0 0 0 0; 0 1 0 0; 1 1 0 0; 0 0 0 0'],
    ['read', 'OK'],
    ['land', ''],
    ['why', ''],
  ])('to %s may be "%s"', async (name, answer) => {
    expect(await check(name, answer)).toEqual(RIGHT)
  })

  test.each([
    ['age', 'old', { problem: 'integer' }],
    ['age', '1.5', { problem: 'integer' }],
    ['age', ' 4', { problem: 'integer' }],
    ['land', '2,5', { problem: 'decimal' }],
    ['born', '2026-02-30', { problem: 'date' }],
    ['born', '22/02/2026', { problem: 'date' }],
    ['at', '25:00', { problem: 'time' }],
    ['seen', '2026-02-22', { problem: 'dateTime' }],
    ['consent', 'perhaps', { problem: 'choice', value: 'perhaps' }],
    ['consent', 'yes no', { problem: 'choice', value: 'yes no' }],
    ['water', 'rain lake', { problem: 'choice', value: 'lake' }],
    ['water', 'rain rain', { problem: 'twice', value: 'rain' }],
    ['ranked', 'tap rain', { problem: 'rank', count: 3 }],
    ['score', '12', { problem: 'range', from: 0, to: 10 }],
    ['score', '3', { problem: 'step', step: 2, from: 0 }],
    ['where', '91 12', { problem: 'latitude' }],
    ['where', '12 181', { problem: 'longitude' }],
    ['where', 'here', { problem: 'place' }],
    ['field', '0 0 0 0; 0 1 0 0; 1 1 0 0', { problem: 'area' }],
    ['read', 'yes', { problem: 'acknowledged' }],
    ['name', '', { problem: 'required', messages: [] }],
    ['consent', '', { problem: 'required', messages: ['Ask!', null] }],
  ])('to %s may not be "%s"', async (name, answer, problem) => {
    expect(await check(name, answer)).toEqual(wrong(problem))
  })

  test('is held to the rule of its question, in the form’s own words', async () => {
    expect(await check('age', '121')).toEqual(
      wrong({
        problem: 'constraint',
        expression: '. >= 0 and . <= 120',
        messages: ['Between 0 and 120', 'Entre 0 et 120'],
      }),
    )
    expect(await check('born', '2026-02-23')).toMatchObject(wrong({ problem: 'constraint' }))
    expect(await check('water', 'none rain')).toMatchObject(wrong({ problem: 'constraint' }))
  })

  test('is never right for want of an evaluation', async () => {
    expect(await check('code', 'x')).toEqual({
      verdict: 'unchecked',
      expressions: ["pulldata('people', 'a', 'b', .) = 1"],
    })
    expect(await check('town', 'x')).toEqual({ verdict: 'unchecked', expressions: ['select_one_from_file'] })
  })

  test('must be given where the form says so, by an expression too, and where the question is asked', async () => {
    expect(await check('why', '', { submission: { ...submission, 'hh/age': '101' } })).toMatchObject({
      verdict: 'wrong',
    })
    expect(await check('name', '', { submission: { consent: 'no' } })).toEqual(RIGHT)
  })

  test('in a repeat group is held to its own entry, and those outside to all entries', async () => {
    expect(await check('m_age', '39', { entries: [1] })).toEqual(RIGHT)
    expect(await check('m_age', '41', { entries: [1] })).toMatchObject({ verdict: 'wrong' })
    expect(await check('oldest', '7')).toEqual(RIGHT)
    expect(await check('oldest', '6')).toMatchObject({ verdict: 'wrong' })
    expect(await isRelevant(column('m_age'), { ...place, entries: [0] })).toBe(true)
    expect(await isRelevant(column('m_age'), { ...place, entries: [1] })).toBe(false)
  })
})

test('a question is asked where it and the groups around it are', async () => {
  expect(await isRelevant(column('age'), place)).toBe(true)
  expect(await isRelevant(column('age'), { ...place, submission: { consent: 'no' } })).toBe(false)
  expect(await isRelevant(column('age'), { ...place, submission: {} })).toBe(false)
})
