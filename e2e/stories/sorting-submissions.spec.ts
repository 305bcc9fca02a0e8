import type { Page } from '@playwright/test'
import { setChaos, untilListed } from '../chaos.ts'
import { expect, test, textOf } from '../fixtures.ts'
import { cell, grid, SURVEY, sortBy } from '../submissions-page.ts'

test.use({ viewport: { width: 2600, height: 900 } }) // all its columns are drawn

const head = (page: Page, name: RegExp | string) => grid(page).getByRole('columnheader', { name })
/** The cell of the column in a row, as it is read out. */
const columnIndex = async (page: Page, name: RegExp) => Number(await head(page, name).getAttribute('aria-colindex')) - 1
const isSorted = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: 'All 1,060 submissions are sorted.' })).toBeAttached()

test('A manager sorts by a column: A to Z, Z to A, and not at all; empty answers are last both ways', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  const code = head(page, /^Household code/)
  const sorter = code.getByRole('button', { name: /^Household code/ })
  await sorter.click()
  await expect(code).toHaveAttribute('aria-sort', 'ascending')
  await expect(cell(page, 1, 2)).toHaveText(/^KI-/)
  await sorter.click()
  await expect(code).toHaveAttribute('aria-sort', 'descending')
  await expect(cell(page, 1, 2)).toHaveText(/^TS-/)
  await page.reload()
  await expect(code).toHaveAttribute('aria-sort', 'descending')
  await expect(cell(page, 1, 2)).toHaveText(/^TS-/)
  await sorter.click()
  await expect(code).toHaveAttribute('aria-sort', 'none')
  await page.goBack()
  await expect(code).toHaveAttribute('aria-sort', 'descending')

  await page.goto(`./#${SURVEY}?sort=hh%2Fhh_code&page=11`)
  await expect(page.getByText('Rows 1,001–1,060 of 1,060')).toBeVisible()
  await isSorted(page)
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '62') // two heads, and the rows
  await grid(page).focus()
  await page.keyboard.press('Control+End')
  await expect(cell(page, 60, 2)).toHaveText(/^Submission \d+$/) // without a code
})

test('The menu of a column says its orders in words', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  for (const [name, ...words] of [
    ['Household code', 'Sort A → Z', 'Sort Z → A'],
    ['How many people live here', 'Sort 1 → 9', 'Sort 9 → 1'],
    ['Date of the visit', 'Sort oldest first', 'Sort newest first'],
  ] as const) {
    const column = head(page, new RegExp(`^${name}`))
    await column.hover()
    await column.getByRole('button', { name: 'Menu of' }).click()
    for (const word of words) await expect(page.getByRole('menuitem', { name: word })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toBeHidden()
  }
})

test('The keyboard sorts by the control above the table', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await sortBy(page, 'Submitted by')
  await expect(head(page, /^Submitted by/)).toHaveAttribute('aria-sort', 'ascending')
  await page.getByRole('button', { name: 'Sorted ascending. Reverse order' }).press('Enter')
  await expect(head(page, /^Submitted by/)).toHaveAttribute('aria-sort', 'descending')
  await sortBy(page, 'Newest first')
  await expect(head(page, /^Submitted by/)).toHaveAttribute('aria-sort', 'none')
})

test('Numbers are sorted by value at once, over all pages, and the order stays', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  const people = /^How many people live here/
  const first = cell(page, 1, await columnIndex(page, people))
  await head(page, people).getByRole('button').first().click()
  await isSorted(page)
  await expect(first).toHaveText('1')
  await page.getByRole('button', { name: 'Sorted ascending. Reverse order' }).click()
  await expect(first).toHaveText(/^1\d$/)
  const largest = Number(await textOf(first))
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('Rows 101–200 of 1,060')).toBeVisible()
  await expect.poll(async () => Number(await textOf(first))).toBeLessThan(largest)

  // Choices are sorted by what is read, not by what is stored.
  await sortBy(page, 'Main livelihood')
  await isSorted(page)
  const livelihood = await columnIndex(page, /^Main livelihood/)
  await expect(cell(page, 1, livelihood)).toHaveText(/^[A-C]/)
})

test('A sorting that fails says so, shows the order of the server, and continues on request', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await expect(cell(page, 1, 2)).toBeVisible()
  const people = await columnIndex(page, /^How many people live here/)
  await untilListed(page, 1)
  await setChaos(page, 'cut;after=1;on=read')
  await sortBy(page, 'How many people live here?')
  await expect(page.getByRole('alert').filter({ hasText: '1,000 of 1,060 answers are loaded' })).toBeVisible()
  await setChaos(page, '')
  await page.getByRole('alert').filter({ hasText: 'Sorting' }).getByRole('button', { name: 'Try again' }).click()
  await isSorted(page)
  await expect(cell(page, 1, people)).toHaveText('1')
})

test.describe('in a window of a laptop', () => {
  test.use({ viewport: { width: 1366, height: 625 } })

  test('the sorted column is scrolled into view', async ({ page, openDemo }) => {
    await openDemo(SURVEY)
    await expect(cell(page, 1, 2)).toBeVisible()
    await sortBy(page, 'Age of the head of household')
    await expect(head(page, /^Age of the head/)).toBeInViewport({ ratio: 0.9 })
    await openDemo(`${SURVEY}?sort=living%2Fincome`)
    await expect(head(page, /^Income last month/)).toBeInViewport({ ratio: 0.9 })
  })
})
