import type { APIRequestContext, Page } from '@playwright/test'
import { startKpi } from '../../tooling/demo-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, test, textOf } from '../fixtures.ts'
import { openSignedIn } from '../signed-in.ts'
import { cell, grid, SURVEY } from '../submissions-page.ts'

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

/** Sends one more submission: a copy of the latest. */
async function send(request: APIRequestContext) {
  const sent = await request.post(`${data()}${await latest(request)}/duplicate/`, { headers })
  expect(sent.status()).toBe(201)
}

/** Returns to the tab: the page refetches at once instead of after a minute. */
const returnToTab = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))

const tab = (page: Page) =>
  page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: /^Submissions/ })

test('New submissions are announced, and shown on request', async ({ page, request }) => {
  await openSignedIn(page, kpi.address, 'demo', SURVEY)
  await expect(page.getByText('Rows 1–100 of 1,060')).toBeVisible()
  const first = await textOf(cell(page, 1, 2))
  await cell(page, 1, 1).click()

  await send(request)
  await send(request)
  await returnToTab(page)
  await expect(page.getByRole('status').filter({ hasText: '2 new submissions' })).toBeVisible()
  await expectAccessible(page)

  // The shown rows stay on every page, whatever is refetched.
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

test('Submissions deleted meanwhile are announced when the manager changes the page', async ({ page, request }) => {
  await openSignedIn(page, kpi.address, 'demo', SURVEY)
  await expect(page.getByText(/^Rows 1–100 of/)).toBeVisible()
  // Another story of this file may have sent some to the same server.
  const { count } = (await (await request.get(`${data()}?limit=1`, { headers })).json()) as { count: number }
  const gone = await request.delete(`${data()}${await latest(request)}/`, { headers })
  expect(gone.status()).toBe(204)
  // The next page may have been loaded before.
  const message = page.getByRole('status').filter({ hasText: '1 submission was deleted' })
  for (const next of [101, 201]) {
    await page.getByRole('button', { name: 'Next page' }).click()
    await expect(page.getByText(new RegExp(`^Rows ${next}–`))).toBeVisible()
  }
  await expect(message).toBeVisible()
  await expect(tab(page)).toHaveText(`Submissions${(count - 1).toLocaleString('en')}`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(message).toBeHidden()
})
