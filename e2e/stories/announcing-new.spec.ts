import type { APIRequestContext, Page } from '@playwright/test'
import { startKpi } from '../../tooling/kpi-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expect, expectAccessible, test, textOf } from '../fixtures.ts'
import { cell, grid, signIn, SURVEY } from '../submissions-page.ts'

let kpi: RunningServer
test.beforeAll(async ({ baseURL }) => void (kpi = await startKpi(baseURL)))
test.afterAll(() => kpi.stop())

const headers = { Authorization: `Basic ${btoa('demo:demo')}` }
const data = () => `${kpi.address}/api/v2/assets/${/\/projects\/(\w+)/.exec(SURVEY)?.[1]}/data/`

async function latest(request: APIRequestContext) {
  const wanted = new URLSearchParams({ sort: '{"_id":-1}', limit: '1' })
  const { results } = (await (await request.get(`${data()}?${wanted}`, { headers })).json()) as {
    results: { _id: number }[]
  }
  return results[0]?._id
}

/** Somebody sends one more: a copy of the latest. */
async function send(request: APIRequestContext) {
  const sent = await request.post(`${data()}${await latest(request)}/duplicate/`, { headers })
  expect(sent.status()).toBe(201)
}

/** As when somebody comes back to the tab: the page asks at once, not after its minute. */
const comeBack = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))

const tab = (page: Page) =>
  page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: /^Submissions/ })

test('New submissions are announced, and shown when one asks for them', async ({ page, request }) => {
  await signIn(page, kpi, 'demo', SURVEY)
  await expect(page.getByText('Rows 1–100 of 1,060')).toBeVisible()
  const first = await textOf(cell(page, 1, 2))
  await cell(page, 1, 1).click()

  await send(request)
  await send(request)
  await comeBack(page)
  await expect(page.getByRole('status').filter({ hasText: '2 new submissions' })).toBeVisible()
  await expectAccessible(page)

  // What is shown stays, page by page, whatever is read again.
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('Rows 101–200 of 1,060')).toBeVisible()
  await page.getByRole('button', { name: 'Previous page' }).click()
  await expect(page.getByText('Rows 1–100 of 1,060')).toBeVisible()
  await expect(cell(page, 1, 2)).toHaveText(first)

  await page.getByRole('button', { name: 'Show them' }).click()
  await expect(page.getByText('Rows 1–100 of 1,062')).toBeVisible()
  await expect(tab(page)).toHaveText('Submissions1,062')
  await expect(page.getByText('1,062 submissions', { exact: true })).toBeVisible()
  await expect(grid(page)).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'new submission' })).toBeHidden()
})

test('What others delete while one turns pages is told: the rows after it have moved', async ({ page, request }) => {
  await signIn(page, kpi, 'demo', SURVEY)
  await expect(page.getByText(/^Rows 1–100 of/)).toBeVisible()
  // Another story of this file may have sent some to the same server.
  const { count } = (await (await request.get(`${data()}?limit=1`, { headers })).json()) as { count: number }
  const gone = await request.delete(`${data()}${await latest(request)}/`, { headers })
  expect(gone.status()).toBe(204)
  // The next page may have been there already.
  const told = page.getByRole('status').filter({ hasText: '1 submission was deleted meanwhile' })
  for (const next of [101, 201]) {
    await page.getByRole('button', { name: 'Next page' }).click()
    await expect(page.getByText(new RegExp(`^Rows ${next}–`))).toBeVisible()
  }
  await expect(told).toBeVisible()
  await expect(tab(page)).toHaveText(`Submissions${(count - 1).toLocaleString('en')}`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Hide this notice' }).click()
  await expect(told).toBeHidden()
})
