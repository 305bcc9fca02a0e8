import type { Page } from '@playwright/test'
import { setChaos, untilReadAhead } from '../chaos.ts'
import { expect, expectAccessible, test, textOf } from '../fixtures.ts'
import { cell, grid, SURVEY } from '../submissions-page.ts'

test.use({ viewport: { width: 2600, height: 900 } }) // all its columns are drawn

const open = async (page: Page, address: string) => {
  await page.goto('./#/demo')
  await expect(page.getByRole('heading', { name: 'Projects', level: 1, exact: true })).toBeVisible()
  await page.goto(`./#${address}`)
  await expect(grid(page)).toBeVisible()
}

const head = (page: Page, name: RegExp | string) => grid(page).getByRole('columnheader', { name })
const AS_TEXT = 'The server sorts these numbers as text'

test('A manager sorts by a column, the other way round, and as it was', async ({ page }) => {
  await open(page, SURVEY)
  const code = head(page, /^Household code/)
  const sorter = code.getByRole('button', { name: /^Household code/ })
  await sorter.click()
  await expect(code).toHaveAttribute('aria-sort', 'ascending')
  await expect(cell(page, 1, 2)).toHaveText(/^Submission \d+$/) // those without a code
  await sorter.click()
  await expect(code).toHaveAttribute('aria-sort', 'descending')
  await expect(cell(page, 1, 2)).toHaveText(/^TS-/)
  await page.reload()
  await expect(code).toHaveAttribute('aria-sort', 'descending')
  await expectAccessible(page)
  await sorter.click()
  await expect(code).toHaveAttribute('aria-sort', 'none')
  await page.goBack()
  await expect(code).toHaveAttribute('aria-sort', 'descending')
})

test('The keyboard sorts by the control above the table', async ({ page }) => {
  await open(page, SURVEY)
  const control = page.getByRole('combobox', { name: 'Sort' })
  await control.selectOption('By Submitted by')
  await expect(head(page, /^Submitted by/)).toHaveAttribute('aria-sort', 'ascending')
  await page.getByRole('button', { name: 'Ascending: turn round' }).press('Enter')
  await expect(head(page, /^Submitted by/)).toHaveAttribute('aria-sort', 'descending')
  await control.selectOption('Newest first')
  await expect(head(page, /^Submitted by/)).toHaveAttribute('aria-sort', 'none')
})

test('Numbers that the server sorts as text are said to be so, and sorted truly once all of them are there', async ({
  page,
}) => {
  await open(page, `${SURVEY}?sort=-hh%2Fpeople`)
  await expect(page.getByRole('status').filter({ hasText: AS_TEXT })).toBeVisible()
  const people = await grid(page)
    .getByRole('columnheader', { name: /^How many people live here/ })
    .getAttribute('aria-colindex')
  await expect(cell(page, 1, Number(people) - 1)).toHaveText('9')

  const filter = { join: 'and', parts: [{ field: 'hh/people', test: { op: 'number', from: '9', to: null } }] }
  await page.goto(
    `./#${SURVEY}?${new URLSearchParams({ size: '1000', sort: '-hh/people', filter: JSON.stringify(filter) })}`,
  )
  await expect(page.getByText(/ of 1,060 match$/)).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: AS_TEXT })).toBeHidden()
  await expect(cell(page, 1, Number(people) - 1)).toHaveText(/^1\d$/)
})

test('Numbers that the server sorts as text are put in their true order, over all pages, and stay so', async ({
  page,
}) => {
  await open(page, `${SURVEY}?sort=-hh%2Fpeople`)
  const people = await grid(page)
    .getByRole('columnheader', { name: /^How many people live here/ })
    .getAttribute('aria-colindex')
  const first = cell(page, 1, Number(people) - 1)
  await expect(first).toHaveText('9')
  await untilReadAhead(page, 3)
  await setChaos(page, 'cut;after=1;on=read')
  await page.getByRole('button', { name: 'Sort all 1,060 by size' }).press('Enter')
  await expect(page.getByRole('alert')).toContainText('1,000 of 1,060 answers are loaded and kept')
  await expectAccessible(page)
  await setChaos(page, '')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'All 1,060 are sorted by size.' })).toBeVisible()
  await expect(first).toHaveText(/^1\d$/)
  const largest = Number(await textOf(first))
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('Rows 101–200 of 1,060')).toBeVisible()
  await expect.poll(async () => Number(await textOf(first))).toBeLessThan(largest)
  await page.getByRole('button', { name: 'Descending: turn round' }).click()
  await expect(page.getByText('Rows 1–100 of 1,060')).toBeVisible()
  await expect(first).toHaveText(/^(blank|1)$/)
})
