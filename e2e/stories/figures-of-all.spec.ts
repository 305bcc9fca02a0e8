import type { Page } from '@playwright/test'
import { setChaos, untilReadAhead } from '../chaos.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'
import { cell, grid, SURVEY } from '../submissions-page.ts'

test.use({ viewport: { width: 2600, height: 900 } }) // all its columns are drawn

/** Opens the menu of the number of people from its cells. */
async function openMenu(page: Page) {
  const people = grid(page).getByRole('columnheader', { name: /^How many people live here/ })
  await cell(page, 3, Number(await people.getAttribute('aria-colindex')) - 1).click()
  await page.keyboard.press('Alt+ArrowDown')
  return page.getByRole('menu')
}

test('A column is summed up over all that match, beyond the page, until something else is looked for', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await untilReadAhead(page, 2)
  await setChaos(page, 'cut;after=1;on=read;path=/data/')
  const menu = await openMenu(page)
  await expect(menu).toHaveAccessibleDescription(/^Of these 100 rows\s*Mean/)
  await menu.getByRole('menuitem', { name: 'Sum up this column over all 1,060' }).press('Enter')
  await expect(page.getByRole('alert')).toContainText('1,000 of 1,060 submissions are loaded and kept')
  await setChaos(page, '')
  await page.getByRole('button', { name: 'Try again' }).click()
  const told = page.getByRole('status').filter({ hasText: 'The figures of 1 column are of all 1,060 submissions' })
  await expect(told).toBeVisible()
  await expect(grid(page).getByText(/^Mean [\d.]+ of all 1,060$/)).toBeVisible()
  await openMenu(page)
  await expect(menu).toHaveAccessibleDescription(/^Of all 1,060 rows\s*Mean [\d.]+\s*Sum [\d,]+/)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('Rows 101–200 of 1,060')).toBeVisible()
  await expect(told).toBeVisible()

  // All other columns, too, in one go.
  await openMenu(page)
  await expect(menu.getByRole('menuitem', { name: 'Sum up this column over all 1,060' })).toBeHidden()
  await menu.getByRole('menuitem', { name: 'Sum up every column shown over all 1,060' }).press('Enter')
  await expect(grid(page).getByText(/ of all 1,060$/)).not.toHaveCount(1)
  await expect(grid(page).getByText('Of these 100 rows')).toBeVisible()

  const filter = JSON.stringify({
    join: 'and',
    parts: [{ field: 'hh/people', test: { op: 'number', from: '9', to: null } }],
  })
  await page.goto(`./#${SURVEY}?${new URLSearchParams({ filter, size: '1000' })}`)
  await expect(page.getByText('what is looked for has changed')).toBeVisible()
  await expect(grid(page).getByText(/^Of all \d+ rows$/)).toBeVisible()
  await openMenu(page)
  await expect(menu).toHaveAccessibleDescription(/^Of all \d+ rows/)
  await expect(menu.getByRole('menuitem', { name: /^Sum up/ })).toBeHidden()
})
