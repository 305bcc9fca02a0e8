import type { Page } from '@playwright/test'
import { expect, test, textOf, useLanguage } from '../fixtures.ts'
import { activeCell, cell, grid, panel, row, SURVEY } from '../submissions-page.ts'

const SCROLL = `${SURVEY}?scroll=1`
const rowsPerPage = (page: Page) => page.getByRole('combobox', { name: 'Rows per page' })

async function goTo(page: Page, number: string) {
  await page.getByRole('textbox', { name: 'Row number' }).fill(number)
  await page.getByRole('button', { name: 'Go', exact: true }).click()
}

test('A manager scrolls through all submissions with the mouse wheel', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await rowsPerPage(page).selectOption('All (scroll)')
  await expect(page).toHaveURL(/scroll=1/)
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '1062')
  await expect(page.getByText(/^Rows 1–\d+ of 1,060$/)).toBeVisible()

  await grid(page).hover()
  await page.mouse.wheel(0, 150 * 32)
  await expect(cell(page, 160, 2)).toHaveText(/\d$/)
  await expect(page.getByText(/^Rows 151–\d+ of 1,060$/)).toBeVisible()
  await page.mouse.wheel(0, 2000 * 32)
  await expect(cell(page, 1060, 2)).toHaveText(/\d$/)
  await expect(page.getByText(/–1,060 of 1,060$/)).toBeVisible()

  await page.reload()
  await expect(rowsPerPage(page).locator('option:checked')).toHaveText('All (scroll)')
  await rowsPerPage(page).selectOption('100 per page')
  await expect(page.getByText('Rows 1–100 of 1,060')).toBeVisible()
})

for (const language of ['en', 'en-XB'] as const) {
  test(`A manager goes to the last submission by keyboard, and opens it and the one before (${language})`, async ({
    page,
    openDemo,
  }) => {
    await openDemo(SCROLL)
    await expect(cell(page, 1, 2)).toHaveText(/\d$/)
    await useLanguage(page, language)
    await page.getByRole('grid').focus()
    await page.keyboard.press('Control+End')
    await expect(cell(page, 1060, 2)).toHaveText(/\d$/)
    await expect(activeCell(page)).toBeInViewport({ ratio: 0.95 })
    await page.keyboard.press('Space')
    await expect(row(page, 1060)).toHaveAttribute('aria-current', 'true')
    await expect(panel(page).getByRole('button', { name: 'Previous submission' })).toBeEnabled()

    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(row(page, 1059)).toHaveAttribute('aria-current', 'true')
  })
}

test('A manager goes to a row by its number, and the panel continues into rows that are not loaded', async ({
  page,
  openDemo,
}) => {
  await openDemo(SCROLL)
  await expect(cell(page, 1, 2)).toHaveText(/\d$/)
  await goTo(page, '600')
  await expect(cell(page, 600, 2)).toHaveText(/\d$/)
  await expect(activeCell(page)).toBeInViewport({ ratio: 0.95 })
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(row(page, 600)).toHaveAttribute('aria-current', 'true')

  const next = panel(page).getByRole('button', { name: 'Next submission' })
  const title = panel(page).getByRole('heading', { level: 2 })
  await goTo(page, '1')
  await expect(cell(page, 1, 2)).toBeInViewport()
  await next.click()
  await expect(row(page, 601)).toHaveAttribute('aria-current', 'true')
  await expect(title).toHaveText(await textOf(cell(page, 601, 2)))
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('all cards are in one scroll', async ({ page, openDemo }) => {
    await openDemo(SCROLL)
    const cards = page.getByRole('list', { name: 'Submissions' }).getByRole('article')
    await expect(cards.first()).toBeVisible()
    await goTo(page, '900')
    await expect(page.locator('[aria-posinset="900"]').getByRole('article')).toBeInViewport()
    await expect(page.locator('[aria-posinset="900"]')).toHaveAttribute('aria-setsize', '1060')
  })
})
