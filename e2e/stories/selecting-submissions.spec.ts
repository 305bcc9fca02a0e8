import { expect, expectAccessible, test, useLanguage } from '../fixtures.ts'
import { activeCell, cell, grid, panel, row, selection, SURVEY, tick } from '../submissions-page.ts'

test('Rows are selected by mouse: one, a range of those that are shown, the page, all that match', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await tick(page, 2).click()
  await expect(row(page, 2)).toHaveAttribute('aria-selected', 'true')
  await expect(selection(page).getByRole('status')).toHaveText('1 selected')
  await expect(panel(page)).toBeHidden()

  // Anywhere in the cell, and over the rows in the order in which they are shown.
  await cell(page, 5, 0).click({ modifiers: ['Shift'], position: { x: 4, y: 4 } })
  await expect(selection(page).getByRole('status')).toHaveText('4 selected')
  await expect(row(page, 1)).toHaveAttribute('aria-selected', 'false')
  await expect(row(page, 6)).toHaveAttribute('aria-selected', 'false')
  await tick(page, 3).click()
  await expect(selection(page).getByRole('status')).toHaveText('3 selected')
  await expectAccessible(page)

  // Those chosen on this page are not forgotten on another.
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(selection(page).getByRole('status')).toHaveText('3 selected, 3 of them not on this page')
  const head = grid(page).getByRole('checkbox', { name: 'Select all rows on this page' })
  await tick(page, 1).click()
  await expect(head).toHaveAttribute('aria-checked', 'mixed')
  await head.click()
  await expect(head).toBeChecked()
  await expect(selection(page).getByRole('status')).toHaveText('103 selected, 3 of them not on this page')

  await selection(page).getByRole('button', { name: 'Select all 1,060' }).click()
  await expect(selection(page).getByRole('status')).toHaveText('All 1,060 selected')
  await selection(page).getByRole('button', { name: 'Clear' }).click()
  await expect(selection(page)).toBeHidden()
  await expect(tick(page, 1)).not.toBeChecked()
  await expect(grid(page)).toBeFocused()
})

test('The keyboard selects rows, too; another filter gives them up', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await expect(tick(page, 1)).not.toBeChecked()
  await useLanguage(page, 'en-XB')
  const chosen = page.locator('[role=row][aria-selected=true]')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Shift+Space')
  await page.keyboard.press('ArrowDown')
  // Right to left, the ticks stand at the right.
  await page.keyboard.press('ArrowRight')
  await expect(activeCell(page)).toHaveAttribute('aria-colindex', '1')
  await page.keyboard.press('Space')
  await expect(chosen).toHaveCount(2)
  await page.keyboard.press('Enter')
  await expect(chosen).toHaveCount(1)
  await useLanguage(page, 'en')
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await expect(selection(page).getByRole('status')).toHaveText('100 selected')

  // Escape ends what is marked, then closes the panel, then clears.
  const marked = page.locator('[role=gridcell][aria-selected=true]')
  await page.keyboard.press('Escape')
  await expect(marked).toHaveCount(0)
  await cell(page, 2, 2).getByRole('button').click()
  await expect(panel(page)).toBeVisible()
  await grid(page).focus()
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
  await expect(selection(page).getByRole('status')).toHaveText('100 selected')
  await page.keyboard.press('Escape')
  await expect(selection(page)).toBeHidden()
  await page.keyboard.press('Control+a')
  await expect(selection(page).getByRole('status')).toHaveText('100 selected')

  await page.goto(
    `./#${SURVEY}?filter=${encodeURIComponent('{"join":"and","parts":[{"field":"hh/people","test":{"op":"answered"}}]}')}`,
  )
  await expect(page.getByText(/ of 1,060 match$/)).toBeVisible()
  await expect(selection(page)).toBeHidden()
  await tick(page, 1).click()
  await expect(selection(page).getByRole('button', { name: /^Select all [\d,]+ that match$/ })).toBeVisible()
})

test.describe('On a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('cards are selected', async ({ page, openDemo }) => {
    await openDemo(SURVEY)
    const ticks = page.getByRole('article').getByRole('checkbox')
    await ticks.nth(1).tap()
    await expect(ticks.nth(1)).toBeChecked()
    await expect(selection(page).getByRole('status')).toHaveText('1 selected')
    const box = await ticks.nth(1).boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
    // Above the footer, not under it.
    const clear = selection(page).getByRole('button', { name: 'Clear' })
    await clear.click({ trial: true })
    await expectAccessible(page)
    await clear.tap()
    await expect(ticks.nth(1)).not.toBeChecked()
  })
})
