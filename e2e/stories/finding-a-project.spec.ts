import { expect, expectAccessible, test, textOf } from '../fixtures.ts'

test('A manager finds a project by words, and sends the link', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('searchbox', { name: /Search by name/ }).fill('turkana household')
  await expect(page.getByText('1 project matches')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Household vulnerability survey, Turkana 2026' })).toBeVisible()
  await expect(page).toHaveURL(/q=turkana\+household/)

  await page.reload()
  await expect(page.getByText('1 project matches')).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('turkana household')
  await expectAccessible(page)
})

test('Arabic words are found as well', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('searchbox').fill('الحديدة')
  await expect(page.getByRole('link', { name: 'مسح احتياجات الأسر، الحديدة' })).toBeVisible()
  await expect(page.getByText('1 project matches')).toBeVisible()
})

test('Nothing found says so, and leads back to all', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('searchbox').fill('zebra crossing')
  await expect(page.getByRole('heading', { name: 'No project matches' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Show all projects' }).click()
  await expect(page.getByRole('table', { name: 'Projects' })).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('')
})

test('Short words and countries narrow the list; words of the server’s own do not', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('searchbox').fill('turkana household 20')
  await expect(page.getByText('1 project matches')).toBeVisible()
  await page.getByRole('searchbox').fill('yemen')
  await expect(page.getByRole('link', { name: 'مسح احتياجات الأسر، الحديدة' })).toBeVisible()
  await page.getByRole('searchbox').fill('label')
  await expect(page.getByRole('heading', { name: 'No project matches' })).toBeVisible()
})

test('The list is narrowed to a state, whose count was told before', async ({ page, openDemo }) => {
  await openDemo()
  const archived = page.getByRole('button', { name: /^Archived/ })
  await expect(archived).toHaveText(/[1-9]/)
  const count = /\d+/.exec(await textOf(archived))?.[0]
  await archived.click()
  await expect(archived).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText(new RegExp(`^${count} projects? match`))).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(Number(count) + 1)

  await page.goBack()
  await expect(page.getByRole('button', { name: /^All/ })).toHaveAttribute('aria-pressed', 'true')
})

test('The list is sorted by name, then the other way round', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('button', { name: 'Project', exact: true }).click()
  await expect(page.getByRole('columnheader', { name: 'Project' })).toHaveAttribute('aria-sort', 'ascending')
  const first = page.getByRole('rowheader').first()
  await expect(first).toContainText(/^A/)
  await page.getByRole('button', { name: 'Project', exact: true }).click()
  await expect(page.getByRole('columnheader', { name: 'Project' })).toHaveAttribute('aria-sort', 'descending')
  await expect(first).toContainText(/^م/)
})

test('The second page has the rest, and going back leads to the first', async ({ page, openDemo }) => {
  await openDemo()
  const range = page.getByText(/^1–50 of \d+$/)
  await expect(range).toBeVisible()
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText(/^51–\d+ of \d+$/)).toBeVisible()
  await expect(page).toHaveURL(/page=2/)
  await page.goBack()
  await expect(range).toBeVisible()
})

test('The list tells what is open to the public, in words', async ({ page, openDemo }) => {
  await openDemo()
  const row = page.getByRole('row', { name: /WASH infrastructure mapping, Garissa/ })
  await expect(row.getByText('Form and submissions')).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('The projects are cards, and nothing is wider than the screen', async ({ page, openDemo }) => {
    await openDemo()
    await expect(page.getByRole('link', { name: 'Household vulnerability survey, Turkana 2026' })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await page.getByRole('main').evaluate((main) => main.scrollWidth)).toBeLessThanOrEqual(390)
    await expectAccessible(page)
  })
})
