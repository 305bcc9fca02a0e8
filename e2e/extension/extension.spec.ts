import type { Page } from '@playwright/test'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect, fillIn } from '../../tooling/connect-page.ts'
import { startKpi } from '../../tooling/demo-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, reportOf } from '../fixtures.ts'
import { runMainWorkflow } from '../main-workflow.ts'
import { test } from './fixtures.ts'

/** All of this computer's servers, whatever their port. */
const KPI = 'http://127.0.0.1/*'

/** Allows no other site, like the public servers. */
let kpi: RunningServer
test.beforeAll(async () => void (kpi = await startKpi()))
test.afterAll(() => kpi.stop())

const project = (page: Page) => page.getByRole('link', { name: 'Household vulnerability survey, Turkana 2026' })
const isInFront = (page: Page) => page.evaluate('chrome.tabs.getCurrent().then(({ active }) => active)')
const given = (page: Page) => page.evaluate('chrome.permissions.getAll().then(({ origins }) => origins)')

test('A manager does the main job on a server that lets no site in', async ({ page, extension }) => {
  await extension.willAllow(KPI)
  const signIn = async () => {
    await page.goto(extension.address)
    await fillIn(page, kpi.address)
    await connect(page)
  }
  await runMainWorkflow(page, signIn, 'amina')
})

test('Access is asked for one server, said beforehand, and can be taken back and given again', async ({
  page,
  extension,
}) => {
  await extension.willAllow(KPI)
  await page.goto(extension.address)
  const question = page.getByRole('note').filter({ hasText: 'your browser asks' })
  await expect(question).toContainText('kf.kobotoolbox.org')
  await fillIn(page, kpi.address)
  await expect(question).toContainText('127.0.0.1')
  await expectAccessible(page)
  expect(await given(page)).toEqual([])

  await connect(page)
  await expect(project(page)).toBeVisible()
  expect(await given(page)).toEqual([KPI])

  await page.goto(`${extension.address}#/connect`)
  await expect(page.getByText('your browser asks')).toContainText('kf.kobotoolbox.org')
  await page.getByRole('button', { name: 'Remove access to 127.0.0.1' }).click()
  const lost = page.getByRole('alert').filter({ hasText: 'no longer allows Fieldboard to reach 127.0.0.1' })
  await expect(lost).toBeVisible()
  await expectAccessible(page)
  expect(await given(page)).toEqual([])

  await extension.willAllow(KPI)
  await lost.getByRole('button', { name: 'Allow again' }).click()
  await expect(lost).toBeHidden()
  expect(await given(page)).toEqual([KPI])
})

test('Access that is taken away in the browser’s settings is said at once, and what is on screen stays', async ({
  page,
  extension,
}) => {
  await extension.willAllow(KPI)
  await page.goto(extension.address)
  await fillIn(page, kpi.address)
  await connect(page)
  await expect(project(page)).toBeVisible()

  await extension.disallow(KPI)
  const lost = page.getByRole('alert').filter({ hasText: 'no longer allows Fieldboard to reach 127.0.0.1' })
  await expect(lost).toBeVisible()
  await expect(project(page)).toBeVisible()

  await page.reload()
  await expect(lost).toBeVisible()
  await extension.willAllow(KPI) // what was allowed once is so at once
  await expect(lost).toBeHidden()
  await expect(project(page)).toBeVisible()
})

test('A server without https is told apart from one that the browser may ask for', async ({ page, extension }) => {
  await page.goto(extension.address)
  await fillIn(page, 'http://kpi.example.org')
  await connect(page)
  await expect(page.getByRole('alert')).toContainText('This address does not use https')
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('demo')
})

test('A server that leads on to another is told apart: the extension may reach the first one only', async ({
  page,
  extension,
}) => {
  const elsewhere = kpi.address.replace('127.0.0.1', 'localhost')
  const server = createServer(({ url = '' }, response) => {
    response.writeHead(302, { Location: new URL(url, elsewhere).href }).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  await extension.willAllow(KPI)
  await page.goto(extension.address)
  await fillIn(page, `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  await connect(page)
  await expect(page.getByRole('alert')).toContainText('The server is at another address')
  server.close()
})

test('The demo needs no access at all', async ({ page, extension }) => {
  await page.goto(extension.address)
  await page.getByRole('button', { name: 'Try the demo' }).click()
  await project(page).click()
  await page.getByRole('link', { name: /^Submissions/ }).click()
  await expect(page.getByRole('gridcell').first()).toBeVisible()
  expect(await given(page)).toEqual([])
})

test('The button in the toolbar opens the app, and the next time goes to the tab that is open', async ({
  page,
  context,
  extension,
}) => {
  const isOpening = context.waitForEvent('page')
  await extension.clickButton()
  const app = await isOpening
  await expect(app.getByRole('heading', { name: 'Connect to a server' })).toBeVisible()

  await page.bringToFront()
  await expect.poll(() => isInFront(app)).toBe(false)
  await extension.clickButton()
  await expect.poll(() => isInFront(app)).toBe(true)
  expect(context.pages().filter((each) => each.url().startsWith(extension.address))).toHaveLength(1)
})

test('A story fails that breaks the policy inside the extension', async ({ page, extension }) => {
  test.fail()
  await page.goto(extension.address)
  await expect(page.locator('h1')).toBeVisible()
  await reportOf(page, () => page.evaluate(() => document.body.setAttribute('style', 'color: red')))
})
