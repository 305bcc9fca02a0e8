import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expect, test } from '../fixtures.ts'
import { cell, grid, panel, TWO_VERSIONS, WIDE } from '../submissions-page.ts'

const head = (page: Page, name: RegExp | string) => grid(page).getByRole('columnheader', { name })

/** The position of a column, counted as in `cell`. */
const placeOf = async (page: Page, name: RegExp) => Number(await head(page, name).getAttribute('aria-colindex')) - 1

test('Answers to questions of an older version appear under their own labels, marked as such', async ({
  page,
  openDemo,
}) => {
  await page.setViewportSize({ width: 3300, height: 800 }) // all columns are visible
  await openDemo(`${TWO_VERSIONS}?sort=_id`)
  const older = head(page, /^Households that use it older version/)
  await expect(older).toBeVisible()
  await expect(head(page, 'From older versions of the form')).toBeVisible()
  await expect(head(page, /^Households served number/)).toBeVisible()
  await expect(cell(page, 2, await placeOf(page, /^Households that use it/))).toHaveText(/^\d+$/)
  await expect(cell(page, 2, await placeOf(page, /^Households served/))).toHaveText('blank')
  await expect(
    grid(page)
      .getByRole('gridcell', { name: /^(Yes|No)$/ })
      .first(),
  ).toBeVisible()

  // The text given for “Other” is in the next column.
  const broken = await placeOf(page, /^What is broken\? one/)
  await expect(head(page, /^What is broken\? \(other\) text/)).toHaveAttribute('aria-colindex', String(broken + 2))
  const other = grid(page)
    .locator(`[aria-colindex="${broken + 1}"]`)
    .filter({ hasText: /^Other$/ })
    .first()
  await expect(other.locator('xpath=following-sibling::*[1]')).toHaveText(/^(Rods|Handle|Apron|Access)/)

  await page.getByRole('combobox', { name: 'Labels' }).selectOption('Labels, Français (fr)')
  await expect(head(page, /^Ménages utilisateurs older version/)).toBeVisible()

  await cell(page, 2, 2).getByRole('link').click()
  await expect(panel(page).getByRole('heading', { name: 'From older versions of the form' })).toBeVisible()
  await expect(panel(page).getByText('Ménages utilisateurs')).toBeVisible()
  await panel(page).getByRole('link', { name: 'Open full page' }).click()
  const answers = page.getByRole('region', { name: 'Answers', exact: true })
  await expect(answers.getByText('Ménages utilisateurs')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Edit the answer to .*État/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Edit the answer to .*Ménages utilisateurs/ })).toHaveCount(0)
})

test('A manager finds a question of an older version among the columns of a wide form, and adds it to the table', async ({
  page,
  openDemo,
}) => {
  await openDemo(`${WIDE}?sort=_id&labels=1`)
  await page.getByRole('button', { name: /^Columns: / }).click()
  const columns = page.getByRole('dialog', { name: 'Columns' })
  await expect(
    columns.getByText(/in no version of the form are not in the table\. Each submission shows/),
  ).toBeVisible()
  await columns.getByRole('searchbox', { name: 'Find a column' }).fill('registered?')
  await columns.getByRole('checkbox', { name: 'Is the household registered?' }).check()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/[?&]columns=[^&]*registered/)

  await page.reload()
  await grid(page).focus()
  const question = head(page, /^Is the household registered\? older version · one choice/)
  // Older versions of the form are loaded after the rows.
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(question).toBeInViewport({ timeout: 2000 })
  }).toPass()
  const asked = grid(page).locator(`[role=gridcell][aria-colindex="${await question.getAttribute('aria-colindex')}"]`)
  await expect(asked.filter({ hasText: /^(Yes|No)$/ }).first()).toBeInViewport()
})

test('An export of all questions includes those of older versions, under their labels', async ({ page, openDemo }) => {
  // None of the newest thirty submissions has them.
  await openDemo(`${TWO_VERSIONS}?size=30`)
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export submissions' })
  await dialog.getByRole('combobox', { name: 'Columns' }).selectOption('all')
  await dialog.getByRole('radio', { name: 'CSV' }).check()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Export 96/ }).click()
  const [head = '', ...rows] = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n')
  expect(head.split(',')).toEqual(
    expect.arrayContaining(['Households served', 'Households that use it', 'What is broken? (other)']),
  )
  expect(rows).toHaveLength(96)
})

test('Numbers of an older version sort as numbers', async ({ page, openDemo }) => {
  await openDemo(`${TWO_VERSIONS}?columns=point/users&sort=-point/users`)
  await expect(head(page, /^Households that use it older version/)).toBeVisible()
  await expect(cell(page, 1, 3)).toHaveText(/^\d{3}$/)
  await expect(cell(page, 2, 3)).toHaveText(/^\d{3}$/)
})
