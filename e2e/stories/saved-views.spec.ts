import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { chooseInViews, grid, VIEW_ONLY, SURVEY } from '../submissions-page.ts'

const views = (page: Page) => page.getByRole('dialog', { name: 'Views of the table' })
const viewsButton = (page: Page) => page.getByRole('button', { name: /^Views?\b/ })
const head = (page: Page, name: RegExp) => grid(page).getByRole('columnheader', { name })

test('A manager saves a view for herself and one for everyone; a plain address opens the latter', async ({
  page,
  openDemo,
}) => {
  await openDemo(`${SURVEY}?columns=hh/subcounty+hh/village&labels=xml&sort=_id`)
  await expect(head(page, /^subcounty/)).toBeVisible()
  await chooseInViews(page, 'Save view…')
  await expect(views(page).getByRole('textbox', { name: 'Name of the new view' })).toBeFocused()
  await page.keyboard.type('Places')
  await views(page).getByRole('button', { name: 'Save view' }).click()
  await expect(views(page).getByText(/Places.? is saved$/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(viewsButton(page)).toHaveAccessibleName(/^View: .?Places.?$/)

  await chooseInViews(page, 'Save as the view for everyone…')
  await page.getByRole('button', { name: 'Save for everyone' }).click()
  await expect(views(page).getByText('Saved for everyone')).toBeVisible()
  await views(page).getByRole('button', { name: 'Use the default columns' }).click()
  await expect(head(page, /^Submitted by/)).toBeVisible()
  await page.reload()
  await expect(head(page, /^Submitted by/)).toBeVisible()

  await page.goto(`./#${SURVEY}`)
  await expect(head(page, /^subcounty/)).toBeVisible()
  await expect(head(page, /^_?submitted by/i)).toHaveCount(0)
  // The page of one submission uses the view as well: the oldest comes first.
  await page.goto(`./#${SURVEY}/1000`)
  await expect(page.getByText('1 of 1,060')).toBeVisible()
  await page.getByRole('button', { name: 'Next submission' }).click()
  await expect(page).toHaveURL(/\/1001\?/)
  await page.goto(`./#${SURVEY}/2059?view=own`)
  await expect(page.getByText('1 of 1,060')).toBeVisible()
  await page.getByRole('link', { name: 'Back to the table' }).click()
  await expect(head(page, /^Submitted by/)).toBeVisible()
  await chooseInViews(page, 'Places', 'menuitemradio')
  await expect(head(page, /^village/)).toBeVisible()
})

test('The button of the views names the one that is shown, and says that the table differs from it', async ({
  page,
  openDemo,
}) => {
  const labels = page.getByRole('combobox', { name: 'Labels' })
  await openDemo(`${SURVEY}?columns=hh/subcounty+hh/village`)
  await expect(viewsButton(page)).toHaveAccessibleName('Views')
  await chooseInViews(page, 'Save view…')
  await views(page).getByRole('textbox', { name: 'Name of the new view' }).fill('Places')
  await views(page).getByRole('button', { name: 'Save view' }).click()
  await page.keyboard.press('Escape')
  await labels.selectOption('XML names')
  await expect(viewsButton(page)).toHaveAccessibleName(/^View: .?Places.?, changed$/)
  await chooseInViews(page, 'Places', 'menuitemradio')
  await expect(head(page, /^Sub-county/)).toBeVisible()
  await expect(viewsButton(page)).toHaveAccessibleName(/^View: .?Places.?$/)
  await labels.selectOption('XML names')
  await chooseInViews(page, /^Save changes to .?Places.?$/)
  await expect(viewsButton(page)).toHaveAccessibleName(/^View: .?Places.?$/)
  await chooseInViews(page, 'Use the default columns', 'menuitemradio')
  await expect(viewsButton(page)).toHaveAccessibleName('Views')
  await chooseInViews(page, 'Places', 'menuitemradio')
  await expect(head(page, /^subcounty/)).toBeVisible()
})

test('Somebody who may not edit a project saves views for herself only', async ({ page, openDemo }) => {
  await openDemo(VIEW_ONLY)
  await page.getByRole('button', { name: 'Views', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Save view…' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: /for everyone/ })).toHaveCount(0)
  await page.getByRole('menuitem', { name: 'Manage views…' }).click()
  await expect(views(page).getByText(/you need permission to edit the project/)).toBeVisible()
  await expect(views(page).getByRole('button', { name: /^Save as the view for everyone/ })).toHaveCount(0)
  await expect(views(page).getByRole('textbox', { name: 'Name of the new view' })).toBeVisible()
})
