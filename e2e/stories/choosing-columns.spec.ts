import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../fixtures.ts'
import { cell, grid, SURVEY, WIDE } from '../submissions-page.ts'

const button = (page: Page) => page.getByRole('button', { name: /^Columns: / })
const panel = (page: Page) => page.getByRole('dialog', { name: 'Columns' })
const head = (page: Page, name: RegExp | string) => grid(page).getByRole('columnheader', { name })

test('A wide form starts with its first dozen answered questions, and more are found and ticked', async ({
  page,
  openDemo,
}) => {
  await openDemo(WIDE)
  await expect(page.getByText(/^Of \d[\d,]+ questions you see the first 12 that have answers\./)).toBeVisible()
  await expect(grid(page)).toHaveAttribute('aria-colcount', /^1[56]$/)

  await page.getByRole('button', { name: 'Choose more' }).click()
  await panel(page).getByRole('searchbox', { name: 'Find a column' }).fill('fishing boats')
  await expect(panel(page).getByText(/^\d+ columns found$/)).toBeVisible()
  const before = Number(await grid(page).getAttribute('aria-colcount'))
  await panel(page).getByRole('region', { name: 'Choose' }).getByRole('checkbox').first().check() // the group
  await expect.poll(async () => Number(await grid(page).getAttribute('aria-colcount'))).toBeGreaterThan(before)
  await expectAccessible(page)

  await panel(page).getByRole('button', { name: 'Show all' }).click()
  await expect.poll(async () => Number(await grid(page).getAttribute('aria-colcount'))).toBeGreaterThan(900)
  await expect(page).toHaveURL(/[?&]columns=\*\+registered(&|$)/)
  const all = Number(await grid(page).getAttribute('aria-colcount'))
  await panel(page).getByRole('checkbox', { name: 'Hide columns without answers' }).check()
  await expect.poll(async () => Number(await grid(page).getAttribute('aria-colcount'))).toBeLessThan(all)
})

test('Columns are hidden, moved and kept in sight; who opens the link sees the same', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await button(page).click()
  await panel(page).getByRole('searchbox', { name: 'Find a column' }).fill('submitted')
  await panel(page).getByRole('checkbox', { name: 'Submitted by' }).uncheck()
  await expect(head(page, /^Submitted by/)).toHaveCount(0)

  await panel(page).getByRole('tab', { name: 'Order' }).click()
  const up = panel(page).getByRole('button', { name: /^Move .?Sub-county.? up$/ })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect(panel(page).getByText(/Sub-county.? is now \d+ of \d+$/)).toBeAttached()
  await expect(up).toBeFocused()
  await panel(page)
    .getByRole('button', { name: /^Freeze .?Sub-county.?$/ })
    .click()
  await expect(head(page, /^Sub-county/)).toHaveAttribute('aria-colindex', '4')

  // By dragging: the title before the status.
  const grip = panel(page).getByRole('button', { name: /^Move .?Household code.?$/ })
  await grip.hover()
  await page.mouse.down()
  await page.mouse.move(0, 0)
  await page.mouse.up()
  await expect(head(page, /^Household code/)).toHaveAttribute('aria-colindex', '2')
  await expectAccessible(page)

  await page.reload()
  await expect(head(page, /^Household code/)).toHaveAttribute('aria-colindex', '2')
  await expect(head(page, /^Sub-county/)).toHaveAttribute('aria-colindex', '4')
  await expect(head(page, /^Submitted by/)).toHaveCount(0)
  await expect(cell(page, 1, 1)).toHaveText(/-060$/)

  await button(page).click()
  await panel(page).getByRole('button', { name: 'Back to the usual ones' }).click()
  await expect(head(page, /^Submitted by/)).toBeVisible()
  await expect(page).not.toHaveURL(/columns=|frozen=/)
})
