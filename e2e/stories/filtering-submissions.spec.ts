import type { Page } from '@playwright/test'
import { expect, expectAccessible, tabTo, test, textOf } from '../fixtures.ts'
import { cell, grid, row, SURVEY } from '../submissions-page.ts'

test.beforeEach(async ({ page }) => {
  await page.goto('./#/demo')
  await expect(page.getByRole('heading', { name: 'Projects', level: 1, exact: true })).toBeVisible()
  await page.goto(`./#${SURVEY}`)
  await expect(page.getByText('1,060 submissions')).toBeVisible()
})

const editor = (page: Page) => page.getByRole('dialog', { name: 'Filter the submissions' })
const openEditor = (page: Page) => page.getByRole('button', { name: /^Filter( \d+)?$/ }).click()

/** Picks the question of the last line, by typing a part of its name. */
async function ask(page: Page, words: string, question: string) {
  const picker = editor(page).getByRole('combobox', { name: 'Question' }).last()
  await picker.fill(words)
  await page.getByRole('option', { name: question, exact: true }).click()
}

const conditions = (page: Page) => page.getByRole('list', { name: 'What is looked for' }).getByRole('listitem')

test('A manager narrows the table, is told how many match before, and the address keeps it', async ({ page }) => {
  await openEditor(page)
  await editor(page).getByRole('checkbox', { name: 'Approved', exact: true }).check()
  await editor(page).getByRole('button', { name: 'Add a condition' }).click()
  await ask(page, 'people live', 'How many people live here?')
  await editor(page).getByLabel('From').fill('5')
  await editor(page).getByLabel('To', { exact: true }).fill('6')
  const show = editor(page).getByRole('button', { name: /^Show \d+ submissions$/ })
  await expect(show).toBeVisible()
  const [count] = /\d+/.exec(await textOf(show)) ?? []
  await show.click()

  await expect(page.getByText(`${count} of 1,060 match`)).toBeVisible()
  await expect(conditions(page)).toHaveText(['Validation is Approved', 'and How many people live here? from 5 to 6'])
  await expect(cell(page, 1, 1)).toContainText('Approved')

  await page.reload()
  await expect(page.getByText(`${count} of 1,060 match`)).toBeVisible()

  await conditions(page).first().getByRole('button', { name: 'Remove this condition' }).click()
  await expect(conditions(page)).toHaveText(['How many people live here? from 5 to 6'])
  await page.goBack()
  await expect(conditions(page)).toHaveCount(2)
})

test('Choices are picked by their labels, and a group asks for any of several things', async ({ page }) => {
  await openEditor(page)
  await ask(page, 'sub-c', 'Sub-county')
  await editor(page).getByRole('combobox', { name: 'Choices' }).fill('Loi')
  await page.getByRole('option', { name: 'Loima' }).click()
  await page.keyboard.press('Tab')
  await editor(page).getByRole('button', { name: 'Add a group of conditions' }).click()
  const group = editor(page).getByRole('group', { name: 'Together' })
  await group.getByRole('checkbox', { name: 'On hold' }).check()
  await group.getByRole('button', { name: 'Add to the group' }).click()
  await ask(page, 'submitted by', 'Submitted by')
  await group.getByRole('combobox', { name: 'Usernames' }).fill('enum_team_02')
  await page.keyboard.press('Enter')
  await editor(page)
    .getByRole('button', { name: /^Show [\d,]+ submissions?$/ })
    .click()
  await expect(conditions(page)).toHaveText([
    /^Sub-county is .Loima.$/, // each in its own direction
    /^and Validation is On hold or Submitted by is .enum_team_02.$/,
  ])
  await expect(row(page, 1)).toContainText('Loima')
})

test('A question inside a repeat group is found in any of its entries', async ({ page }) => {
  await openEditor(page)
  await ask(page, 'age', 'Age in years')
  await editor(page).getByLabel('From').fill('80')
  await editor(page)
    .getByRole('button', { name: /^Show \d+ submissions$/ })
    .click()
  await expect(page.getByText(/^\d+ of 1,060 match$/)).toBeVisible()
})

