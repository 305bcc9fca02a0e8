import type { Page } from '@playwright/test'
import { addRow, createDeployedProject } from '../../conformance/lab/projects.ts'
import { expectSame } from './evidence.ts'
import { expect, submissionsOf, test } from './fixtures.ts'
import { answersOf, readRows } from './rows.ts'

const answers = (page: Page) => page.getByRole('region', { name: 'Answers', exact: true })
/** The answer to a question, with what is said about it. */
const answer = (page: Page, question: string) =>
  answers(page)
    .locator('dl > div')
    .filter({ has: page.getByText(question, { exact: true }) })
    .locator('dd')
const pencil = (page: Page, question: string) =>
  page.getByRole('button', { name: new RegExp(`^Edit the answer to .?${question}.?$`) })

const ANN = {
  name: 'Ann',
  age: '10',
  colour: 'red',
  likes: 'red green',
  household: { head: 'Ann' },
  member: [{ member_name: 'N1', member_age: '1' }, { member_name: 'N2' }],
}

test('Answers of one submission are edited, and an edit is undone; nothing else changes', async ({
  page,
  lab,
  openApp,
}) => {
  const project = await createDeployedProject(lab, 'one')
  await addRow(lab, project, { name: 'bob', age: '9' })
  const { id } = await addRow(lab, project, ANN)
  const before = await readRows(lab, project)
  const expectRows = async (name: string, change: object) => {
    const expected = before.map((row) => (row._id === id ? { ...answersOf(row), ...change } : row))
    const after = (await readRows(lab, project)).map((row) => (row._id === id ? answersOf(row) : row))
    await expectSame(name, after, expected)
  }
  const save = (question: string) => answer(page, question).getByRole('button', { name: 'Save the answer' }).click()

  await openApp(`${submissionsOf(project)}/${id}`)
  await expect(page.getByText('1 of 2', { exact: true })).toBeVisible()
  await pencil(page, 'Age').click()
  await page.getByRole('textbox', { name: 'Age', exact: true }).fill('77')
  await save('Age')
  await expect(answer(page, 'Age')).toContainText('Saved. It was: 10')
  await expectRows('the age', { age: '77' })

  await pencil(page, 'Colour').click()
  await page.getByRole('combobox', { name: 'Colour', exact: true }).click()
  await page.getByRole('option', { name: 'BLUE', exact: true }).click()
  await save('Colour')
  await expect(answer(page, 'Colour')).toContainText('Saved. It was: RED')
  await expectRows('the age and the colour', { age: '77', colour: 'blue' })

  await pencil(page, 'Head of household').click()
  await page.getByRole('textbox', { name: 'Head of household', exact: true }).fill('Ünal & <Söhne>')
  await save('Head of household')
  await expect(answer(page, 'Head of household')).toContainText('Saved. It was: Ann')
  const all = { age: '77', colour: 'blue', 'household/head': 'Ünal & <Söhne>' }
  await expectRows('an answer in a group, too', all)

  await answer(page, 'Age')
    .getByRole('button', { name: /^Undo the change to/ })
    .click()
  await expect(answer(page, 'Age')).toContainText('It was: 77')
  await expectRows('the age taken back', { ...all, age: '10' })
  await page.reload()
  await expect(answer(page, 'Head of household')).toContainText('Ünal & <Söhne>')
  await expect(page.getByText('Edited after submission')).toBeVisible()
})
