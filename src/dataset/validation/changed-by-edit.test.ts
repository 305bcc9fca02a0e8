import { describe, expect, test } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { formColumns, type QuestionColumn } from '#/dataset/model/columns.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { checkAnswer, isRelevant } from './check-answer.ts'

const content = FormContent.parse({
  survey: [
    { type: 'text', name: 'consent' },
    { type: 'decimal', name: 'land' },
    { type: 'integer', name: 'goats', constraint: '. <= ${total} and . < ${fixed}' },
    { type: 'integer', name: 'cows', constraint: '. <= ${sum}' },
    { type: 'integer', name: 'hens', constraint: '. <= ${found}' },
    { type: 'integer', name: 'hooves', required: '${total} > 3', relevant: '${sum} > 0', constraint: '. < ${fixed}' },
    { type: 'calculate', name: 'sum', calculation: '${goats} + ${cows}' },
    { type: 'calculate', name: 'total', calculation: '/data/sum + 1' },
    { type: 'calculate', name: 'found', calculation: "instance('p')/root/item[name = 'a']/label" },
    { type: 'calculate', name: 'fixed', calculation: '${land} + 1' },
  ],
})
const columnsOf = (form: FormContent) =>
  formColumns(formOf(form)).filter((each): each is QuestionColumn => each.source === 'question')
function column(name: string): QuestionColumn {
  const found = columnsOf(content).find(({ id }) => id === name)
  if (!found) throw new Error(`no question ${name}`)
  return found
}
const check = (name: string, answer: string, { row }: { row: object }) =>
  checkAnswer(column(name), answer, { questions: formOf(content).questions, row: { ...row } })
const VALID = { status: 'valid' }

describe('an answer that depends on the edited answer', () => {
  const row = {
    goats: '2',
    cows: '2',
    hens: '1',
    sum: '4',
    total: '5',
    found: '9',
    land: '50',
    fixed: '51',
  }

  test('leaves rules unchecked that refer to it, also through other calculations', async () => {
    const unchecked = (expression: string) => ({ status: 'unchecked', expressions: [expression] })
    expect(await check('goats', '3', { row })).toEqual(unchecked('. <= ${total} and . < ${fixed}'))
    expect(await check('goats', '9', { row })).toEqual(unchecked('. <= ${total} and . < ${fixed}'))
    expect(await check('cows', '9', { row })).toEqual(unchecked('. <= ${sum}'))
  })

  test('includes calculations that cannot be analysed', async () => {
    expect(await check('hens', '3', { row })).toEqual({ status: 'unchecked', expressions: ['. <= ${found}'] })
  })

  test('keeps its stored value if the edit does not change it', async () => {
    expect(await check('hooves', '52', { row })).toMatchObject({ status: 'invalid' })
    expect(await check('hooves', '50', { row })).toEqual(VALID)
    expect(await check('hooves', '', { row })).toMatchObject({ status: 'invalid' })
    expect(await isRelevant(column('hooves'), { questions: formOf(content).questions, row })).toBe(true)
  })

  test('includes answers whose question may become irrelevant', async () => {
    expect(await check('consent', 'no', { row })).toEqual(VALID)
    const rules = FormContent.parse({
      survey: [
        { type: 'integer', name: 'a', constraint: '. < ${b}' },
        { type: 'integer', name: 'b', relevant: '${a} > 0' },
      ],
    })
    const [a] = columnsOf(rules)
    if (!a) throw new Error('no question')
    const context = { questions: formOf(rules).questions, row: { a: '1', b: '2' } }
    expect(await checkAnswer(a, '3', context)).toEqual({ status: 'unchecked', expressions: ['. < ${b}'] })
  })
})
