import type { Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { setChaos, untilListed } from '../chaos.ts'
import { expect, test } from '../fixtures.ts'
import { cell, grid, SURVEY } from '../submissions-page.ts'

test.use({ viewport: { width: 2600, height: 900 } }) // all its columns are drawn

/** Opens the menu of the column “How many people live here?” from one of its cells. */
async function openMenu(page: Page) {
  const people = grid(page).getByRole('columnheader', { name: /^How many people live here/ })
  await cell(page, 3, Number(await people.getAttribute('aria-colindex')) - 1).click()
  await page.keyboard.press('Alt+ArrowDown')
  return page.getByRole('menu')
}

test('A manager totals a column over all matches, beyond the page, until the filter changes', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await untilListed(page, 1)
  await setChaos(page, 'cut;after=1;on=read;path=/data/')
  const menu = await openMenu(page)
  await expect(menu).toHaveAccessibleDescription(/^Totals for these 100 rows\s*Mean:/)
  await menu.getByRole('menuitem', { name: 'Calculate this column for all 1,060 submissions' }).press('Enter')
  await expect(page.getByRole('alert')).toContainText('1,000 of 1,060 submissions are loaded')
  await setChaos(page, '')
  await page.getByRole('button', { name: 'Try again' }).click()
  const message = page.getByRole('status').filter({ hasText: '1 column shows totals for all 1,060 submissions' })
  await expect(message).toBeVisible()
  await expect(grid(page).getByText(/^Mean: [\d.]+ \(all 1,060 submissions\)$/)).toBeVisible()
  await openMenu(page)
  await expect(menu).toHaveAccessibleDescription(/^Totals for all 1,060 rows\s*Mean: [\d.]+\s*Sum: [\d,]+/)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('Rows 101–200 of 1,060')).toBeVisible()
  await expect(message).toBeVisible()

  // All other columns at once.
  await openMenu(page)
  await expect(menu.getByRole('menuitem', { name: 'Calculate this column for all 1,060 submissions' })).toBeHidden()
  await menu.getByRole('menuitem', { name: 'Calculate all visible columns for all 1,060 submissions' }).press('Enter')
  await expect(grid(page).getByText(/ of all 1,060$/)).not.toHaveCount(1)
  await expect(grid(page).getByText('Totals for these 100 rows')).toBeVisible()

  const filter = JSON.stringify({
    join: 'and',
    parts: [{ field: 'hh/people', test: { op: 'number', from: '9', to: null } }],
  })
  await page.goto(`./#${SURVEY}?${new URLSearchParams({ filter, size: '1000' })}`)
  await expect(page.getByText('because the filter changed')).toBeVisible()
  await expect(grid(page).getByText(/^Totals for all \d+ rows$/)).toBeVisible()
  await openMenu(page)
  await expect(menu).toHaveAccessibleDescription(/^Totals for all \d+ rows/)
  await expect(menu.getByRole('menuitem', { name: /^Calculate/ })).toBeHidden()
})
