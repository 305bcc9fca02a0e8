import { expect, test, useLanguage } from '../fixtures.ts'
import { activeCell, cell, grid, panel, row, selection, SURVEY, rowCheckbox } from '../submissions-page.ts'

test('A manager selects rows by mouse: one, a visible range, the page, all matches', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await rowCheckbox(page, 2).click()
  await expect(row(page, 2)).toHaveAttribute('aria-selected', 'true')
  await expect(selection(page).getByRole('status')).toHaveText('1 submission selected')
  await expect(panel(page)).toBeHidden()

  // A click anywhere in the cell selects the range in the order shown.
  await cell(page, 5, 0).click({ modifiers: ['Shift'], position: { x: 4, y: 4 } })
  await expect(selection(page).getByRole('status')).toHaveText('4 submissions selected')
  await expect(row(page, 1)).toHaveAttribute('aria-selected', 'false')
  await expect(row(page, 6)).toHaveAttribute('aria-selected', 'false')
  await rowCheckbox(page, 3).click()
  await expect(selection(page).getByRole('status')).toHaveText('3 submissions selected')

  // Rows selected on this page stay selected on another.
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(selection(page).getByRole('status')).toHaveText('3 submissions selected, including 3 on other pages')
  const head = grid(page).getByRole('checkbox', { name: 'Select all rows on this page' })
  await rowCheckbox(page, 1).click()
  await expect(head).toHaveAttribute('aria-checked', 'mixed')
  await head.click()
  await expect(head).toBeChecked()
  await expect(selection(page).getByRole('status')).toHaveText('103 submissions selected, including 3 on other pages')

  await selection(page).getByRole('button', { name: 'Select all 1,060 submissions' }).click()
  await expect(selection(page).getByRole('status')).toHaveText('All 1,060 submissions selected')
  await selection(page).getByRole('button', { name: 'Clear selection' }).click()
  await expect(selection(page)).toBeHidden()
  await expect(rowCheckbox(page, 1)).not.toBeChecked()
  await expect(grid(page)).toBeFocused()
})

test('A manager selects rows by keyboard; another filter clears the selection', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await expect(rowCheckbox(page, 1)).not.toBeChecked()
  await useLanguage(page, 'en-XB')
  const chosen = page.locator('[role=row][aria-selected=true]')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Shift+Space')
  await page.keyboard.press('ArrowDown')
  // Right to left, the checkboxes are at the right.
  await page.keyboard.press('ArrowRight')
  await expect(activeCell(page)).toHaveAttribute('aria-colindex', '1')
  await page.keyboard.press('Space')
  await expect(chosen).toHaveCount(2)
  await page.keyboard.press('Enter')
  await expect(chosen).toHaveCount(1)
  await useLanguage(page, 'en')
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await expect(selection(page).getByRole('status')).toHaveText('100 submissions selected')

  // Escape clears the selected cells, then closes the panel, then clears the selected rows.
  const marked = page.locator('[role=gridcell][aria-selected=true]')
  await page.keyboard.press('Escape')
  await expect(marked).toHaveCount(0)
  await cell(page, 2, 2).getByRole('link').click()
  await expect(panel(page)).toBeVisible()
  await grid(page).focus()
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
  await expect(selection(page).getByRole('status')).toHaveText('100 submissions selected')
  await page.keyboard.press('Escape')
  await expect(selection(page)).toBeHidden()
  await page.keyboard.press('Control+a')
  await expect(selection(page).getByRole('status')).toHaveText('100 submissions selected')

  await page.goto(
    `./#${SURVEY}?filter=${encodeURIComponent('{"join":"and","parts":[{"field":"hh/people","test":{"op":"answered"}}]}')}`,
  )
  await expect(page.getByText(/ of 1,060 submissions match$/)).toBeVisible()
  await expect(selection(page)).toBeHidden()
  await rowCheckbox(page, 1).click()
  await expect(selection(page).getByRole('button', { name: /^Select all [\d,]+ matching submissions$/ })).toBeVisible()
})

test.describe('On a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('cards are selected', async ({ page, openDemo }) => {
    await openDemo(SURVEY)
    const ticks = page.getByRole('article').getByRole('checkbox')
    await ticks.nth(1).tap()
    await expect(ticks.nth(1)).toBeChecked()
    await expect(selection(page).getByRole('status')).toHaveText('1 submission selected')
    const box = await ticks.nth(1).boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
    // Above the footer, not under it.
    const clear = selection(page).getByRole('button', { name: 'Clear selection' })
    await clear.click({ trial: true })
    await clear.tap()
    await expect(ticks.nth(1)).not.toBeChecked()
  })
})
