import { expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { formColumns, type QuestionColumn } from '#/dataset/model/columns.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { checkBulkEdit } from './bulk-edit-check.ts'

const content = FormContent.parse({
  survey: [
    { type: 'integer', name: 'members' },
    { type: 'integer', name: 'children', constraint: '. <= ${members}', relevant: '${members} > 1' },
    { type: 'text', name: 'code', constraint: "pulldata('people', 'a', 'b', .) = 1" },
  ],
})
const column = (name: string) => formColumns(formOf(content)).find(({ id }) => id === name) as QuestionColumn
const rows = (...answers: object[]) =>
  answers.map((answer, at) => Submission.parse({ _id: at + 1, _uuid: `u${at + 1}`, _attachments: [], ...answer }))

const HOUSEHOLDS = rows(
  { members: '5', children: '3' },
  { members: '2', children: '1' },
  { members: '4', children: '2' },
  { members: '6' },
  { members: '1', children: '1' },
)

it('checks each submission with its own other answers', async () => {
  const check = await checkBulkEdit(column('children'), '3', { questions: formOf(content).questions, rows: HOUSEHOLDS })
  expect(check.validIds).toEqual([1, 3, 4])
  expect(check.invalidIds).toEqual([2, 5])
  expect(check.problem).toMatchObject({ problem: 'constraint', expression: '. <= ${members}' })
  expect(check).toMatchObject({ same: 1, other: 1, blank: 1, notRelevant: 0, unchecked: [] })
})

it('counts submissions in which the question is not relevant, but not if the answer is removed', async () => {
  expect(
    (await checkBulkEdit(column('children'), '1', { questions: formOf(content).questions, rows: HOUSEHOLDS }))
      .notRelevant,
  ).toBe(1)
  expect(
    await checkBulkEdit(column('children'), '', { questions: formOf(content).questions, rows: HOUSEHOLDS }),
  ).toMatchObject({
    invalidIds: [],
    notRelevant: 0,
  })
})

it('finds a value of the wrong type invalid in every submission', async () => {
  const check = await checkBulkEdit(column('members'), 'many', {
    questions: formOf(content).questions,
    rows: HOUSEHOLDS,
  })
  expect(check.validIds).toEqual([])
  expect(check.invalidIds).toHaveLength(5)
})

it('reports a rule that cannot be evaluated once', async () => {
  const check = await checkBulkEdit(column('code'), 'abc', { questions: formOf(content).questions, rows: HOUSEHOLDS })
  expect(check.validIds).toHaveLength(5)
  expect(check.unchecked).toEqual(["pulldata('people', 'a', 'b', .) = 1"])
})
