import type { Page } from '@playwright/test'
import { connect, fillIn } from '../../tooling/connect-page.ts'
import { type RunningServer, startServer } from '../../tooling/processes.ts'
import { expectAccessibleIn } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { startProxy } from '../proxy.ts'

const PROJECT = 'Household vulnerability survey, Turkana 2026'

let kpi: RunningServer
test.beforeAll(async () => {
  kpi = await startServer('demo-server', ['--port', '0', '--app', '/'])
})
test.afterAll(() => kpi.stop())

/** The app behind a network on which its largest file, or the list of projects, comes when a test says so. */
async function startSlowApp() {
  const held: (() => void)[] = []
  let pattern: RegExp | undefined
  const proxy = await startProxy(kpi.address, kpi.address, async (_request, { pathname }) => {
    if (pattern?.test(pathname)) await new Promise<void>((resolve) => void held.push(resolve))
    return undefined
  })
  return {
    ...proxy,
    hold: (paths: RegExp) => void (pattern = paths),
    release: () => {
      pattern = undefined
      for (const resolve of held.splice(0)) resolve()
    },
  }
}

async function signIn(page: Page, address: string) {
  await page.goto(address)
  await fillIn(page, address)
  await connect(page)
  await expect(page.getByRole('link', { name: PROJECT })).toBeVisible()
}

/** The app itself, once its code is there. */
const appOf = (page: Page) => page.getByRole('navigation', { name: 'Main' })

test('Projects are shown while the code of the app is still loading, and a link that is followed then opens', async ({
  page,
}) => {
  const app = await startSlowApp()
  await signIn(page, app.address)
  await page.evaluate(() =>
    Object.keys(sessionStorage).forEach((key) => key.includes('first-projects') && sessionStorage.removeItem(key)),
  )

  app.hold(/\/assets\/start-[\w-]+\.js$/)
  await page.reload({ waitUntil: 'commit' })
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: PROJECT }) })
  await expect(row).toContainText('Kenya')
  await expect(row).toContainText('Deployed')
  await expect(appOf(page)).toHaveCount(0)
  await expectAccessibleIn(page, 'light')

  await page.getByRole('link', { name: PROJECT }).click()
  app.release()
  await expect(page.getByRole('heading', { name: PROJECT, level: 1 })).toBeVisible()
  await expect(page.locator('.fb-first')).toHaveCount(0)
  app.stop()
})

test('Coming back, the projects of the last visit are shown until the server responds; signing out removes them', async ({
  page,
}) => {
  const app = await startSlowApp()
  await signIn(page, app.address)
  await page.reload()
  await expect(appOf(page)).toBeVisible()

  app.hold(/\/api\/v2\/assets\/$/)
  await page.reload({ waitUntil: 'commit' })
  await expect(page.getByRole('link', { name: PROJECT })).toBeVisible()
  app.release()
  await expect(page.getByRole('button', { name: 'New project' })).toBeVisible()
  await expect(page.locator('.fb-first')).toHaveCount(0)

  const stored = () => page.evaluate(() => [sessionStorage, localStorage].map((area) => JSON.stringify(area)).join())
  expect(await stored()).toContain(PROJECT)
  await page.getByRole('button', { name: /^Connection:/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Connect', exact: true })).toBeVisible()
  expect(await stored()).not.toContain(PROJECT)
  app.stop()
})
