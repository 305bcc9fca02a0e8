import type { Page, Request } from '@playwright/test'
import { startKpi } from '../../tooling/demo-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { openSignedIn } from '../signed-in.ts'
import { expect, test } from '../fixtures.ts'
import { cell, grid, selection, SURVEY, rowCheckbox, WHOLE_WIDE, WIDE } from '../submissions-page.ts'

/** KPI writes a line into the project's history for each list of submissions: so many may be requested, and no more. */
let kpi: RunningServer
test.beforeAll(async ({ baseURL }) => void (kpi = await startKpi(baseURL)))
test.afterAll(() => kpi.stop())

/** The lists of submissions that a page has requested so far, those that were cancelled included. */
function listsOf(page: Page): string[] {
  const lists: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'GET' && new URL(request.url()).pathname.endsWith('/data/')) lists.push(request.url())
  })
  return lists
}

/** Whether cells fill the grid up to its end, and how many of those in view are loading: cells are rendered beyond it. */
function visibleCells(page: Page) {
  return grid(page).evaluate((element) => {
    const { right } = element.getBoundingClientRect()
    const cells = [...element.querySelectorAll('[role=gridcell]')].map((cell) => {
      const box = cell.getBoundingClientRect()
      return { left: box.left, right: box.right, isLoading: cell.hasAttribute('data-loading') }
    })
    const isAtEnd = element.scrollLeft + element.clientWidth >= element.scrollWidth - 1
    return {
      reachEnd: isAtEnd || cells.some((cell) => cell.left < right && cell.right >= right),
      loading: cells.filter((cell) => cell.isLoading && cell.left < right).length,
    }
  })
}

/** The rows of a page, once they are loaded: the numbers change before. */
async function shows(page: Page, rows: string) {
  await expect(page.getByText(rows)).toBeVisible()
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false')
}
const isShown = (page: Page, rowNumber = 1) => expect(cell(page, rowNumber, 2)).toHaveText(/\S/)

test('Opening, paging, sorting, filtering and another page size cost one list each', async ({ page }) => {
  const lists = listsOf(page)
  await openSignedIn(page, kpi.address, 'demo', SURVEY)
  await shows(page, 'Rows 1–100 of 1,060')
  await isShown(page)
  expect(lists.splice(0)).toHaveLength(1)

  await page.getByRole('button', { name: 'Next page' }).click()
  await shows(page, 'Rows 101–200 of 1,060')
  expect(lists.splice(0)).toHaveLength(1)

  // What was loaded is kept.
  await page.getByRole('button', { name: 'Previous page' }).click()
  await shows(page, 'Rows 1–100 of 1,060')
  await page.getByRole('button', { name: 'Next page' }).click()
  await shows(page, 'Rows 101–200 of 1,060')
  await page.getByRole('button', { name: 'Previous page' }).click()
  await shows(page, 'Rows 1–100 of 1,060')
  expect(lists.splice(0)).toHaveLength(0)

  await page.getByLabel('Rows per page').selectOption('30')
  await shows(page, 'Rows 1–30 of 1,060')
  expect(lists.splice(0)).toHaveLength(1)

  // The server's own order is right for the time.
  const submitted = page.getByRole('columnheader', { name: 'Submitted date and time' })
  const sorter = submitted.getByRole('button').first()
  await sorter.click()
  await expect(submitted).toHaveAttribute('aria-sort', 'descending')
  await sorter.click()
  await expect(submitted).toHaveAttribute('aria-sort', 'ascending')
  await shows(page, 'Rows 1–30 of 1,060')
  expect(lists.splice(0).length).toBeLessThanOrEqual(2)
})

test('Another order costs one list for each 1,000 rows, and one for the page; its reverse costs only a page', async ({
  page,
}) => {
  const lists = listsOf(page)
  await openSignedIn(page, kpi.address, 'demo', SURVEY)
  await shows(page, 'Rows 1–100 of 1,060')
  await isShown(page)
  lists.length = 0
  const code = page.getByRole('columnheader', { name: /^Household code/ })
  const sorter = code.getByRole('button').first()
  await sorter.click()
  await expect(cell(page, 1, 2)).toHaveText(/^KI-/)
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false')
  const [first = '', second, ...pages] = lists.splice(0)
  expect(new URL(first).searchParams.get('fields')).toBe('["_id","_validation_status","hh/hh_code"]')
  expect(second).toBeDefined()
  expect(pages).toHaveLength(1)

  await sorter.click()
  await expect(cell(page, 1, 2)).toHaveText(/^TS-/)
  await page.getByRole('button', { name: 'Next page' }).click()
  await shows(page, 'Rows 101–200 of 1,060')
  expect(lists.splice(0)).toHaveLength(2)
})

