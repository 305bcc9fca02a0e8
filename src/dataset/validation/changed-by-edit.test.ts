import { describe, expect, test } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { formColumns, type QuestionColumn } from '#/dataset/model/columns.ts'
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
  formColumns(form).filter((each): each is QuestionColumn => each.source === 'question')
function column(name: string): QuestionColumn {
  const found = columnsOf(content).find(({ id }) => id === name)
  if (!found) throw new Error(`no question ${name}`)
  return found
}
const check = (name: string, answer: string, { submission }: { submission: object }) =>
  checkAnswer(column(name), answer, { content, submission: { ...submission } })
const RIGHT = { verdict: 'right' }

describe('an answer that the form works out from the edited one', () => {
  const submission = {
    goats: '2',
    cows: '2',
    hens: '1',
    sum: '4',
    total: '5',
    found: '9',
    land: '50',
    fixed: '51',
  }

  test('is not taken as it is stored, at any remove', async () => {
    const unchecked = (expression: string) => ({ verdict: 'unchecked', expressions: [expression] })
    expect(await check('goats', '3', { submission })).toEqual(unchecked('. <= ${total} and . < ${fixed}'))
    expect(await check('goats', '9', { submission })).toEqual(unchecked('. <= ${total} and . < ${fixed}'))
    expect(await check('cows', '9', { submission })).toEqual(unchecked('. <= ${sum}'))
  })

  test('may be one that is looked up in a way that is not understood', async () => {
    expect(await check('hens', '3', { submission })).toEqual({ verdict: 'unchecked', expressions: ['. <= ${found}'] })
  })

  test('is taken as it is stored where the edit does not change it', async () => {
    expect(await check('hooves', '52', { submission })).toMatchObject({ verdict: 'wrong' })
    expect(await check('hooves', '50', { submission })).toEqual(RIGHT)
    expect(await check('hooves', '', { submission })).toMatchObject({ verdict: 'wrong' })
    expect(await isRelevant(column('hooves'), { content, submission })).toBe(true)
  })

  test('is one that the form would take away, too', async () => {
    expect(await check('consent', 'no', { submission })).toEqual(RIGHT)
    const rules = FormContent.parse({
      survey: [
        { type: 'integer', name: 'a', constraint: '. < ${b}' },
        { type: 'integer', name: 'b', relevant: '${a} > 0' },
      ],
    })
    const [a] = columnsOf(rules)
    if (!a) throw new Error('no question')
    const place = { content: rules, submission: { a: '1', b: '2' } }
    expect(await checkAnswer(a, '3', place)).toEqual({ verdict: 'unchecked', expressions: ['. < ${b}'] })
  })
})
