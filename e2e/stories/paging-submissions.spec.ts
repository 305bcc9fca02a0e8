import { readsOf, setChaos } from '../chaos.ts'
import { expect, expectAccessible, test, textOf } from '../fixtures.ts'
import { cell, grid, panel, row, SURVEY } from '../submissions-page.ts'

test('The next page is there before it is asked for', async ({ page, openDemo }) => {
  await openDemo()
  await setChaos(page, 'latency:20;path=/data/')
  await page.goto(`./#${SURVEY}`)
  await expect(cell(page, 100, 2).or(cell(page, 1, 2))).toBeVisible()
  await expect.poll(async () => (await readsOf(page)).filter((path) => path.endsWith('/data/')).length).toBe(2)
  await setChaos(page, 'hang;path=/data/')
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('Rows 101–200 of 1,060')).toBeVisible()
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false')
  await expect(cell(page, 1, 2)).toHaveText(/-9\d\d$/)
})

test('The panel stays while pages go by, and goes over their edges itself', async ({ page, openDemo }) => {
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
  await expectAccessible(page)
})
