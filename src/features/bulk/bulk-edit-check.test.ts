import { expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { formColumns, type QuestionColumn } from '#/dataset/model/columns.ts'
import { checkForMany } from './bulk-edit-check.ts'

const content = FormContent.parse({
  survey: [
    { type: 'integer', name: 'members' },
    { type: 'integer', name: 'children', constraint: '. <= ${members}', relevant: '${members} > 1' },
    { type: 'text', name: 'code', constraint: "pulldata('people', 'a', 'b', .) = 1" },
  ],
})
const column = (name: string) => formColumns(content).find(({ id }) => id === name) as QuestionColumn
const rows = (...answers: object[]) =>
  answers.map((answer, at) => Submission.parse({ _id: at + 1, _uuid: `u${at + 1}`, _attachments: [], ...answer }))

const HOUSEHOLDS = rows(
  { members: '5', children: '3' },
  { members: '2', children: '1' },
  { members: '4', children: '2' },
  { members: '6' },
  { members: '1', children: '1' },
)

it('lets through only those whose form would take the answer, each by its own other answers', async () => {
  const check = await checkForMany(column('children'), '3', { content, rows: HOUSEHOLDS })
  expect(check.fitting).toEqual([1, 3, 4])
  expect(check.wrong).toEqual([2, 5])
  expect(check.problem).toMatchObject({ problem: 'constraint', expression: '. <= ${members}' })
  expect(check).toMatchObject({ same: 1, other: 1, blank: 1, notAsked: 0, unchecked: [] })
})

it('counts where the question would not be asked, but not where an answer is taken away', async () => {
  expect((await checkForMany(column('children'), '1', { content, rows: HOUSEHOLDS })).notAsked).toBe(1)
  expect(await checkForMany(column('children'), '', { content, rows: HOUSEHOLDS })).toMatchObject({
    wrong: [],
    notAsked: 0,
  })
})

it('takes what is no answer of that kind for none of them', async () => {
  const check = await checkForMany(column('members'), 'many', { content, rows: HOUSEHOLDS })
  expect(check.fitting).toEqual([])
  expect(check.wrong).toHaveLength(5)
})

it('names a rule that could not be looked at once, however many it is asked for', async () => {
  const check = await checkForMany(column('code'), 'abc', { content, rows: HOUSEHOLDS })
  expect(check.fitting).toHaveLength(5)
  expect(check.unchecked).toEqual(["pulldata('people', 'a', 'b', .) = 1"])
})
