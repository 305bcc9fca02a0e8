import type { Page } from '@playwright/test'
import { expect, test, useLanguage } from '../fixtures.ts'
import { activeCell, grid, panel, TWO_VERSIONS } from '../submissions-page.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const table = (page: Page) =>
  dialog(page)
    .getByRole('region', { name: /^Repair \d+ entr/ })
    .getByRole('table')

test('A manager opens the entries of a repeat group as a table, by mouse and by keyboard', async ({
  page,
  openDemo,
}) => {
  await openDemo(`${TWO_VERSIONS}?columns=repair`)
  const count = grid(page)
    .getByRole('gridcell')
    .getByRole('button', { name: /^3 entries$/ })
    .first()
  await count.click()
  await expect(table(page).getByRole('row')).toHaveCount(4)
  await expect(table(page).getByRole('columnheader', { name: 'Were parts replaced?' })).toBeVisible()
  await expect(table(page).getByRole('rowheader')).toHaveText(['1', '2', '3'])

  // Nested entries, and questions that were not asked.
  await expect(
    dialog(page)
      .getByRole('region', { name: /^Repair, entry \d › Part/ })
      .first(),
  ).toBeVisible()
  const pictures = dialog(page)
    .getByRole('row')
    .filter({ hasText: /part_photo_\d+/ })
    .locator('img')
  await expect(pictures.first()).toHaveJSProperty('complete', true)
  await expect(table(page).getByText('Not asked').first()).toBeVisible()

  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(grid(page)).toBeFocused()
  await expect(activeCell(page).getByRole('button')).toHaveText('3 entries')
  await page.keyboard.press('Enter')
  await expect(table(page).getByRole('row')).toHaveCount(4)
  await expect(panel(page)).toHaveCount(0)
  await dialog(page).getByRole('button', { name: 'Open submission' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(panel(page).getByRole('heading', { name: /^Repair 3 entries/ })).toBeVisible()
})

test('On a phone, mirrored, the table of entries scrolls within the page', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo(`${TWO_VERSIONS}?columns=repair`)
  await useLanguage(page, 'en-XB')
  const card = page
    .getByRole('article')
    .filter({ has: page.locator('[aria-haspopup=dialog][data-link]') })
    .first()
  await card.locator('[data-link]').click()
  const region = dialog(page).getByRole('region').first()
  await expect(region.getByRole('table')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await region.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(true)
})
