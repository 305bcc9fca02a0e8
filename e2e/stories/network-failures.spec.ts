import type { Page } from '@playwright/test'
import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { startKpi } from '../../tooling/demo-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { openSignedIn } from '../signed-in.ts'

let kpi: RunningServer
test.beforeEach(async ({ page, baseURL }) => {
  kpi = await startKpi(baseURL)
  await page.clock.install()
  await openSignedIn(page, kpi.address, 'demo', '/projects')
  await expect(row(page)).toBeVisible()
})
test.afterEach(() => kpi.stop())

/** Sets the faults of the server; an empty text ends them. */
const fail = (chaos: string) => fetch(`${kpi.address}/__chaos`, { method: 'POST', body: chaos })

/** Returns to the tab after a minute: the page refetches its data. */
async function returnToTab(page: Page) {
  await page.clock.fastForward('01:00')
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')))
}

/** Lets minutes pass until the data are refreshed: requests from before the fault ended may still fail. */
async function expectRefreshed(page: Page) {
  await expect(async () => {
    await page.clock.fastForward('02:00')
    await expect(bar(page)).toHaveCount(0, { timeout: 2000 })
  }).toPass()
}

const bar = (page: Page) => page.getByRole('status').filter({ hasText: /Last loaded \d\d:\d\d\./ })
const { household } = DEMO_PROJECTS
const row = (page: Page) => page.getByRole('link', { name: household.name })

test('Loaded data stay while the server has a fault, are marked as outdated, and refresh by themselves', async ({
  page,
}) => {
  await fail('500;on=read')
  await returnToTab(page)
  await expect(bar(page)).toContainText('The server has a problem.')
  await expect(row(page)).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Try now' }).focus()
  await fail('')
  await expectRefreshed(page)
  await expect(page.locator('#main')).toBeFocused()
})

test('Where the server asks to wait, the seconds count down, and the manager may retry at once', async ({ page }) => {
  await fail('429:50;on=read') // long enough for the button to be still there
  await returnToTab(page)
  await expect(bar(page)).toContainText('The server asks us to wait.')
  await expect(page.getByText(/^Trying again in \d+ s$/)).toBeVisible()
  await fail('')
  await page.getByRole('button', { name: 'Try now' }).click()
  await expect(bar(page)).toHaveCount(0)

  await fail('429;on=read')
  await page.goto(`./#/projects/${household.uid}`)
  await expect(page.getByRole('alert')).toContainText('The server asks us to wait')
  await expect(page.getByText(/^Trying again in/)).toBeVisible()
  await fail('')
  await page.clock.fastForward('00:20')
  await expect(page.getByRole('heading', { name: household.name })).toBeVisible()
})

test('Offline, the page stays readable, a change fails in place, and works once online', async ({ page, context }) => {
  await row(page).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Household survey, Turkana')

  await context.setOffline(true)
  await expect(page.getByRole('status').filter({ hasText: 'You are offline.' })).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('The name was not saved')
  await expect(page.getByRole('alert')).toContainText('You are offline')
  await expect(name).toHaveValue('Household survey, Turkana')
  await expectAccessible(page)

  await context.setOffline(false)
  await expect(page.getByRole('status').filter({ hasText: 'You are offline.' })).toHaveCount(0)
  await expect(page.getByRole('alert'), 'what happened stays true').toContainText('Nothing was sent')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Household survey, Turkana' })).toBeVisible()
})

test('An unreachable server is not reported as a fault, and is retried until it responds', async ({ page }) => {
  await fail('cut;on=read')
  await returnToTab(page)
  await expect(bar(page)).toContainText('The server cannot be reached.')
  await fail('')
  await expectRefreshed(page)
})

test('A project that cannot be opened offline keeps its name and its tabs, and speaks of reading only', async ({
  page,
  context,
}) => {
  // With the first project everything is loaded that says what is wrong.
  await page.getByRole('link', { name: DEMO_PROJECTS.openToSubmit.name }).click()
  await page.getByRole('heading', { name: DEMO_PROJECTS.openToSubmit.name }).waitFor()
  await page.goBack()
  await context.setOffline(true)
  await row(page).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('This page could not be loaded.')
  await expect(alert).not.toContainText('is still here')
  await expect(page.getByRole('heading', { name: household.name, level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Form', exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByRole('banner').getByRole('heading', { name: household.name })).toBeVisible()

  await context.setOffline(false)
  await expect(page.getByRole('region', { name: 'Submissions' }).getByText('1,060')).toBeVisible()
})
