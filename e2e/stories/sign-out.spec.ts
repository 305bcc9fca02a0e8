import type { BrowserContext, Page } from '@playwright/test'
import { connect, fillIn, startKpi } from '../../tooling/kpi-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'
import { SURVEY } from '../submissions-page.ts'

const SETTINGS = '/projects/aPostDistributionDraft/settings'

let kpi: RunningServer

test.beforeEach(async ({ baseURL }) => {
  kpi = await startKpi(baseURL)
})
test.afterEach(() => kpi.stop())

const connectPage = (page: Page) => page.getByRole('heading', { name: 'Connect to a server' })

async function signInToStay(page: Page, path: string) {
  await page.goto(`./#/connect?${new URLSearchParams({ next: path })}`)
  await fillIn(page, kpi.address)
  await page.getByRole('checkbox', { name: 'Keep me signed in on this device' }).check()
  await connect(page)
}

const stored = (page: Page) =>
  page.evaluate(() => [sessionStorage, localStorage].map((storage) => JSON.stringify(Object.entries(storage))).join())

/** What was asked of the server from now on. */
async function askedOf(context: BrowserContext) {
  const asked: string[] = []
  context.on('request', (request) => {
    if (request.url().startsWith(kpi.address)) asked.push(`${request.method()} ${request.url()}`)
  })
  return asked
}

test('Whoever signs out in one tab is signed out in all, in mid-work too, and nothing is left', async ({
  page,
  context,
}) => {
  await signInToStay(page, '/projects')
  await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible()
  const other = await context.newPage()
  await other.goto(`./#${SETTINGS}`)
  await other.getByLabel('Name', { exact: true }).fill('Half of a na')
  expect(await stored(other)).toContain('"demo')

  await page.getByRole('button', { name: /^Connection: / }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  const asked = await askedOf(context)
  for (const tab of [page, other]) {
    await expect(connectPage(tab)).toBeVisible()
    await expect(tab.getByRole('button', { name: /^Connection: / })).toBeHidden()
    expect(await stored(tab)).not.toMatch(/demo|[0-9a-f]{40}|127\.0\.0\.1/)
    await tab.goBack()
    await expect(connectPage(tab)).toBeVisible()
  }
  expect(asked).toEqual([])
})

test('Saved views go with the sign-out, in a tab that was closed before as well as on the device', async ({
  page,
  context,
}) => {
  await signInToStay(page, SURVEY)
  await page.getByRole('button', { name: 'Views', exact: true }).click()
  const views = page.getByRole('dialog', { name: 'Views of the table' })
  await expect(views).toContainText('until you sign out')
  await views.getByRole('textbox', { name: 'Name of a new view' }).fill('Positive cases')
  await views.getByRole('button', { name: 'Save as a view' }).click()
  await expect(views.getByText(/Positive cases.? is saved$/)).toBeVisible()
  expect(await stored(page)).toContain('Positive cases')

  // A tab of the same account, only for itself: what the browser would restore of it.
  const closed = await context.newPage()
  await closed.goto('./')
  await closed.evaluate(
    (text) => {
      sessionStorage.setItem('fieldboard.connections', text)
      sessionStorage.setItem('fieldboard.connection', localStorage.getItem('fieldboard.connection') ?? '')
    },
    await page.evaluate(() => localStorage.getItem('fieldboard.connections') ?? ''),
  )
  await closed.goto('about:blank')

  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Connection: / }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(connectPage(page)).toBeVisible()
  expect(await stored(page)).not.toMatch(/Positive|demo|[0-9a-f]{40}|127\.0\.0\.1/)
  await closed.goto('./')
  await expect(connectPage(closed)).toBeVisible()
  expect(await stored(closed)).not.toMatch(/Positive|demo|[0-9a-f]{40}|127\.0\.0\.1/)
})

test('A write that waits in another tab is given up, not sent for nobody', async ({ page, context }) => {
  await signInToStay(page, '/projects')
  await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible()
  const other = await context.newPage()
  await other.goto(`./#${SETTINGS}`)
  await other.getByLabel('Name', { exact: true }).fill('Never sent')
  await fetch(`${kpi.address}/__chaos`, { method: 'POST', body: '401;path=/api/' })
  await other.getByRole('button', { name: 'Save' }).click()
  const dialog = other.getByRole('dialog', { name: 'Sign in again to go on' })
  await expect(dialog).toBeVisible()
  await fetch(`${kpi.address}/__chaos`, { method: 'DELETE' })

  await page.getByRole('button', { name: /^Connection: / }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(connectPage(other)).toBeVisible()
  await expect(dialog).toBeHidden()
  const { log } = (await (await fetch(`${kpi.address}/__chaos`)).json()) as { log: { method: string }[] }
  expect(log.filter(({ method }) => method === 'PATCH')).toEqual([])
})

test('Where the browser keeps nothing, one works for as long as the page lasts, and is told so', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage'] as const)
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
  })
  await page.goto('./')
  await fillIn(page, kpi.address)
  const keep = page.getByRole('checkbox', { name: 'Keep me signed in on this device' })
  await expect(keep).toBeDisabled()
  await expect(keep).toHaveAccessibleDescription(/keeps nothing for this site/)
  await connect(page)
  await page.getByRole('link', { name: 'Imports' }).click()
  await expect(page.getByRole('heading', { name: 'Imports', level: 1 })).toBeVisible()
  await page.goto(`./#${SETTINGS}`)
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
  await page.reload()
  await expect(connectPage(page)).toBeVisible()
})

test('A server that takes no password shows where the API key is, and the field for it', async ({ page, baseURL }) => {
  await page.goto('./')
  await fillIn(page, kpi.address, 'demo', 'with-a-code')
  await connect(page)
  const hint = page.getByRole('status').filter({ hasText: 'Do you use a code to sign in?' })
  await expect(hint.getByRole('link')).toHaveAttribute('href', `${kpi.address}/#/account/security`)
  await expect(hint).toContainText('Invalid username/password.')
  await expectAccessible(page)
  await hint.getByRole('button', { name: 'Connect with the API key' }).press('Enter')
  const key = page.getByLabel('API key', { exact: true })
  await expect(key).toBeFocused()
  const basic = { Authorization: `Basic ${btoa('demo:demo')}` }
  const answer = (await (await fetch(`${kpi.address}/token/?format=json`, { headers: basic })).json()) as {
    token: string
  }
  await key.fill(answer.token)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible()
  expect(page.url()).toContain(baseURL)
})