test('What is missing is said, and nothing is filtered', async ({ page }) => {
  await openEditor(page)
  await editor(page).getByRole('button', { name: /^Show/ }).click()
  await expect(editor(page).getByText('Say what to look for, or remove this condition')).toBeVisible()
  await ask(page, 'people live', 'How many people live here?')
  await editor(page).getByLabel('From').fill('five')
  await editor(page).getByRole('button', { name: /^Show/ }).click()
  await expect(editor(page).getByText('Write a number, such as 12 or 2.5')).toBeVisible()
  await expect(editor(page).getByLabel('From')).toHaveValue('five')
  await page.keyboard.press('Escape')
  await expect(editor(page)).toBeHidden()
  await expect(page.getByText('1,060 submissions')).toBeVisible()
})

test('A filter that lets nothing through says so, and is cleared', async ({ page }) => {
  await openEditor(page)
  await ask(page, 'people live', 'How many people live here?')
  await editor(page).getByLabel('From').fill('999')
  await editor(page).getByRole('button', { name: 'Show none' }).click()
  await expect(page.getByRole('heading', { name: 'No submission matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(page.getByText('1,060 submissions')).toBeVisible()
  await expect(grid(page)).toBeVisible()
})

test('A filter in an address that cannot be read shows no rows, and all of them only on demand', async ({ page }) => {
  const filter = { join: 'or', parts: [{ join: 'and', conditions: [] }] }
  await page.goto(`./#${SURVEY}?${new URLSearchParams({ filter: JSON.stringify(filter) }).toString()}`)
  await expect(page.getByRole('heading', { name: 'The filter in the address cannot be read' })).toBeVisible()
  await expect(grid(page)).toBeHidden()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Show all submissions' }).click()
  await expect(page.getByText('1,060 submissions')).toBeVisible()
  await expect(grid(page)).toBeVisible()
})

test('A number that may be two is asked about; the filter and what is deleted by it say what was understood', async ({
  page,
}) => {
  await openEditor(page)
  await ask(page, 'people live', 'How many people live here?')
  await editor(page).getByLabel('From').fill('1.000')
  await expect(editor(page).getByText('Which number do you mean?').first()).toBeVisible()
  await expectAccessible(page)
  await editor(page).getByRole('button', { name: '1', exact: true }).click()
  await editor(page)
    .getByRole('button', { name: /^Show [\d,]+ submissions$/ })
    .click()
  await expect(conditions(page)).toHaveText(['How many people live here? at least 1'])
})

test('A submission is found by its number', async ({ page }) => {
  await openEditor(page)
  await ask(page, 'submission', 'Submission')
  await editor(page).getByRole('textbox', { name: 'Number' }).fill('twelve')
  await editor(page).getByRole('button', { name: /^Show/ }).click()
  await expect(editor(page).getByText('Write the number of a submission, such as 12')).toBeVisible()
  await editor(page).getByRole('button', { name: 'Close' }).click()
  await cell(page, 1, 2).getByRole('button').click()
  await expect(page).toHaveURL(/submission=\d+/)
  const number = /submission=(\d+)/.exec(page.url())?.[1] ?? ''
  await page.getByRole('button', { name: 'Close the submission' }).click()
  await openEditor(page)
  await ask(page, 'submission', 'Submission')
  await editor(page).getByRole('textbox', { name: 'Number' }).fill(number)
  await editor(page).getByRole('button', { name: 'Show 1 submission' }).click()
  await expect(page.getByText('1 of 1,060 matches')).toBeVisible()
})

test('The filter is built by keyboard alone', async ({ page }) => {
  await page.getByRole('button', { name: 'Filter', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(editor(page)).toBeVisible()
  await expect(editor(page).getByRole('button', { name: 'Close' })).toBeFocused()
  const onHold = editor(page).getByRole('checkbox', { name: 'On hold' })
  await tabTo(page, onHold)
  await page.keyboard.press('Space')
  await expect(onHold).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(conditions(page)).toHaveText(['Validation is On hold'])
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('The filter fills the screen, and every page of it is accessible', async ({ page }) => {
    await openEditor(page)
    await ask(page, 'sub-c', 'Sub-county')
    await editor(page).getByRole('button', { name: 'Add a group of conditions' }).click()
    await expectAccessible(page)
    await editor(page).getByRole('button', { name: 'Close' }).click()
    await expect(editor(page)).toBeHidden()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})
