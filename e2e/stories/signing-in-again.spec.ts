import type { Page } from '@playwright/test'
import { startKpi } from '../../tooling/kpi-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'
import { signIn } from '../submissions-page.ts'

const SETTINGS = '/projects/aPostDistributionDraft/settings'

let kpi: RunningServer

test.beforeEach(async ({ baseURL }) => {
  kpi = await startKpi(baseURL)
})
test.afterEach(() => kpi.stop())

/** From now on the server refuses the keys that it gave out. Whoever signs in is given one that it takes. */
const refuseKeys = (only = '/api/') => fetch(`${kpi.address}/__chaos`, { method: 'POST', body: `401;path=${only}` })
const acceptKeys = () => fetch(`${kpi.address}/__chaos`, { method: 'DELETE' })

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Sign in again to go on' })

test('A key ends in mid-work: the manager signs in over the page, and what was typed is saved', async ({ page }) => {
  await signIn(page, kpi, 'demo', SETTINGS)
  await page.getByLabel('Name', { exact: true }).fill('Renamed over lunch')
  await refuseKeys()
  await page.getByRole('button', { name: 'Save' }).click()

  await expect(dialog(page)).toContainText(new URL(kpi.address).host)
  await expect(dialog(page).getByLabel('Username')).toHaveValue('demo')
  await expect(dialog(page).getByLabel('Username')).not.toBeEditable()
  const password = dialog(page).getByLabel('Password', { exact: true })
  await expect(password).toBeFocused()
  await expectAccessible(page)

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

test('"Not now" leaves the page as it is, with the way to sign in', async ({ page }) => {
  await signIn(page, kpi, 'demo', SETTINGS)
  await page.getByLabel('Name', { exact: true }).fill('Not yet')
  await refuseKeys()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Not yet')
  await expect(page.getByRole('alert')).toContainText('The name was not saved')

  await page.getByRole('link', { name: 'Sharing' }).click()
  await page.getByRole('button', { name: 'Leave without saving' }).click()
  await dialog(page).getByRole('button', { name: 'Not now' }).click()
  await expect(page.getByRole('alert')).toContainText('You are signed out')
  await expectAccessible(page)
  await page.getByRole('alert').getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog(page)).toBeVisible() // asked for with keys that are refused still
  await acceptKeys()
  await dialog(page).getByLabel('Password', { exact: true }).fill('demo')
  await dialog(page).getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('region', { name: 'People' })).toBeVisible()
})

test('After a reload with a dead key the first page waits for the sign-in', async ({ page }) => {
  await signIn(page, kpi, 'demo', SETTINGS)
  await page.getByLabel('Name', { exact: true }).waitFor()
  await refuseKeys()
  await page.reload()
  await expect(dialog(page)).toBeVisible()
  await acceptKeys()
  await dialog(page).getByLabel('Password', { exact: true }).fill('demo')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
})

test('Nobody goes on as somebody else by mistake', async ({ page }) => {
  const { token } = (await (
    await fetch(`${kpi.address}/token/?format=json`, { headers: { Authorization: `Basic ${btoa('amina:amina')}` } })
  ).json()) as { token: string }
  await signIn(page, kpi, 'demo', SETTINGS)
  await refuseKeys()
  await page.getByRole('link', { name: 'Sharing' }).click()
  await dialog(page).getByRole('button', { name: 'Use an API key instead' }).click()
  const key = dialog(page).getByLabel('API key', { exact: true })
  await key.fill(token)
  await page.keyboard.press('Enter')
  await expect(key).toHaveAccessibleDescription(/This key belongs to amina\. Here you go on as demo/)
  const kept = await page.evaluate(() => Object.values(sessionStorage).join())
  expect(kept, 'where the connection stands').toContain('demo')
  expect(kept).not.toContain(token)
  await expect(page.getByRole('button', { name: /^Connection: .*demo$/, includeHidden: true })).toBeVisible()
})

test('Signing in again in one tab serves the others', async ({ page, context }) => {
  await page.goto(`./#/connect?${new URLSearchParams({ next: SETTINGS })}`)
  await page.getByRole('checkbox', { name: 'Keep me signed in on this device' }).check()
  await signIn(page, kpi, 'demo', SETTINGS)
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
