import { expect, test } from '../fixtures.ts'
import { activeCell, cell, grid, SURVEY } from '../submissions-page.ts'

test('A manager collapses groups of columns by mouse and keyboard, and the address keeps them collapsed', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  const head = (name: string | RegExp) => grid(page).getByRole('columnheader', { name })
  const household = grid(page).getByRole('button', { name: 'Household', exact: true })
  const village = head(/^Village/)
  await expect(village).toBeVisible()

  await household.click()
  await expect(household).toHaveAttribute('aria-expanded', 'false')
  await expect(head('10 columns')).toBeVisible()
  await expect(village).toBeHidden()
  await expect(head(/^Household member/), 'a repeat group is none of its columns').toBeVisible()

  await page.reload()
  await expect(head('10 columns')).toBeVisible()
  await household.click()
  await expect(village).toBeVisible()
  await expect(page).not.toHaveURL(/folded/)

  // By keyboard: the collapsed group becomes the active cell, and Enter expands it again.
  await cell(page, 2, 8).click()
  await grid(page).press('Alt+ArrowDown')
  await page.getByRole('menuitem', { name: /^Collapse .*Household/ }).press('Enter')
  await expect(head('10 columns')).toBeVisible()
  await expect(grid(page)).toBeFocused()
  await expect(activeCell(page)).toHaveAttribute('data-collapsed')
  await page.keyboard.press('Enter')
  await expect(village).toBeVisible()
  await expect(head('10 columns')).toBeHidden()
})
