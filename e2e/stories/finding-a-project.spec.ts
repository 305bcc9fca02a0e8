import { expect, test, textOf } from '../fixtures.ts'

test('A manager searches for a project, and the address keeps the search', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('searchbox', { name: /Search by name/ }).fill('turkana household')
  await expect(page.getByText('1 project matches')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Household vulnerability survey, Turkana 2026' })).toBeVisible()
  await expect(page).toHaveURL(/q=turkana\+household/)

  await page.reload()
  await expect(page.getByText('1 project matches')).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('turkana household')
})

test('A search in Arabic finds a project', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('searchbox').fill('الحديدة')
  await expect(page.getByRole('link', { name: 'مسح احتياجات الأسر، الحديدة' })).toBeVisible()
  await expect(page.getByText('1 project matches')).toBeVisible()
})

test('A search without matches says so, and leads back to all projects', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('searchbox').fill('zebra crossing')
  await expect(page.getByRole('heading', { name: 'No project matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Show all projects' }).click()
  await expect(page.getByRole('table', { name: 'Projects' })).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('')
})

test('Short words and countries narrow the list; field names of the server do not', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('searchbox').fill('turkana household 20')
  await expect(page.getByText('1 project matches')).toBeVisible()
  await page.getByRole('searchbox').fill('yemen')
  await expect(page.getByRole('link', { name: 'مسح احتياجات الأسر، الحديدة' })).toBeVisible()
  await page.getByRole('searchbox').fill('label')
  await expect(page.getByRole('heading', { name: 'No project matches' })).toBeVisible()
})

test('A manager shows the archived projects only, as many as their button said', async ({ page, openDemo }) => {
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

test('A manager sorts the list by name, then in descending order', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('button', { name: 'Project', exact: true }).click()
  await expect(page.getByRole('columnheader', { name: 'Project' })).toHaveAttribute('aria-sort', 'ascending')
  const first = page.getByRole('rowheader').first()
  await expect(first).toContainText(/^A/)
  await page.getByRole('button', { name: 'Project', exact: true }).click()
  await expect(page.getByRole('columnheader', { name: 'Project' })).toHaveAttribute('aria-sort', 'descending')
  await expect(first).toContainText(/^م/)
})

test('The second page lists the remaining projects, and the Back button returns to the first', async ({
  page,
  openDemo,
}) => {
  await openDemo()
  const range = page.getByText(/^1–50 of \d+$/)
  await expect(range).toBeVisible()
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText(/^51–\d+ of \d+$/)).toBeVisible()
  await expect(page).toHaveURL(/page=2/)
  await page.goBack()
  await expect(range).toBeVisible()
})

test('The list says which projects are public', async ({ page, openDemo }) => {
  await openDemo()
  const row = page.getByRole('row', { name: /WASH infrastructure mapping, Garissa/ })
  await expect(row.getByText('Form and submissions')).toBeVisible()
})

test('A manager opens a project by a click anywhere on its row, or by Enter where one matches', async ({
  page,
  openDemo,
}) => {
  await openDemo()
  await page
    .getByRole('row', { name: /WASH infrastructure mapping/ })
    .getByText('Form and submissions')
    .click()
  await expect(page.getByRole('heading', { name: 'WASH infrastructure mapping, Garissa' })).toBeVisible()

  await page.goBack()
  const search = page.getByRole('searchbox')
  await search.fill('cholera')
  await search.press('Enter')
  await expect(page.getByRole('heading', { name: 'Cholera line list, treatment centres' })).toBeVisible()
  await page.goBack()
  await expect(search).toHaveValue('cholera')
  await search.fill('market')
  await search.press('Enter')
  await expect(page.getByText(/^\d+ projects match$/)).toBeVisible()
  await expect(page.getByRole('table', { name: 'Projects' })).toBeVisible()
})

test('The number of matches moves nothing, and heads that sort look so', async ({ page, openDemo }) => {
  await openDemo()
  const table = page.getByRole('table', { name: 'Projects' })
  const before = await table.boundingBox()
  await page.getByRole('searchbox').fill('kenya')
  await expect(page.getByText(/^\d+ projects match$/)).toBeVisible()
  expect((await table.boundingBox())?.y).toBe(before?.y)

  const withArrow = page.getByRole('columnheader').filter({ has: page.locator('svg') })
  await expect(withArrow).toHaveText(['Project', 'Status', 'Owner', 'Modified'])
})

test('A manager comes back to the list as it was: search, and place', async ({ page, openDemo }) => {
  await openDemo('/projects?q=kenya')
  const main = page.getByRole('main')
  await expect(page.getByText(/^\d+ projects match$/)).toBeVisible()
  const scrollTop = () => main.evaluate((element) => Math.round(element.scrollTop))
  // What comes late into the list moves the place by some pixels, with its rows.
  await expect(page.getByRole('button', { name: 'New project' })).toBeVisible()
  await expect(page.getByRole('checkbox').last()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Columns' })).toBeVisible()
  await main.evaluate((element) => element.scrollTo(0, 200))
  await expect.poll(scrollTop).toBe(200)
  await page.getByRole('link', { name: 'Fishing communities, Lake Turkana' }).dispatchEvent('click') // without scrolling
  await expect(page.getByRole('heading', { name: 'Fishing communities, Lake Turkana' })).toBeVisible()
  await expect.poll(scrollTop).toBe(0)

  await page.goBack()
  await expect.poll(scrollTop).toBe(200)

  await page.goForward()
  await page.getByRole('main').getByRole('link', { name: 'Projects', exact: true }).click()
  await expect(page).toHaveURL(/q=kenya/)
  await expect.poll(scrollTop).toBe(200)

  // Another address that is typed begins at its top.
  await openDemo('/account/organization')
  await expect(
    page.getByRole('region', { name: 'Projects of the organization' }).getByRole('link').first(),
  ).toBeVisible()
  await expect.poll(scrollTop).toBe(0)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('a manager sorts the list by name', async ({ page, openDemo }) => {
    await openDemo()
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Name, A to Z')
    await expect(page.getByRole('rowheader').first()).toContainText(/^A/)
    await expect(page).toHaveURL(/sort=name/)
  })

  test('the projects are cards, and nothing is wider than the screen', async ({ page, openDemo }) => {
    await openDemo()
    await expect(page.getByRole('link', { name: 'Household vulnerability survey, Turkana 2026' })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await page.getByRole('main').evaluate((main) => main.scrollWidth)).toBeLessThanOrEqual(390)
  })
})