test('A filter costs one list: its preview is the first page', async ({ page }) => {
  const lists = listsOf(page)
  await openSignedIn(page, kpi.address, 'demo', SURVEY)
  await isShown(page)
  lists.length = 0
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const editor = page.getByRole('dialog', { name: 'Filter the submissions' })
  await editor.getByRole('option', { name: 'Validation' }).click()
  await editor.getByRole('checkbox', { name: 'Approved', exact: true }).check()
  const apply = editor.getByRole('button', { name: /^Show \d+ submissions$/ })
  await apply.click()
  await expect(editor).toBeHidden()
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false')
  await expect(page.getByText(/ of 1,060 submissions match$/)).toBeVisible()
  expect(lists).toHaveLength(1)
})

test('A table that is opened sorted costs one list, and the next page another', async ({ page }) => {
  const lists = listsOf(page)
  await openSignedIn(page, kpi.address, 'demo', `${SURVEY}?sort=_submission_time`)
  await shows(page, 'Rows 1–100 of 1,060')
  await isShown(page)
  expect(lists.splice(0)).toHaveLength(1)
  await page.getByRole('button', { name: 'Next page' }).click()
  await shows(page, 'Rows 101–200 of 1,060')
  expect(lists.splice(0)).toHaveLength(1)
})

test('Idle for ten minutes, a table requests no list', async ({ page }) => {
  const lists = listsOf(page)
  await page.clock.install()
  await openSignedIn(page, kpi.address, 'demo', SURVEY)
  await shows(page, 'Rows 1–100 of 1,060')
  await isShown(page)
  const details = { requested: 0, done: 0 }
  const isDetail = (request: Request) => /\/assets\/\w+\/$/.test(new URL(request.url()).pathname)
  page.on('request', (request) => void (details.requested += Number(isDetail(request))))
  page.on('requestfinished', (request) => void (details.done += Number(isDetail(request))))
  lists.length = 0
  // In steps, each after the responses to the last: else the clock would reach the time limit of a request under way.
  for (let seconds = 0; seconds < 600; seconds += 10) {
    await page.clock.runFor(10_000)
    await expect.poll(() => details.requested - details.done).toBe(0)
  }
  expect(details.done, 'the project is read instead').toBeGreaterThan(7)
  expect(lists).toEqual([])
})

test('All 1,269 rows of a wide form are scrolled across with six lists at most', async ({ page }) => {
  const lists = listsOf(page)
  await openSignedIn(page, kpi.address, 'demo', WIDE)
  await shows(page, 'Rows 1–100 of 300')
  await isShown(page)
  expect(lists.splice(0)).toHaveLength(1)

  await page.goto(`./#${WHOLE_WIDE}`)
  await isShown(page)
  const width = await grid(page).evaluate((element) => element.scrollWidth)
  for (let left = 0; left < width; left += 12_000) {
    await grid(page).evaluate((element, to) => element.scrollTo({ left: to }), left)
    await expect.poll(() => visibleCells(page), `answers at ${left} pixels`).toEqual({ reachEnd: true, loading: 0 })
  }
  expect(lists.length).toBeLessThanOrEqual(6)
})

test('A status for 40 submissions costs two lists besides the change', async ({ page }) => {
  const lists = listsOf(page)
  await openSignedIn(page, kpi.address, 'demo', SURVEY)
  await isShown(page)
  lists.length = 0
  await rowCheckbox(page, 1).click()
  await grid(page).evaluate((element) => element.scrollTo({ top: 1000 }))
  await rowCheckbox(page, 40).click({ modifiers: ['Shift'] })
  await expect(selection(page)).toContainText('40')
  await selection(page).getByRole('button', { name: 'Status', exact: true }).click()
  await page.getByRole('menuitem', { name: 'On hold', exact: true }).click()
  const job = page.getByRole('region', { name: 'Action on many submissions' })
  await expect(job.getByRole('status')).toContainText('On hold')
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeVisible()
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false')
  await expect.poll(() => lists.length).toBe(2)
})
