import { describe, expect, test } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { type AnswerColumn, formColumns, type QuestionColumn } from '#/dataset/model/columns.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
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

const row = {
  consent: 'yes',
  'hh/age': '40',
  'hh/member': [{ 'hh/member/m_age': '3', 'hh/member/m_name': 'Olga' }, { 'hh/member/m_age': '7' }],
}
const context = { questions: formOf(content).questions, row, now: new Date(2026, 1, 22, 12) }

const columnsOf = (columns: readonly AnswerColumn[]): QuestionColumn[] =>
  columns.flatMap((column) =>
    column.source === 'repeat' ? columnsOf(column.columns) : column.source === 'question' ? [column] : [],
  )
function column(name: string): QuestionColumn {
  const found = columnsOf(formColumns(formOf(content))).find(({ question }) => question.name === name)
  if (!found) throw new Error(`no question ${name}`)
  return found
}

const VALID = { status: 'valid' }
const invalid = (problem: object) => ({ status: 'invalid', problem })
const check = (name: string, answer: string, extra: object = {}) =>
  checkAnswer(column(name), answer, { ...context, ...extra })

describe('checkAnswer', () => {
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
  ])('accepts for %s the answer "%s"', async (name, answer) => {
    expect(await check(name, answer)).toEqual(VALID)
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
    ['water', 'rain rain', { problem: 'duplicate', value: 'rain' }],
    ['ranked', 'tap rain', { problem: 'rank', count: 3 }],
    ['score', '12', { problem: 'range', from: 0, to: 10 }],
    ['score', '3', { problem: 'step', step: 2, from: 0 }],
    ['where', '91 12', { problem: 'latitude' }],
    ['where', '12 181', { problem: 'longitude' }],
    ['where', 'here', { problem: 'point' }],
    ['field', '0 0 0 0; 0 1 0 0; 1 1 0 0', { problem: 'area' }],
    ['read', 'yes', { problem: 'acknowledged' }],
    ['name', '', { problem: 'required', messages: [] }],
    ['consent', '', { problem: 'required', messages: ['Ask!', null] }],
  ])('reports a problem for %s with the answer "%s"', async (name, answer, problem) => {
    expect(await check(name, answer)).toEqual(invalid(problem))
  })

  test('reports a constraint with the form’s own message', async () => {
    expect(await check('age', '121')).toEqual(
      invalid({
        problem: 'constraint',
        expression: '. >= 0 and . <= 120',
        messages: ['Between 0 and 120', 'Entre 0 et 120'],
      }),
    )
    expect(await check('born', '2026-02-23')).toMatchObject(invalid({ problem: 'constraint' }))
    expect(await check('water', 'none rain')).toMatchObject(invalid({ problem: 'constraint' }))
  })

  test('lists the rules that cannot be evaluated as unchecked', async () => {
    expect(await check('code', 'x')).toEqual({
      status: 'unchecked',
      expressions: ["pulldata('people', 'a', 'b', .) = 1"],
    })
    expect(await check('town', 'x')).toEqual({ status: 'unchecked', expressions: ['select_one_from_file'] })
  })

  test('requires an answer if `required` is true and the question is relevant', async () => {
    expect(await check('why', '', { row: { ...row, 'hh/age': '101' } })).toMatchObject({
      status: 'invalid',
    })
    expect(await check('name', '', { row: { consent: 'no' } })).toEqual(VALID)
  })

  test('evaluates rules inside a repeat group for their own entry, and rules outside for all entries', async () => {
    expect(await check('m_age', '39', { entryPath: [1] })).toEqual(VALID)
    expect(await check('m_age', '41', { entryPath: [1] })).toMatchObject({ status: 'invalid' })
    expect(await check('oldest', '7')).toEqual(VALID)
    expect(await check('oldest', '6')).toMatchObject({ status: 'invalid' })
    expect(await isRelevant(column('m_age'), { ...context, entryPath: [0] })).toBe(true)
    expect(await isRelevant(column('m_age'), { ...context, entryPath: [1] })).toBe(false)
  })
})

test('a question is relevant if it and the groups around it are relevant', async () => {
  expect(await isRelevant(column('age'), context)).toBe(true)
  expect(await isRelevant(column('age'), { ...context, row: { consent: 'no' } })).toBe(false)
  expect(await isRelevant(column('age'), { ...context, row: {} })).toBe(false)
})
