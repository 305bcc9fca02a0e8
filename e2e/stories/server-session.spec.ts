import type { Page } from '@playwright/test'
import { type RunningServer, startServer } from '../../tooling/processes.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { blockNextWindow, logIn } from '../registered-app.ts'

let kpi: RunningServer
let site: string
test.beforeAll(async () => {
  kpi = await startServer('demo-server', ['--port', '0', '--app', '/fieldboard/'])
  site = `${kpi.address}/fieldboard/`
})
test.afterAll(() => kpi.stop())

const SETTINGS = '#/projects/aPostDistributionDraft/settings'
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Please sign in again' })
const goOn = (page: Page, username = 'demo') => page.getByRole('button', { name: `Continue as ${username}` })

/** Signs in on the server's own page, before the app is opened. */
async function openSession(page: Page, username = 'demo') {
  await page.goto(`${kpi.address}/accounts/login/?next=/fieldboard/${encodeURIComponent(SETTINGS)}`)
  await logIn(page, username)
}

async function rename(page: Page, name: string) {
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
}

test('On the server’s own site a manager signs in to KoboToolbox, and continues in the app', async ({ page }) => {
  await page.goto(site + SETTINGS)
  await expect(page.getByRole('link', { name: 'Sign in to KoboToolbox' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Sign in to KoboToolbox' }).click()
  await logIn(page)
  await goOn(page).click()

  await rename(page, 'Renamed with a session')
  await expect(page.getByText('Saved.')).toBeVisible()
  const kept = await page.evaluate(() => JSON.stringify([sessionStorage, localStorage].map(Object.entries)))
  expect(kept, 'no key is needed').not.toMatch(/token/i)
})

test('The session ends during an edit: the manager signs in in a window, and the edit is saved', async ({
  page,
  context,
}) => {
  await openSession(page)
  await goOn(page).click()
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
  await context.clearCookies({ name: 'kobonaut' })
  await rename(page, 'Renamed after all')
  await expect(dialog(page)).toContainText('Everything you typed is still here')
  await expectAccessible(page)

  await blockNextWindow(page)
  await dialog(page)
    .getByRole('button', { name: /^Sign in at/ })
    .click()
  await expect(dialog(page).getByRole('alert')).toContainText('The browser did not open the window')

  const opened = page.waitForEvent('popup')
  await dialog(page)
    .getByRole('button', { name: /^Sign in at/ })
    .click()
  const beside = await opened
  await expect(dialog(page).getByRole('alert')).toHaveCount(0)
  await logIn(beside)
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Renamed after all', level: 1 })).toBeVisible()
  await expect.poll(() => beside.isClosed()).toBe(true)
})

test('An ended session shows no empty list, and the session of another account is refused', async ({
  page,
  context,
}) => {
  await openSession(page)
  await goOn(page).click()
  await page.goto(`${site}#/projects`)
  await expect(page.getByRole('link', { name: 'Household vulnerability survey, Turkana 2026' })).toBeVisible()
  await context.clearCookies({ name: 'kobonaut' })
  await page.reload()
  await expect(dialog(page)).toBeVisible()

  const other = await context.newPage()
  await openSession(other, 'amina')
  await expect(dialog(page).getByRole('alert')).toContainText('You signed in as amina')
  await expect(page.getByRole('link', { name: 'Household vulnerability survey, Turkana 2026' })).toBeHidden()
})

test('Someone who signs out everywhere is signed out here and in the other browser', async ({ page, browser }) => {
  await openSession(page)
  await goOn(page).click()
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await openSession(other)
  await goOn(other).click()
  await expect(other.getByLabel('Name', { exact: true })).toBeVisible()

  await page.goto(`${site}#/account/security`)
  await page.getByRole('button', { name: 'Sign out everywhere…' }).click()
  const question = page.getByRole('dialog', { name: 'Sign out of all sessions?' })
  await expect(question).toContainText('it asks you to sign in again, too')
  await question.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(question).toBeHidden()
  await page.getByRole('link', { name: 'Projects', exact: true }).click()
  await expect(dialog(page)).toBeVisible()

  await rename(other, 'Renamed elsewhere')
  await expect(dialog(other)).toContainText('Everything you typed is still here')
  await elsewhere.close()
})
