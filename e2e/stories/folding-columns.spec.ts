import { expect, expectAccessible, test } from '../fixtures.ts'
import { activeCell, cell, grid, SURVEY } from '../submissions-page.ts'

test('A manager folds the groups that are not looked at now, by mouse and keyboard; the link keeps them folded', async ({
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
  await expectAccessible(page)

  await page.reload()
  await expect(head('10 columns')).toBeVisible()
  await household.click()
  await expect(village).toBeVisible()
  await expect(page).not.toHaveURL(/folded/)

  // By the keyboard: the current cell stays on what it is folded into, and Enter opens it again.
  await cell(page, 2, 8).click()
  await grid(page).press('Shift+F10')
  await page.getByRole('menuitem', { name: /^Fold .*Household/ }).press('Enter')
  await expect(head('10 columns')).toBeVisible()
  await expect(grid(page)).toBeFocused()
  await expect(activeCell(page)).toHaveAttribute('data-folded')
  await page.keyboard.press('Enter')
  await expect(village).toBeVisible()
  await expect(head('10 columns')).toBeHidden()
})
