import type { BrowserContext, Page } from '@playwright/test'
import { connect, fillIn } from '../../tooling/connect-page.ts'
import { startKpi } from '../../tooling/demo-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expect, test } from '../fixtures.ts'
import { chooseInViews, SURVEY } from '../submissions-page.ts'

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

/** What the browser stores for this site, but for the copy of the site's own `config.json`. */
const stored = (page: Page) =>
  page.evaluate(() =>
    [sessionStorage, localStorage]
      .map((storage) => JSON.stringify(Object.entries(storage).filter(([key]) => key !== 'fieldboard.config')))
      .join(),
  )

/** Collects the requests to the server from now on. */
async function askedOf(context: BrowserContext) {
  const asked: string[] = []
  context.on('request', (request) => {
    if (request.url().startsWith(kpi.address)) asked.push(`${request.method()} ${request.url()}`)
  })
  return asked
}

test('A manager signs out in one tab, and is signed out in every tab, even in the middle of an edit; nothing stays stored', async ({
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

test('Signing out removes saved views from the device, and from a tab that was closed before', async ({
  page,
  context,
}) => {
  await signInToStay(page, SURVEY)
  await chooseInViews(page, 'Save view…')
  const views = page.getByRole('dialog', { name: 'Views of the table' })
  await expect(views).toContainText('until you sign out')
  await views.getByRole('textbox', { name: 'Name of the new view' }).fill('Positive cases')
  await views.getByRole('button', { name: 'Save view' }).click()
  await expect(views.getByText(/Positive cases.? is saved$/)).toBeVisible()
  expect(await stored(page)).toContain('Positive cases')

  // A closed tab that held the account for itself, as the browser would restore it.
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

test('Signing out cancels a write that waits in another tab', async ({ page, context }) => {
  await signInToStay(page, '/projects')
  await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible()
  const other = await context.newPage()
  await other.goto(`./#${SETTINGS}`)
  await other.getByLabel('Name', { exact: true }).fill('Never sent')
  await fetch(`${kpi.address}/__chaos`, { method: 'POST', body: '401;path=/api/' })
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = other.getByRole('dialog', { name: 'Please sign in again' })
  await expect(dialog).toBeVisible()
  await fetch(`${kpi.address}/__chaos`, { method: 'DELETE' })

  await page.getByRole('button', { name: /^Connection: / }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(connectPage(other)).toBeVisible()
  await expect(dialog).toBeHidden()
  const { log } = (await (await fetch(`${kpi.address}/__chaos`)).json()) as { log: { method: string }[] }
  expect(log.filter(({ method }) => method === 'PATCH')).toEqual([])
})

test('Where the browser stores nothing, the page says so, and the connection lasts until it is reloaded', async ({
  page,
}) => {
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
  await expect(keep).toHaveAccessibleDescription(/does not allow this site to store anything/)
  await connect(page)
  await page.getByRole('link', { name: 'Imports' }).click()
  await expect(page.getByRole('heading', { name: 'Imports', level: 1 })).toBeVisible()
  await page.goto(`./#${SETTINGS}`)
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
  await page.reload()
  await expect(connectPage(page)).toBeVisible()
})

test('A password that the server refuses because of two-factor sign-in leads to the API key', async ({
  page,
  baseURL,
}) => {
  await page.goto('./')
  await fillIn(page, kpi.address, 'demo', 'with-a-code')
  await connect(page)
  const hint = page.getByRole('status').filter({ hasText: 'Do you use a code to sign in?' })
  await expect(hint.getByRole('link')).toHaveAttribute('href', `${kpi.address}/#/account/security`)
  await expect(hint).toContainText('Invalid username/password.')
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
