import type { Page } from '@playwright/test'
import { expect, tabTo, test, textOf } from '../fixtures.ts'
import { cell, grid, row, SURVEY } from '../submissions-page.ts'

test.beforeEach(async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await expect(page.getByText('1,060 submissions')).toBeVisible()
})

const editor = (page: Page) => page.getByRole('dialog', { name: 'Filter the submissions' })
const openEditor = (page: Page) => page.getByRole('button', { name: /^Filters?( \(\d+\))?$/ }).click()

/** Chooses the question of the last condition by typing a part of its name. */
async function chooseQuestion(page: Page, part: string, question: string) {
  const picker = editor(page).getByRole('combobox', { name: 'Question' }).last()
  await expect(picker).toBeFocused()
  await page.keyboard.type(part)
  await editor(page).getByRole('option', { name: question, exact: true }).click()
}

const operator = (page: Page) => editor(page).getByRole('combobox', { name: 'Comparison' }).last()
const show = (page: Page) => editor(page).getByRole('button', { name: /^Show/ })

const conditions = (page: Page) => page.getByRole('list', { name: 'Active filters' }).getByRole('listitem')

test('A manager filters the table, sees the number of matches beforehand, and the address keeps the filter', async ({
  page,
}) => {
  await openEditor(page)
  await chooseQuestion(page, 'valid', 'Validation')
  await expect(operator(page)).toBeFocused()
  await editor(page).getByRole('checkbox', { name: 'Approved', exact: true }).check()
  await editor(page).getByRole('button', { name: 'Add a condition', exact: true }).click()
  await chooseQuestion(page, 'people live', 'How many people live here?')
  await operator(page).selectOption('is between')
  await editor(page).getByLabel('From').fill('5')
  await editor(page).getByLabel('To', { exact: true }).fill('6')
  await expect(show(page)).toHaveText(/^Show \d+ submissions$/)
  const [count] = /\d+/.exec(await textOf(show(page))) ?? []
  await show(page).click()

  await expect(page.getByText(`${count} of 1,060 submissions match`)).toBeVisible()
  await expect(conditions(page)).toHaveText([
    'Validation is Approved',
    'and How many people live here? is between 5 and 6',
  ])
  await expect(cell(page, 1, 1)).toContainText('Approved')

  await page.reload()
  await expect(page.getByText(`${count} of 1,060 submissions match`)).toBeVisible()

  await conditions(page).first().getByRole('button', { name: 'Remove this condition' }).click()
  await expect(conditions(page)).toHaveText(['How many people live here? is between 5 and 6'])
  await page.goBack()
  await expect(conditions(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(conditions(page)).toHaveCount(0)
  await expect(page.getByText('1,060 submissions')).toBeVisible()
})

test('A new condition has no question, lists them all, and typing finds one', async ({ page }) => {
  await openEditor(page)
  const question = editor(page).getByRole('combobox', { name: 'Question' })
  await expect(question).toBeFocused()
  await expect(question).toHaveValue('')
  await expect(question).toHaveAttribute('placeholder', 'Choose a question')
  await expect(editor(page).getByRole('option', { name: 'Validation' })).toBeVisible()
  // The list covers nothing.
  await editor(page).getByRole('button', { name: 'Add a condition', exact: true }).click()
  await expect(question).toHaveCount(2)
  await editor(page).getByRole('button', { name: 'Remove this condition' }).last().click()
  await question.focus()
  await page.keyboard.type('age of the head')
  await page.keyboard.press('Enter')
  await expect(question).toHaveValue('Age of the head of household')

  // Typing replaces the question that is chosen.
  await question.focus()
  await page.keyboard.type('people live')
  await page.keyboard.press('Enter')
  await expect(question).toHaveValue('How many people live here?')
})

test('A manager compares numbers, texts and days in the words that people use', async ({ page }) => {
  await openEditor(page)
  await chooseQuestion(page, 'age of the head', 'Age of the head of household')
  await operator(page).selectOption('is more than')
  await editor(page).getByLabel('Number').fill('60')
  await expect(show(page)).toHaveText(/^Show [\d,]+ submissions$/)
  const older = Number(/[\d,]+/.exec(await textOf(show(page)))?.[0].replace(',', ''))
  await operator(page).selectOption('is at least')
  await expect(editor(page).getByLabel('Number')).toHaveValue('60')
  await expect
    .poll(async () => Number(/[\d,]+/.exec(await textOf(show(page)))?.[0].replace(',', '')))
    .toBeGreaterThan(older)
  await operator(page).selectOption('is more than')

  await editor(page).getByRole('button', { name: 'Add a condition', exact: true }).click()
  await chooseQuestion(page, 'village', 'Village')
  await operator(page).selectOption('does not contain')
  await expect(editor(page).getByText('Submissions without an answer also match.')).toBeVisible()
  await editor(page).getByLabel('Text').fill('ka')
  await editor(page).getByRole('button', { name: 'Add a condition', exact: true }).click()
  await chooseQuestion(page, 'submitted', 'Submitted')
  await operator(page).selectOption('is in the last 30 days')
  await expect(editor(page).getByText(/^Today this is .* to .*\.$/)).toBeVisible()
  await show(page).click()
  await expect(conditions(page)).toHaveText([
    'Age of the head of household is more than 60',
    /^and Village does not contain “.ka.”$/,
    'and Submitted is in the last 30 days',
  ])
  await expect(page).toHaveURL(/last30Days/) // and not the days that they are today
  await page.getByRole('button', { name: 'Filters (3)' }).click()
  await expect(editor(page).getByLabel('Number')).toHaveValue('60')
  await expect(operator(page)).toHaveValue('last30Days')
})

test('A click beside the editor keeps what was changed, until it is applied or discarded', async ({ page }) => {
  await openEditor(page)
  await chooseQuestion(page, 'people live', 'How many people live here?')
  await editor(page).getByLabel('Number').fill('7')
  await page.mouse.click(20, 300)
  await expect(editor(page)).toBeHidden()
  await expect(page.getByText('1,060 submissions')).toBeVisible()
  await page.getByRole('button', { name: 'Unapplied filter changes' }).click()
  await expect(editor(page).getByLabel('Number')).toHaveValue('7')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard the unapplied changes' }).click()
  await expect(page.getByRole('button', { name: 'Unapplied filter changes' })).toBeHidden()
  await openEditor(page)
  await expect(editor(page).getByRole('combobox', { name: 'Question' })).toHaveValue('')
})

test('Few choices are check boxes, many are searched in a list, and none of them covers a button', async ({ page }) => {
  await openEditor(page)
  await chooseQuestion(page, 'sub-c', 'Sub-county')
  await editor(page).getByRole('checkbox', { name: 'Loima' }).check()
  await editor(page).getByRole('button', { name: 'Add a condition group' }).click()
  const group = editor(page).getByRole('group', { name: 'Condition group' })
  await chooseQuestion(page, 'valid', 'Validation')
  await group.getByRole('checkbox', { name: 'On hold' }).check()
  await group.getByRole('button', { name: 'Add to the group' }).click()
  await chooseQuestion(page, 'submitted by', 'Submitted by')
  await group.getByRole('combobox', { name: 'Usernames' }).fill('enum_team_02')
  await page.keyboard.press('Enter')
  await expect(group.getByRole('button', { name: /^Remove .enum_team_02.$/ })).toBeVisible()
  await show(page).click()
  await expect(conditions(page)).toHaveText([
    /^Sub-county is .Loima.$/, // each in its own direction
    /^and Validation is On hold or Submitted by is .enum_team_02.$/,
  ])
  await expect(row(page, 1)).toContainText('Loima')
})

test('An address of a former version is read, with its condition in today’s words', async ({ page, openDemo }) => {
  const parts = [
    { field: 'hh/people', test: { op: 'number', from: '5', to: null } },
    { field: '_submission_time', test: { op: 'day', from: null, to: '2026-11-20' } },
  ]
  await openDemo(`${SURVEY}?${new URLSearchParams({ filter: JSON.stringify({ join: 'and', parts }) }).toString()}`)
  await expect(conditions(page)).toHaveText([
    'How many people live here? is at least 5',
    'and Submitted is on or before 20 Nov 2026',
  ])
  await openEditor(page)
  await expect(editor(page).getByLabel('Number')).toHaveValue('5')
  await expect(operator(page)).toHaveValue('onOrBefore')
})

test('A filter by a question in a repeat group matches any of its entries', async ({ page }) => {
  await openEditor(page)
  await chooseQuestion(page, 'age in', 'Age in years')
  await editor(page).getByLabel('Number').fill('80')
  await expect(editor(page).getByText('At least one entry of the repeat group must match.')).toBeVisible()
  await expect(show(page)).toHaveText(/^Show \d+ submissions$/)
  await show(page).click()
  await expect(page.getByText(/^\d+ of 1,060 submissions match$/)).toBeVisible()
})

test('An incomplete filter names what is missing, and filters nothing', async ({ page }) => {
  await openEditor(page)
  await show(page).click()
  await expect(editor(page).getByText('Choose a question, or remove this condition')).toBeVisible()
  await editor(page).getByRole('combobox', { name: 'Question' }).focus()
  await chooseQuestion(page, 'people live', 'How many people live here?')
  await expect(editor(page).getByText('Enter a value, or remove this condition')).toBeVisible()
  await editor(page).getByLabel('Number').fill('five')
  await expect(editor(page).getByText('Enter a number, such as 12 or 2.5')).toBeVisible()
  await show(page).click()
  await expect(editor(page).getByLabel('Number')).toHaveValue('five')
  await page.keyboard.press('Escape')
  await expect(editor(page)).toBeHidden()
  await expect(page.getByText('1,060 submissions')).toBeVisible()
})

test('A filter without matches says so, and can be cleared', async ({ page }) => {
  await openEditor(page)
  await chooseQuestion(page, 'people live', 'How many people live here?')
  await editor(page).getByLabel('Number').fill('999')
  await editor(page).getByRole('button', { name: 'Show none' }).click()
  await expect(page.getByRole('heading', { name: 'No submission matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(page.getByText('1,060 submissions')).toBeVisible()
  await expect(grid(page)).toBeVisible()
})

test('An unreadable filter in the address shows no rows until the manager asks for all', async ({ page }) => {
  const filter = { join: 'or', parts: [{ join: 'and', conditions: [] }] }
  await page.goto(`./#${SURVEY}?${new URLSearchParams({ filter: JSON.stringify(filter) }).toString()}`)
  await expect(page.getByRole('heading', { name: 'The filter in the address cannot be read' })).toBeVisible()
  await expect(grid(page)).toBeHidden()
  await page.getByRole('button', { name: 'Show all submissions' }).click()
  await expect(page.getByText('1,060 submissions')).toBeVisible()
  await expect(grid(page)).toBeVisible()
})

test('An ambiguous number asks which one is meant, and the filter says which was chosen', async ({ page }) => {
  await openEditor(page)
  await chooseQuestion(page, 'people live', 'How many people live here?')
  await editor(page).getByLabel('Number').fill('1.000')
  await expect(editor(page).getByText('Which number do you mean?').first()).toBeVisible()
  await editor(page).getByRole('button', { name: '1', exact: true }).click()
  await editor(page)
    .getByRole('button', { name: /^Show [\d,]+ submissions$/ })
    .click()
  await expect(conditions(page)).toHaveText(['How many people live here? is at least 1'])
})

test('A manager filters by the number of a submission', async ({ page }) => {
  await openEditor(page)
  await chooseQuestion(page, 'submission', 'Submission')
  await editor(page).getByRole('textbox', { name: 'Number' }).fill('twelve')
  await editor(page).getByRole('button', { name: /^Show/ }).click()
  await expect(editor(page).getByText('Enter the number of a submission, such as 12')).toBeVisible()
  await editor(page).getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Discard the unapplied changes' }).click()
  await cell(page, 1, 2).getByRole('link').click()
  await expect(page).toHaveURL(/submission=\d+/)
  const number = /submission=(\d+)/.exec(page.url())?.[1] ?? ''
  await page.getByRole('button', { name: 'Close the submission' }).click()
  await openEditor(page)
  await chooseQuestion(page, 'submission', 'Submission')
  await editor(page).getByRole('textbox', { name: 'Number' }).fill(number)
  await editor(page).getByRole('button', { name: 'Show 1 submission' }).click()
  await expect(page.getByText('1 of 1,060 submissions matches')).toBeVisible()
})

test('A manager builds a filter by keyboard alone', async ({ page }) => {
  await page.getByRole('button', { name: 'Filter', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(editor(page).getByRole('combobox', { name: 'Question' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(operator(page)).toBeFocused()
  const onHold = editor(page).getByRole('checkbox', { name: 'On hold' })
  await tabTo(page, onHold)
  await page.keyboard.press('Space')
  await expect(onHold).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(conditions(page)).toHaveText(['Validation is On hold'])
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the filter fills the screen, and the page behind it is no wider', async ({ page }) => {
    await openEditor(page)
    await chooseQuestion(page, 'sub-c', 'Sub-county')
    await editor(page).getByRole('button', { name: 'Add a condition group' }).click()
    await editor(page).getByRole('button', { name: 'Close' }).click()
    await expect(editor(page)).toBeHidden()
    await expect(page.getByRole('button', { name: 'Unapplied filter changes' })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})
