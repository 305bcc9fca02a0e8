import type { Page } from '@playwright/test'
import { connect, fillIn } from '../../tooling/connect-page.ts'
import { startKpi } from '../../tooling/demo-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expect, test } from '../fixtures.ts'
import { openSignedIn } from '../signed-in.ts'

const SETTINGS = '/projects/aPostDistributionDraft/settings'

let kpi: RunningServer

test.beforeEach(async ({ baseURL }) => {
  kpi = await startKpi(baseURL)
})
test.afterEach(() => kpi.stop())

/** From now on the server refuses API keys. Signing in still works, and its key is accepted after `acceptKeys`. */
const refuseKeys = (only = '/api/') => fetch(`${kpi.address}/__chaos`, { method: 'POST', body: `401;path=${only}` })
const acceptKeys = () => fetch(`${kpi.address}/__chaos`, { method: 'DELETE' })

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Please sign in again' })

test('The API key expires during an edit: the manager signs in again over the page, and the edit is saved', async ({
  page,
}) => {
  await openSignedIn(page, kpi.address, 'demo', SETTINGS)
  await page.getByLabel('Name', { exact: true }).fill('Renamed over lunch')
  await refuseKeys()
  await page.getByRole('button', { name: 'Save', exact: true }).click()

  await expect(dialog(page)).toContainText(new URL(kpi.address).host)
  await expect(dialog(page).getByLabel('Username')).toHaveValue('demo')
  await expect(dialog(page).getByLabel('Username')).not.toBeEditable()
  const password = dialog(page).getByLabel('Password', { exact: true })
  await expect(password).toBeFocused()

  await password.fill('wrong')
  await page.keyboard.press('Enter')
  await expect(password).toHaveAccessibleDescription(/did not accept this username and password/)
  await acceptKeys()
  await password.fill('demo')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Renamed over lunch')
  await expect(page.getByRole('heading', { name: 'Renamed over lunch', level: 1 })).toBeVisible()
})

test('“Not now” leaves the page as it is, with a button to sign in', async ({ page }) => {
  await openSignedIn(page, kpi.address, 'demo', SETTINGS)
  await page.getByLabel('Name', { exact: true }).fill('Not yet')
  await refuseKeys()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Not yet')
  await expect(page.getByRole('alert')).toContainText('The name was not saved')

  await page.getByRole('link', { name: 'Sharing' }).click()
  await page.getByRole('button', { name: 'Leave without saving' }).click()
  await dialog(page).getByRole('button', { name: 'Not now' }).click()
  await expect(page.getByRole('alert')).toContainText('You are signed out')
  await page.getByRole('alert').getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog(page)).toBeVisible() // the keys are still refused
  await acceptKeys()
  await dialog(page).getByLabel('Password', { exact: true }).fill('demo')
  await dialog(page).getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('region', { name: 'People' })).toBeVisible()
})

test('After a reload with an expired key, the first page waits for the sign-in', async ({ page }) => {
  await openSignedIn(page, kpi.address, 'demo', SETTINGS)
  await page.getByLabel('Name', { exact: true }).waitFor()
  await refuseKeys()
  await page.reload()
  await expect(dialog(page)).toBeVisible()
  await acceptKeys()
  await dialog(page).getByLabel('Password', { exact: true }).fill('demo')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
})

test('The key of another account is refused when signing in again', async ({ page }) => {
  const { token } = (await (
    await fetch(`${kpi.address}/token/?format=json`, { headers: { Authorization: `Basic ${btoa('amina:amina')}` } })
  ).json()) as { token: string }
  await openSignedIn(page, kpi.address, 'demo', SETTINGS)
  await page.getByLabel('Name', { exact: true }).waitFor()
  await refuseKeys()
  await page.getByRole('link', { name: 'Sharing' }).click()
  await dialog(page).getByRole('button', { name: 'Use an API key instead' }).click()
  const key = dialog(page).getByLabel('API key', { exact: true })
  await key.fill(token)
  await page.keyboard.press('Enter')
  await expect(key).toHaveAccessibleDescription(/This key belongs to amina\. Here you work as demo/)
  const kept = await page.evaluate(() => Object.values(sessionStorage).join())
  expect(kept, 'where the connection stands').toContain('demo')
  expect(kept).not.toContain(token)
  await expect(page.getByRole('button', { name: /^Connection: .*demo$/, includeHidden: true })).toBeVisible()
})

test('Signing in again in one tab renews the others', async ({ page, context }) => {
  await page.goto(`./#/connect?${new URLSearchParams({ next: SETTINGS })}`)
  await fillIn(page, kpi.address)
  await page.getByRole('checkbox', { name: 'Keep me signed in on this device' }).check()
  await connect(page)
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
  const other = await context.newPage()
  await other.goto(`./#${SETTINGS}`)
  await expect(other.getByLabel('Name', { exact: true })).toBeVisible()

  await refuseKeys()
  for (const tab of [page, other]) {
    await tab.getByRole('link', { name: 'Sharing' }).click()
    await expect(dialog(tab)).toBeVisible()
  }
  await acceptKeys()
  await dialog(page).getByLabel('Password', { exact: true }).fill('demo')
  await page.keyboard.press('Enter')
  for (const tab of [page, other]) {
    await expect(dialog(tab)).toBeHidden()
    await expect(tab.getByRole('region', { name: 'People' })).toBeVisible()
  }
})
