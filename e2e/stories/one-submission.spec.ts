import type { Locator, Page } from '@playwright/test'
import { setChaos } from '../chaos.ts'
import { openAsColleague } from '../colleague.ts'
import { expect, test, textOf, useLanguage } from '../fixtures.ts'
import { cell, grid, panel, VIEW_ONLY, SURVEY } from '../submissions-page.ts'

/** The newest of 1,060, which are numbered one after another. */
const NEWEST = 2059
const one = (id: number, search = '') => `${SURVEY}/${id}${search}`

const answers = (page: Page) => page.getByRole('region', { name: 'Answers', exact: true })
const pencil = (page: Page, question: string) =>
  page.getByRole('button', { name: new RegExp(`^Edit the answer to .*${question}`) })
/** The answer to a question. */
const answer = (page: Page, question: string): Locator =>
  answers(page)
    .locator('dl > div')
    .filter({ has: page.getByText(question, { exact: true }) })
    .locator('dd')

async function editAge(page: Page, age: string) {
  await pencil(page, 'Age of the head of household').click()
  const input = page.getByRole('textbox', { name: 'Age of the head of household' })
  await expect(input).toBeFocused()
  await input.fill(age)
}

test('A manager opens a submission on its own page from the panel, and goes on to the next across pages of the table', async ({
  page,
  openDemo,
}) => {
  await openDemo(`${SURVEY}?size=30&labels=1&sort=hh/sub_county`)
  const title = await textOf(cell(page, 2, 2))
  await cell(page, 2, 2).getByRole('link').click()
  await panel(page).getByRole('link', { name: 'Open full page' }).click()
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
  await expect(page.getByText('2 of 1,060')).toBeVisible()
  await expect(answers(page).getByText('Âge du chef de ménage')).toBeVisible()
  await expect(page).toHaveTitle(new RegExp(`^${title} · Household`))

  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByText('1 of 1,060')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Previous submission' })).toBeDisabled()
  await page.getByRole('link', { name: 'Back to the table' }).click()
  await expect(grid(page)).toBeVisible()
  await expect(page).toHaveURL(/\?size=30&labels=1&sort=hh%2Fsub_county$/)

  await page.goto(`./#${one(NEWEST - 29, '?size=30')}`)
  await expect(page.getByText('30 of 1,060')).toBeVisible()
  await page.getByRole('button', { name: 'Next submission' }).click()
  await expect(page.getByText('31 of 1,060')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/${NEWEST - 30}\\?page=2&size=30$`))
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByText('30 of 1,060')).toBeVisible()
})

test('A submission beyond the first hundred, opened by its address, leads to the previous and the next', async ({
  page,
  openDemo,
}) => {
  await openDemo(one(NEWEST - 200))
  await expect(page.getByText('201 of 1,060')).toBeVisible()
  await page.getByRole('button', { name: 'Previous submission' }).click()
  await expect(page).toHaveURL(new RegExp(`/${NEWEST - 199}\\?page=2$`))
  await expect(page.getByText('200 of 1,060')).toBeVisible()

  await page.goto(`./#${SURVEY}?submission=${NEWEST - 400}`)
  await panel(page).getByRole('button', { name: 'Next submission' }).click()
  await expect(page).toHaveURL(new RegExp(`submission=${NEWEST - 401}`))
  await expect(page).toHaveURL(/page=5/)
})

test('A manager edits an answer in place: an invalid one is not sent, and a saved one can be undone', async ({
  page,
  openDemo,
}) => {
  await openDemo(one(NEWEST))
  const age = answer(page, 'Age of the head of household')
  const before = (await textOf(age)).trim()
  await expect(page.getByText('Never edited.')).toBeVisible()

  await editAge(page, '5')
  const save = page.getByRole('button', { name: 'Save the answer' })
  await expect(page.getByText('This answer breaks the form’s rule: ⁨. >= 12 and . <= 110⁩')).toBeVisible()
  await expect(save).toBeDisabled()
  await page.getByRole('textbox', { name: 'Age of the head of household' }).fill('old')
  await expect(page.getByText('A whole number, such as 12')).toBeVisible()

  await page.getByRole('textbox', { name: 'Age of the head of household' }).fill('77')
  await page.keyboard.press('Enter')
  await expect(age).toContainText('77')
  await expect(age).toContainText(`Saved. It was: ${before}`)
  await expect(pencil(page, 'Age of the head of household')).toBeFocused()
  await expect(page.getByText('Edited after submission')).toBeVisible()

  await page.getByRole('button', { name: /^Undo the change to/ }).click()
  await expect(age).toContainText('It was: 77')
  await page.reload()
  await expect(age).toHaveText(before)

  await page.getByRole('switch', { name: /^Show \d+ questions without an answer$/ }).check()
  await expect(answers(page).getByText('Not asked').first()).toBeVisible()
  await pencil(page, 'Do you agree to take part').click()
  await page.getByRole('combobox', { name: 'Do you agree to take part' }).click()
  await expect(page.getByRole('option', { name: 'No' })).toBeVisible()
})

test('A manager edits a second answer while the first is being saved; both are saved', async ({ page, openDemo }) => {
  await openDemo(one(NEWEST))
  await expect(answers(page)).toBeVisible()
  await setChaos(page, 'latency:2500;on=write')
  await editAge(page, '77')
  await page.keyboard.press('Enter')
  await pencil(page, 'Name of the head of household').click()
  const name = page.getByRole('textbox', { name: 'Name of the head of household' })
  await expect(name).toBeFocused()
  await name.fill('Ekai')
  await answer(page, 'Name of the head of household').getByRole('button', { name: 'Save the answer' }).click()
  await expect(answer(page, 'Age of the head of household')).toContainText('Saved. It was:')
  await expect(answer(page, 'Name of the head of household')).toContainText('Saved. It was:')
  await expect(answer(page, 'Age of the head of household')).toContainText('77')
  await expect(answer(page, 'Name of the head of household')).toContainText('Ekai')
})

test('A colleague edits the same answer meanwhile: it is overwritten only after a confirmation', async ({
  page,
  openDemo,
}) => {
  await openDemo(one(NEWEST))
  const age = answer(page, 'Age of the head of household')
  await editAge(page, '33')

  const colleague = await openAsColleague(page, one(NEWEST))
  await editAge(colleague, '44')
  await colleague.getByRole('button', { name: 'Save the answer' }).click()
  await expect(answer(colleague, 'Age of the head of household')).toContainText('Saved.')
  await colleague.close()

  await page.getByRole('button', { name: 'Save the answer' }).click()
  const question = page.getByRole('alert').filter({ hasText: 'Someone else has changed this submission' })
  await expect(question).toContainText('The answer on the server is now: 44')
  await question.getByRole('button', { name: 'Save mine anyway' }).click()
  await expect(age).toContainText('Saved. It was: 44')
  await expect(age).toContainText('33')
})

test('A manager prints a submission, opens its web form and its raw data, duplicates it and deletes the duplicate', async ({
  page,
  openDemo,
}) => {
  await openDemo(one(NEWEST))
  await expect(answers(page)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(answers(page)).toBeVisible()
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('button')).toHaveCount(0)
  await page.emulateMedia({ media: null })

  const [form] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Edit in the web form' }).click(),
  ])
  await expect.poll(() => form.url()).toMatch(/#\/demo\/web-form/)
  await form.close()

  const more = page.getByRole('button', { name: 'More actions' })
  await more.click()
  await page.getByRole('menuitem', { name: 'Raw data' }).click()
  await expect(page.getByRole('region', { name: 'Raw data' })).toContainText(`"_id": ${NEWEST}`)
  await page.keyboard.press('Escape')

  await more.click()
  await page.getByRole('menuitem', { name: 'Duplicate…' }).click()
  await page.getByRole('button', { name: 'Duplicate', exact: true }).click()
  await page.getByRole('link', { name: /^Open submission \d+$/ }).click()
  await expect(page.getByText('1 of 1,061')).toBeVisible()

  await more.click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await expect(page.getByRole('dialog')).toContainText('This cannot be undone.')
  const copy = page.url()
  await page.getByRole('button', { name: 'Delete permanently' }).click()
  await expect(grid(page)).toBeVisible()
  await expect(page.getByText('1,060 submissions')).toBeVisible()
  await page.goto(copy)
  await expect(page.getByRole('main')).toContainText('This submission no longer exists')
})

test('On a phone, mirrored: somebody who may only view sees no edit buttons', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo(VIEW_ONLY)
  await page
    .getByRole('list', { name: 'Submissions' })
    .getByRole('listitem')
    .first()
    .getByRole('heading')
    .getByRole('link')
    .click()
  await page.getByRole('link', { name: 'Open full page' }).click()
  await expect(answers(page)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Edit/ })).toHaveCount(0)
  await useLanguage(page, 'en-XB')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  const boxOf = (name: string) => page.getByRole('button', { name }).boundingBox()
  await expect
    .poll(async () => (await boxOf('Previous submission'))?.x)
    .toBeGreaterThan((await boxOf('Next submission'))?.x ?? Infinity)
  expect((await boxOf('Next submission'))?.height).toBeGreaterThanOrEqual(44)
})
