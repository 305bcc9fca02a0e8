import type { Page } from '@playwright/test'
import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { connect, fillIn, startKpi } from '../../tooling/kpi-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'

let kpi: RunningServer
test.beforeEach(async ({ page, baseURL }) => {
  kpi = await startKpi(baseURL)
  await page.clock.install()
  await page.goto('./')
  await fillIn(page, kpi.address)
  await connect(page)
  await expect(row(page)).toBeVisible()
})
test.afterEach(() => kpi.stop())

/** What goes wrong at the server from now on; an empty text ends it. */
const fail = (chaos: string) => fetch(`${kpi.address}/__chaos`, { method: 'POST', body: chaos })

/** The person comes back to the tab after a while: what is shown is read again. */
async function comeBack(page: Page) {
  await page.clock.fastForward('01:00')
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')))
}

/** Time goes by, minute after minute: what was on its way when the fault ended may still have failed. */
async function becomesNew(page: Page) {
  await expect(async () => {
    await page.clock.fastForward('02:00')
    await expect(bar(page)).toHaveCount(0, { timeout: 2000 })
  }).toPass()
}

const bar = (page: Page) => page.getByRole('status').filter({ hasText: /Shown as of \d\d:\d\d\./ })
const { household } = DEMO_PROJECTS
const row = (page: Page) => page.getByRole('link', { name: household.name })

test('What was read stays while the server has a fault, is marked as old, and becomes new by itself', async ({
  page,
}) => {
  await fail('500;on=read')
  await comeBack(page)
  await expect(bar(page)).toContainText('The server has a fault.')
  await expect(row(page)).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Try now' }).focus()
  await fail('')
  await becomesNew(page)
  await expect(page.locator('#main')).toBeFocused()
})

test('Where the server asks to wait, the seconds are counted, and nobody has to wait', async ({ page }) => {
  await fail('429:50;on=read') // long enough for the button to be there still
  await comeBack(page)
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

test('Without a network the page can still be read, a change fails in its place, and all goes on afterwards', async ({
  page,
  context,
}) => {
  await row(page).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Household survey, Turkana')

  await context.setOffline(true)
  await expect(page.getByRole('status').filter({ hasText: 'You are offline.' })).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('The name was not saved')
  await expect(page.getByRole('alert')).toContainText('There was no network')
  await expect(name).toHaveValue('Household survey, Turkana')
  await expectAccessible(page)

  await context.setOffline(false)
  await expect(page.getByText('You are offline.')).toHaveCount(0)
  await expect(page.getByRole('alert'), 'what happened stays true').toContainText('Nothing was sent')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Household survey, Turkana' })).toBeVisible()
})

test('A server that is gone is told from a fault, and asked until it answers', async ({ page }) => {
  await fail('cut;on=read')
  await comeBack(page)
  await expect(bar(page)).toContainText('The server cannot be reached.')
  await fail('')
  await becomesNew(page)
})
