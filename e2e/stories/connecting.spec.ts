import type { Page } from '@playwright/test'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect, fillIn } from '../../tooling/connect-page.ts'
import { startKpi } from '../../tooling/demo-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'

const started: RunningServer[] = []
test.afterAll(() => started.forEach(({ stop }) => stop()))

/** The address of a KPI that allows one site, or none. */
async function kpiFor(site?: string): Promise<string> {
  const server = await startKpi(site)
  started.push(server)
  return server.address
}

async function serve(status: number, contentType: string, body: string): Promise<{ address: string; server: Server }> {
  const server = createServer(({ method }, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*').setHeader('Access-Control-Allow-Headers', '*, authorization')
    if (method === 'OPTIONS') return response.end()
    return response.writeHead(status, { 'Content-Type': contentType }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

const projects = (page: Page) => page.getByRole('heading', { name: 'Projects', level: 1, exact: true })

test('A manager signs in with a password, which is not stored, and sees the projects', async ({ page, baseURL }) => {
  const kpi = await kpiFor(baseURL)
  await page.goto('./')
  await expect(page.getByRole('heading', { name: 'Connect to a server' })).toBeVisible()

  await fillIn(page, kpi)
  await connect(page)
  await expect(projects(page)).toBeVisible()
  await expect(page.getByRole('button', { name: /Connection: 127\.0\.0\.1.*demo/ })).toBeVisible()

  const kept = await page.evaluate(() => JSON.stringify([sessionStorage, localStorage].map(Object.entries)))
  expect(kept).toContain('token')
  expect(kept).not.toContain('password')
  expect(page.url()).not.toMatch(/demo.*demo|token/)

  await page.reload()
  await expect(projects(page)).toBeVisible()
})

test('A wrong password is reported beside the field, and what was typed stays', async ({ page, baseURL }) => {
  const kpi = await kpiFor(baseURL)
  await page.goto('./')
  await fillIn(page, kpi, 'demo', 'guess')
  await connect(page)

  const password = page.getByLabel('Password', { exact: true })
  await expect(password).toHaveAccessibleDescription(/did not accept this username and password/)
  await expect(password).toHaveValue('guess')
  await expect(page.getByLabel('Username')).toHaveValue('demo')

  await password.fill('demo')
  await page.keyboard.press('Enter')
  await expect(projects(page)).toBeVisible()
})

test('A manager connects with an API key, and stays signed in on this device', async ({ page, context, baseURL }) => {
  const kpi = await kpiFor(baseURL)
  const { token } = (await (
    await fetch(`${kpi}/token/?format=json`, { headers: { Authorization: `Basic ${btoa('demo:demo')}` } })
  ).json()) as { token: string }

  await page.goto('./')
  await page.getByRole('radio', { name: 'Another address' }).check()
  await page.getByLabel('Address of the server').fill(kpi)
  await page.getByRole('button', { name: 'Use an API key instead' }).click()
  await page.getByLabel('API key', { exact: true }).fill('0000000000000000000000000000000000000000')
  await connect(page)
  await expect(page.getByLabel('API key', { exact: true })).toHaveAccessibleDescription(/does not know this API key/)

  await page.getByLabel('API key', { exact: true }).fill(token)
  await page.getByRole('checkbox', { name: 'Keep me signed in on this device' }).check()
  await connect(page)
  await expect(projects(page)).toBeVisible()

  const later = await context.newPage()
  await later.goto('./')
  await expect(projects(later)).toBeVisible()
})

test('Without "Keep me signed in" another tab asks to sign in again', async ({ page, context, baseURL }) => {
  const kpi = await kpiFor(baseURL)
  await page.goto('./')
  await fillIn(page, kpi)
  await connect(page)
  await expect(projects(page)).toBeVisible()

  const other = await context.newPage()
  await other.goto('./')
  await expect(other.getByRole('heading', { name: 'Connect to a server' })).toBeVisible()
})

test('A server that does not allow this site is reported as such, with what to do about it', async ({
  page,
  context,
  baseURL,
}) => {
  const kpi = await kpiFor()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./')
  await fillIn(page, kpi)
  const button = page.getByRole('button', { name: 'Connect', exact: true })
  const before = await button.boundingBox()
  await button.click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('This server only accepts its own website')
  await expect(alert.getByText('CORS')).toBeHidden()
  expect((await button.boundingBox())?.y, 'the button stays under the pointer').toBe(before?.y)

  await alert.getByRole('button', { name: 'Copy message' }).click()
  await expect(alert.getByText('Copied')).toBeVisible()
  const message = await page.evaluate(() => navigator.clipboard.readText())
  expect(message).toContain(`add ${new URL(baseURL ?? '').origin} to the allowed CORS origins`)
  expect(message).toContain(kpi)
})

test('That a public server accepts no other site is said before anything is typed, with two ways to go', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./')
  await expect(page.getByRole('radio', { name: 'KoboToolbox Global' })).toBeChecked()
  await expect(page.getByRole('note')).toContainText('This server only accepts its own website')
  await expect(page.getByLabel('Username')).toBeHidden()

  await page.getByText('Show the steps').click()
  await expect(page.getByText('chrome://extensions')).toBeVisible()
  await page.getByRole('button', { name: 'Copy message' }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'KoboToolbox projects on kf.kobotoolbox.org',
  )

  await page.getByRole('button', { name: 'Try to connect anyway' }).click()
  await expect(page.getByLabel('Username')).toBeVisible()
  await page.getByRole('radio', { name: 'Another address' }).check()
  await expect(page.getByRole('note')).toBeHidden()
})

test('An address without KoboToolbox and an address without a server are reported differently', async ({ page }) => {
  const { address, server } = await serve(200, 'text/html', '<html><title>Welcome to nginx</title></html>')
  await page.goto('./')
  await fillIn(page, address)
  await connect(page)
  await expect(page.getByRole('alert')).toContainText('This is not a KoboToolbox server')
  await expectAccessible(page)

  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await connect(page)
  await expect(page.getByRole('alert')).toContainText('No server answers at this address')
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('demo')
})

test('A server that is down is reported as a server fault', async ({ page }) => {
  const { address, server } = await serve(502, 'text/html', '<html><h1>502 Bad Gateway</h1></html>')
  await page.goto('./')
  await fillIn(page, address)
  await connect(page)
  await expect(page.getByRole('alert')).toContainText('The server has a problem')
  await expect(page.getByRole('alert')).not.toContainText('Bad Gateway')
  server.close()
})

test('Missing fields and invalid addresses are reported before anything is sent', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('radio', { name: 'Another address' }).check()
  await page.getByLabel('Address of the server').fill('kobo')
  await connect(page)
  await expect(page.getByLabel('Address of the server')).toHaveAccessibleDescription(/Enter the address of a server/)
  await expect(page.getByLabel('Username')).toHaveAccessibleDescription('Enter your username')
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription('Enter your password')
})

test('A manager who follows a link arrives there after signing in', async ({ page, baseURL }) => {
  const kpi = await kpiFor(baseURL)
  await page.goto('./#/projects?status=archived')
  await fillIn(page, kpi)
  await connect(page)
  await expect(page.getByRole('button', { name: /Archived/, pressed: true })).toBeVisible()
})

test('Signing out removes the key and everything that was loaded', async ({ page, baseURL }) => {
  const kpi = await kpiFor(baseURL)
  await page.goto('./')
  await fillIn(page, kpi)
  await page.getByRole('checkbox', { name: 'Keep me signed in on this device' }).check()
  await connect(page)
  await expect(projects(page)).toBeVisible()

  await page.getByRole('button', { name: /^Connection/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Connect to a server' })).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify([sessionStorage, localStorage].map(Object.entries)))).not.toContain(
    'token',
  )

  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Connect to a server' })).toBeVisible()
})
