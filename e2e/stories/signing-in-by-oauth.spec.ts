import type { Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import {
  allow,
  blockNextWindow,
  leave,
  expireToken,
  logIn,
  type RegisteredApp,
  startRegisteredApp,
  tokensOf,
} from '../registered-app.ts'

let app: RegisteredApp
test.describe.configure({ mode: 'serial' }) // one KPI, whose requests are counted
test.beforeAll(async () => void (app = await startRegisteredApp()))
test.afterAll(() => app.stop())

const projects = (page: Page) => page.getByRole('heading', { name: 'Projects', level: 1 })
const firstProject = (page: Page) => page.getByRole('link', { name: 'Household vulnerability survey, Turkana 2026' })

async function signIn(page: Page, { keep = false } = {}) {
  await page.goto(app.site)
  if (keep) await page.getByRole('checkbox', { name: 'Keep me signed in on this device' }).check()
  await leave(page)
  await logIn(page)
  await allow(page)
  await expect(firstProject(page)).toBeVisible()
}

test('A manager signs in on the server’s own page, and arrives where the link led', async ({ page }) => {
  await page.goto(`${app.site}#/projects?status=archived`)
  await expect(page.getByRole('button', { name: 'Sign in at Our server' })).toBeVisible()
  await expectAccessible(page)
  await leave(page)
  await expect(page).toHaveURL((url) => url.origin === app.kpi)
  await logIn(page)
  await allow(page)

  await expect(page.getByRole('button', { name: /Archived/, pressed: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /Connection: 127\.0\.0\.1.*demo/ })).toBeVisible()
  expect(page.url(), 'nothing of the sign-in stays in the address').toBe(`${app.site}#/projects?status=archived`)
  const kept = await page.evaluate(() => JSON.stringify([sessionStorage, localStorage].map(Object.entries)))
  expect(kept).toContain('refreshToken')
  expect(kept).not.toContain('verifier')

  await page.reload()
  await expect(page.getByRole('button', { name: /Archived/, pressed: true })).toBeVisible()
})

test('A manager who denies access reads so, and tries again', async ({ page }) => {
  await page.goto(app.site)
  await leave(page)
  await logIn(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('alert')).toContainText('You did not allow access')
  await expect(page.getByRole('radio', { name: 'Our server' })).toBeChecked()
  await leave(page)
  await allow(page)
  await expect(projects(page)).toBeVisible()
})

test('An unsolicited authorization code is rejected and never sent on', async ({ page }) => {
  await app.watch()
  await page.goto(`${app.site}?code=stolen&state=guessed`)
  await expect(page.getByRole('alert')).toContainText('The server did not confirm that it was you')
  expect(page.url()).not.toContain('stolen')
  expect(await app.asked('POST /o/token/')).toBe(0)
  await page.goto(app.site)
  await leave(page)
  await expect(page).toHaveURL((url) => url.origin === app.kpi)
  await page.goto(`${app.site}?code=stolen&state=guessed`)
  await expect(page.getByRole('alert')).toContainText('The server did not confirm that it was you')
  expect(await app.asked('POST /o/token/')).toBe(0)
})

test('A server that fails is reported before the manager leaves the page', async ({ page }) => {
  await fetch(`${app.kpi}/__chaos`, { method: 'POST', body: '502' })
  await page.goto(app.site)
  await leave(page)
  await expect(page.getByRole('alert')).toContainText('The server has a problem')
  await app.watch()
  await leave(page)
  await expect(page).toHaveURL((url) => url.origin === app.kpi)
})

test('Ten hours later one refresh serves all requests, in all tabs', async ({ page, context }) => {
  await signIn(page, { keep: true })
  const before = await tokensOf(page)
  const other = await context.newPage()
  await expireToken(page)
  await app.watch()
  await Promise.all([page.reload(), other.goto(app.site)])
  await expect(firstProject(page)).toBeVisible()
  await expect(firstProject(other)).toBeVisible()
  expect(await app.asked('POST /o/token/')).toBe(1)
  const after = await tokensOf(page)
  expect(after.refreshToken).not.toBe(before.refreshToken)
  expect(await tokensOf(other)).toEqual(after)
})

test('A revoked access token is refreshed, and the list is not empty', async ({ page }) => {
  await signIn(page)
  await app.revoke((await tokensOf(page)).accessToken)
  await app.watch()
  await page.reload()
  await expect(firstProject(page)).toBeVisible()
  expect(await app.asked('POST /o/token/')).toBe(1)
})

const SETTINGS = '#/projects/aPostDistributionDraft/settings'
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Please sign in again' })

async function openWindow(page: Page, button: string | RegExp) {
  const opened = page.waitForEvent('popup')
  await dialog(page).getByRole('button', { name: button }).click()
  return opened
}

test('Access is revoked during an edit: the manager signs in in a window, and the edit is saved', async ({
  page,
  context,
}) => {
  await signIn(page)
  await page.goto(app.site + SETTINGS)
  await page.getByLabel('Name', { exact: true }).fill('Renamed over lunch')
  await app.revoke((await tokensOf(page)).refreshToken)
  await context.clearCookies()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog(page)).toContainText('Everything you typed is still here')

  const closed = await openWindow(page, /^Sign in at/)
  await expect(dialog(page).getByRole('status')).toContainText('Waiting for you to sign in')
  await expectAccessible(page)
  await closed.close()
  const denied = await openWindow(page, 'Open the window again')
  await logIn(denied)
  await denied.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('You did not allow access')

  const beside = await openWindow(page, /^Sign in at/)
  await allow(beside)
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(dialog(page)).toBeHidden()
  await expect.poll(() => beside.isClosed()).toBe(true)
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Renamed over lunch')
  await expect(page.getByRole('heading', { name: 'Renamed over lunch', level: 1 })).toBeVisible()
})

test('A blocked window is reported, and the manager signs in by password instead', async ({ page }) => {
  await signIn(page)
  await page.goto(app.site + SETTINGS)
  await page.getByLabel('Name', { exact: true }).fill('Renamed without a window')
  await app.revoke((await tokensOf(page)).refreshToken)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog(page)).toBeVisible()
  await blockNextWindow(page)
  await dialog(page)
    .getByRole('button', { name: /^Sign in at/ })
    .click()
  await expect(dialog(page).getByRole('alert')).toContainText('The browser did not open the window')
  await expectAccessible(page)

  await dialog(page).getByRole('button', { name: 'Use username and password instead' }).click()
  await dialog(page).getByLabel('Password', { exact: true }).fill('demo')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Renamed without a window', level: 1 })).toBeVisible()
})

test('A manager signs in in the window with another account, and is refused', async ({ page, context }) => {
  await signIn(page)
  const before = await tokensOf(page)
  await app.revoke(before.refreshToken)
  await context.clearCookies()
  await page.reload()
  const beside = await openWindow(page, /^Sign in at/)
  await logIn(beside, 'amina')
  await allow(beside)
  await expect(dialog(page).getByRole('alert')).toContainText('You signed in as amina')
  expect(await tokensOf(page)).toEqual(before)
})

test('Signing out revokes the tokens', async ({ page }) => {
  await signIn(page)
  const { accessToken } = await tokensOf(page)
  await page.getByRole('button', { name: /^Connection/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Connect to a server' })).toBeVisible()
  const me = () => fetch(`${app.kpi}/me/`, { headers: { Authorization: `Bearer ${accessToken}` } })
  await expect.poll(async () => (await me()).status).toBe(401)
})
