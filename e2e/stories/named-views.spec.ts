import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../fixtures.ts'
import { grid, SEEN, SURVEY } from '../submissions-page.ts'

const views = (page: Page) => page.getByRole('dialog', { name: 'Views of the table' })
const head = (page: Page, name: RegExp) => grid(page).getByRole('columnheader', { name })

test('A view is kept for me and for everyone; an address that says nothing opens the project’s', async ({
  page,
  openDemo,
}) => {
  await openDemo(`${SURVEY}?columns=hh/subcounty+hh/village&labels=xml&sort=_id`)
  await expect(head(page, /^subcounty/)).toBeVisible()
  await page.getByRole('button', { name: 'Views', exact: true }).click()
  await views(page).getByRole('textbox', { name: 'Name of a new view' }).fill('Places')
  await views(page).getByRole('button', { name: 'Save as a view' }).click()
  await expect(views(page).getByText(/Places.? is saved$/)).toBeVisible()
  await expectAccessible(page)

  await views(page).getByRole('button', { name: 'Keep this table for everyone…' }).click()
  await page.getByRole('button', { name: 'Keep for everyone' }).click()
  await expect(views(page).getByText('Kept in the project')).toBeVisible()
  await views(page).getByRole('button', { name: 'Show the usual table' }).click()
  await expect(head(page, /^Submitted by/)).toBeVisible()
  await page.reload()
  await expect(head(page, /^Submitted by/)).toBeVisible()

  await page.goto(`./#${SURVEY}`)
  await expect(head(page, /^subcounty/)).toBeVisible()
  await expect(head(page, /^_?submitted by/i)).toHaveCount(0)
  // So does the page of one submission: the oldest is the first of it.
  await page.goto(`./#${SURVEY}/1000`)
  await expect(page.getByText('1 of 1,060')).toBeVisible()
  await page.getByRole('button', { name: 'Next submission' }).click()
  await expect(page).toHaveURL(/\/1001\?/)
  await page.goto(`./#${SURVEY}/2059?view=own`)
  await expect(page.getByText('1 of 1,060')).toBeVisible()
  await page.getByRole('link', { name: 'Back to the table' }).click()
  await expect(head(page, /^Submitted by/)).toBeVisible()
  await page.getByRole('button', { name: 'Views', exact: true }).click()
  await views(page).getByRole('button', { name: 'Places', exact: true }).click()
  await expect(head(page, /^village/)).toBeVisible()
})

test('Who may not edit a project keeps views for herself', async ({ page, openDemo }) => {
  await openDemo(SEEN)
  await page.getByRole('button', { name: 'Views', exact: true }).click()
  await expect(views(page).getByText(/^Those who may edit the project can keep a table for everyone/)).toBeVisible()
  await expect(views(page).getByRole('button', { name: 'Keep this table for everyone…' })).toHaveCount(0)
  await expect(views(page).getByRole('textbox', { name: 'Name of a new view' })).toBeVisible()
})
