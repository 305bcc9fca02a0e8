import { expect, test, textOf } from '../fixtures.ts'
import { demoAs, prepareTab } from '../signed-in.ts'
import { DRAFT, FAULTY, FORM_ONLY, SURVEY } from '../submissions-page.ts'

const rows = (text: string) => `Rows ${text} of 1,060`

test('On a phone the table is a list of cards, and a submission a sheet', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo(SURVEY)
  const cards = page.getByRole('list', { name: 'Submissions' })
  await expect(cards.getByRole('listitem').first()).toContainText('Submitted')
  await expect(page.getByRole('grid')).toHaveCount(0)
  await expect(page.getByText(rows('1–100'))).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)

  const second = cards.getByRole('listitem').nth(1)
  const name = await textOf(second.getByRole('heading'))
  await second.click()
  const sheet = page.getByRole('dialog', { name })
  await expect(sheet.getByRole('heading', { name, level: 2 })).toBeVisible()
  await page.goBack()
  await expect(sheet).toBeHidden()

  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText(rows('101–200'))).toBeVisible()
  await expect(cards.getByRole('listitem').first().getByRole('heading')).toHaveText(/-9\d\d$/)
})

test('A draft has no submissions, and says what to do first', async ({ page, openDemo }) => {
  await openDemo(DRAFT)
  await expect(page.getByRole('heading', { name: 'No submissions: the form is not deployed' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Submissions/ })).toBeVisible()
})

test('A server fault while loading submissions appears in place, under the project’s name', async ({
  page,
  openDemo,
}) => {
  await openDemo(FAULTY)
  await expect(page.getByRole('alert')).toContainText('The server has a problem')
  await expect(page.getByRole('heading', { name: 'Server fault: submissions cannot be read' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Form', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('alert')).toContainText('The server has a problem')
})

test('Somebody who may see the form but not its submissions reads whom to ask', async ({ page }) => {
  await prepareTab(page, { connections: [demoAs('yusuf')] })
  await page.goto(`./#${FORM_ONLY}`)
  await expect(page.getByRole('heading', { name: /^You don’t have permission to see the submissions/ })).toBeVisible()
  await expect(page.getByText(/signed in as yusuf\. Ask the owner, amina/)).toBeVisible()
  await expect(page.getByRole('link', { name: /^Submissions/ })).toHaveCount(0)
})
