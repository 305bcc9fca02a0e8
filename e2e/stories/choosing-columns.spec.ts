import type { Page } from '@playwright/test'
import { expect, test, useLanguage } from '../fixtures.ts'
import { activeCell, cell, grid, SURVEY, WIDE } from '../submissions-page.ts'

const button = (page: Page) => page.getByRole('button', { name: /^Columns: / })
const panel = (page: Page) => page.getByRole('dialog', { name: 'Columns' })
const head = (page: Page, name: RegExp | string) => grid(page).getByRole('columnheader', { name })

test('A wide form starts with its first twelve answered questions; the manager finds and adds more', async ({
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

  await panel(page).getByRole('button', { name: 'Show all' }).click()
  await expect.poll(async () => Number(await grid(page).getAttribute('aria-colcount'))).toBeGreaterThan(900)
  await expect(page).toHaveURL(/[?&]columns=\*\+registered(&|$)/)
  const all = Number(await grid(page).getAttribute('aria-colcount'))
  await panel(page).getByRole('checkbox', { name: 'Hide columns without answers' }).check()
  await expect.poll(async () => Number(await grid(page).getAttribute('aria-colcount'))).toBeLessThan(all)
})

test('A manager hides, moves and freezes columns; the link shows the same to others', async ({ page, openDemo }) => {
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

  // Drag the title before the status.
  const grip = panel(page).getByRole('button', { name: /^Move .?Household code.?$/ })
  await grip.hover()
  await page.mouse.down()
  await page.mouse.move(0, 0)
  await page.mouse.up()
  await expect(head(page, /^Household code/)).toHaveAttribute('aria-colindex', '2')

  await page.reload()
  await expect(head(page, /^Household code/)).toHaveAttribute('aria-colindex', '2')
  await expect(head(page, /^Sub-county/)).toHaveAttribute('aria-colindex', '4')
  await expect(head(page, /^Submitted by/)).toHaveCount(0)
  await expect(cell(page, 1, 1)).toHaveText(/-060$/)

  await button(page).click()
  await panel(page).getByRole('button', { name: 'Reset to default' }).click()
  await expect(head(page, /^Submitted by/)).toBeVisible()
  await expect(page).not.toHaveURL(/columns=|frozen=/)
})

for (const language of ['en', 'en-XB'] as const) {
  test(`A manager widens a column by its edge and by its menu, and resets it (${language})`, async ({
    page,
    openDemo,
  }) => {
    await openDemo(SURVEY)
    await expect(cell(page, 1, 3)).toBeVisible()
    await useLanguage(page, language)
    const submitted = page.getByRole('columnheader', { name: /^Submitted date/ })
    const boxOf = async () => (await submitted.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const width = async () => Math.round((await boxOf()).width)
    const usual = await width()
    /** The position of the resize handle. */
    const edge = async () => {
      const { x, y, width: wide, height } = await boxOf()
      return { x: language === 'en' ? x + wide - 3 : x + 3, y: y + height / 2 }
    }
    const out = language === 'en' ? 1 : -1
    const { x, y } = await edge()
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 90 * out, y, { steps: 3 })
    await page.mouse.up()
    await expect.poll(width).toBe(usual + 90)
    // Its cells are as wide, and nothing was sorted.
    await expect.poll(async () => Math.round((await cell(page, 1, 3).boundingBox())?.width ?? 0)).toBe(usual + 90)
    await expect(submitted).toHaveAttribute('aria-sort', 'none')

    await cell(page, 1, 3).click()
    await expect(activeCell(page)).toHaveAttribute('aria-colindex', '4')
    await page.keyboard.press('Alt+ArrowDown')
    await page
      .getByRole('menuitem', { name: 'Width and position' })
      .press(language === 'en' ? 'ArrowRight' : 'ArrowLeft')
    await expect(page.getByRole('menuitem', { name: 'Wider' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect.poll(width).toBe(usual + 130)
    await expect(page.getByRole('menu')).toBeHidden()
    await page.reload()
    await expect.poll(width).toBe(usual + 130)
    const grip = await edge()
    await page.mouse.dblclick(grip.x, grip.y)
    await expect.poll(width).toBe(usual)
  })
}
