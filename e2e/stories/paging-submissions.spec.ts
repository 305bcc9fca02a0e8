import { queriesOf, setChaos } from '../chaos.ts'
import { expect, test, textOf } from '../fixtures.ts'
import { cell, grid, panel, row, SURVEY } from '../submissions-page.ts'

test('The next page of rows is loaded while the pointer rests on its button, and not before', async ({
  page,
  openDemo,
}) => {
  await openDemo()
  await setChaos(page, 'latency:20;path=/data/')
  await page.goto(`./#${SURVEY}`)
  const next = page.getByRole('button', { name: 'Next page' })
  // The bar of the simulated error moves the button up.
  await expect(page.getByRole('button', { name: 'Stop simulating errors' })).toBeVisible()
  // A pointer that comes to a disabled button is not noticed.
  await expect(next).toBeEnabled()
  await expect(cell(page, 1, 2)).toHaveText(/\S/)
  const lists = async () => (await queriesOf(page)).filter((path) => path.endsWith('/data/')).length
  expect(await lists()).toBe(1)
  await next.hover()
  await expect.poll(lists).toBe(2)
  await setChaos(page, 'hang;path=/data/')
  await next.click()
  await expect(page.getByText('Rows 101–200 of 1,060')).toBeVisible()
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false')
  await expect(cell(page, 1, 2)).toHaveText(/-9\d\d$/)
})

test('The panel stays open while the manager changes the page, and continues across pages itself', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  const title = panel(page).getByRole('heading', { level: 2 })
  await expect(cell(page, 1, 2)).toBeVisible()
  await grid(page).focus()
  await page.keyboard.press('Control+End')
  const last = await textOf(cell(page, 100, 2))
  await page.keyboard.press('Space')
  await expect(row(page, 100)).toHaveAttribute('aria-current', 'true')
  await expect(title).toHaveText(last)

  const next = panel(page).getByRole('button', { name: 'Next submission' })
  await expect(next).toBeEnabled()
  await next.press('Enter')
  await expect(page.getByText('Rows 101–200 of 1,060')).toBeVisible()
  await expect(row(page, 1)).toHaveAttribute('aria-current', 'true')
  await expect(title).toHaveText(await textOf(cell(page, 1, 2)))
  await expect(next).toBeFocused()

  await panel(page).getByRole('button', { name: 'Previous submission' }).click()
  await expect(page.getByText('Rows 1–100 of 1,060')).toBeVisible()
  await expect(row(page, 100)).toHaveAttribute('aria-current', 'true')
  await expect(title).toHaveText(last)

  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('Rows 101–200 of 1,060')).toBeVisible()
  await expect(title).toHaveText(last)
})

test('A manager comes back to the table as it was: page, and place', async ({ page, openDemo }) => {
  await openDemo(`${SURVEY}?page=2`)
  const scrollTop = () => grid(page).evaluate((element) => Math.round(element.scrollTop))
  await expect(page.getByText('Rows 101–200 of 1,060')).toBeVisible()
  await grid(page).evaluate((element) => element.scrollTo(0, 640))
  await expect.poll(scrollTop).toBe(640)
  await page.getByRole('link', { name: 'Form', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Form' })).toBeVisible()
  await page.getByRole('link', { name: /^Submissions/ }).click()
  await expect(page).toHaveURL(/page=2/)
  await expect(page.getByText('Rows 101–200 of 1,060')).toBeVisible()
  await expect.poll(scrollTop).toBe(640)
})
