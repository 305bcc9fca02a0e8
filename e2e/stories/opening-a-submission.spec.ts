import { expect, tabTo, test, textOf } from '../fixtures.ts'
import { cell, grid, panel, row, SURVEY } from '../submissions-page.ts'

const OWN_PAGE = new RegExp(`#${SURVEY}/\\d+$`)
/** Chromium does not always copy the session storage to a new tab: the page is then what signing in leads to. */
const OWN_PAGE_OR_SIGN_IN = new RegExp(`#(${SURVEY}/|/connect\\?next=${encodeURIComponent(`${SURVEY}/`)})\\d+$`)

test('One click on the title of a submission opens it beside the table; a middle click opens its page in a new tab', async ({
  page,
  context,
  openDemo,
}) => {
  await openDemo(SURVEY)
  const title = cell(page, 2, 2).getByRole('link')
  const name = await textOf(title)
  await expect(title).toHaveAttribute('href', OWN_PAGE)

  const [middle] = await Promise.all([context.waitForEvent('page'), title.click({ button: 'middle' })])
  await expect(middle).toHaveURL(OWN_PAGE_OR_SIGN_IN)
  const [modified] = await Promise.all([context.waitForEvent('page'), title.click({ modifiers: ['ControlOrMeta'] })])
  await expect(modified).toHaveURL(OWN_PAGE_OR_SIGN_IN)
  await Promise.all([middle.close(), modified.close()])
  await expect(panel(page)).toBeHidden()

  await title.click()
  await expect(panel(page).getByRole('heading', { name, level: 2 })).toBeVisible()
  await expect(page).toHaveURL(/submission=\d+/)
  await page.goBack()
  await expect(panel(page)).toBeHidden()

  // Twice is once: the way back still closes it.
  await title.dblclick()
  await expect(panel(page).getByRole('heading', { name, level: 2 })).toBeVisible()
  await page.goBack()
  await expect(panel(page)).toBeHidden()
})

test('A button at the start of each row opens the submission, and selects nothing', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  const name = await textOf(cell(page, 3, 2))
  const open = row(page, 3).getByRole('button', { name: `Open ⁨${name}⁩` })
  await expect(open).toHaveCSS('opacity', '0')
  await cell(page, 3, 4).hover()
  await expect(open).toHaveCSS('opacity', '1')
  await expect(open).toHaveAttribute('title', 'Open submission')
  await open.click()
  await expect(panel(page).getByRole('heading', { name, level: 2 })).toBeVisible()
  await expect(row(page, 3)).toHaveAttribute('aria-selected', 'false')

  // Links and buttons in cells are no tab stops: the keyboard opens the active row.
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
  await page.getByRole('button', { name: /^Columns: / }).focus()
  await tabTo(page, grid(page))
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Rows per page' })).toBeFocused()
})

test('The menu of a row opens by a right click or a key: open, copy, select, set its status', async ({
  page,
  context,
  openDemo,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openDemo(SURVEY)
  const name = await textOf(cell(page, 4, 2))
  const menu = page.getByRole('menu', { name: `Actions for ⁨${name}⁩` })
  const item = (text: string | RegExp) => menu.getByRole('menuitem', { name: text })

  await cell(page, 4, 3).click({ button: 'right' })
  await expect(item('Open in new tab')).toHaveAttribute('href', OWN_PAGE)
  await item(/^Select row/).click()
  await expect(row(page, 4)).toHaveAttribute('aria-selected', 'true')
  await expect(grid(page)).toBeFocused()

  await page.keyboard.press('Shift+F10')
  await expect(item(/^Open submission/)).toBeFocused()
  await expect(item(/^Edit answer The server fills in this column/)).toBeDisabled()
  await item('Copy row').press('Enter')
  await expect(page.getByText(/^1 row, \d+ columns copied\.$/)).toBeVisible()
  expect((await page.evaluate(async () => navigator.clipboard.readText())).split('\t')).toContain(name)

  await page.keyboard.press('ContextMenu')
  await menu.getByRole('menuitemradio', { name: 'Approved', exact: true }).click()
  await expect(cell(page, 4, 1)).toHaveText('Approved')
  await expect(grid(page)).toBeFocused()

  await page.keyboard.press('Shift+F10')
  await item(/^Column menu/).press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Filter by this column…' })).toBeVisible()
  await page.keyboard.press('Escape')

  // In a selected range, the menu is about all of it.
  await cell(page, 2, 3).click()
  await cell(page, 3, 4).click({ modifiers: ['Shift'] })
  await cell(page, 2, 4).click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Copy 4 cells/ }).click()
  await expect(page.getByText('2 rows, 2 columns copied.')).toBeVisible()

  await grid(page).getByRole('columnheader', { name: 'Household code' }).click({ button: 'right' })
  await expect(page.getByRole('menuitem', { name: 'Filter by this column…' })).toBeVisible()
})
