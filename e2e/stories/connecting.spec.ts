import type { Page } from '@playwright/test'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect, fillIn, startKpi } from '../../tooling/kpi-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'

const started: RunningServer[] = []
test.afterAll(() => started.forEach(({ stop }) => stop()))

/** The address of a KPI that lets one site in, or none. */
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

test('A manager signs in to a server with a password, which is forgotten, and reads the projects', async ({
  page,
  baseURL,
}) => {
  const kpi = await kpiFor(baseURL)
  await page.goto('./')
  await expect(page.getByRole('heading', { name: 'Connect to a server' })).toBeVisible()
  await expectAccessible(page)

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

test('A wrong password is said beside the field, and what was typed stays', async ({ page, baseURL }) => {
  const kpi = await kpiFor(baseURL)
  await page.goto('./')
  await fillIn(page, kpi, 'demo', 'guess')
  await connect(page)

  const password = page.getByLabel('Password', { exact: true })
  await expect(password).toHaveAccessibleDescription(/did not accept this username and password/)
  await expect(password).toHaveValue('guess')
  await expect(page.getByLabel('Username')).toHaveValue('demo')
  await expectAccessible(page)

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

test('A server that does not let this site in is told apart, with what to do about it', async ({ page, baseURL }) => {
  const kpi = await kpiFor()
  await page.goto('./')
  await fillIn(page, kpi)
  await connect(page)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The server does not let this site in')
  await expect(alert).toContainText(new URL(baseURL ?? '').origin)
  await expectAccessible(page)
})

test('An address where no KoboToolbox answers is told apart from one where nothing answers', async ({ page }) => {
  const { address, server } = await serve(200, 'text/html', '<html><title>Welcome to nginx</title></html>')
  await page.goto('./')
  await fillIn(page, address)
  await connect(page)
  await expect(page.getByRole('alert')).toContainText('This is no KoboToolbox server')
  await expectAccessible(page)

  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await connect(page)
  await expect(page.getByRole('alert')).toContainText('No server answers at this address')
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('demo')
})

test('A server that is down is said to have a fault', async ({ page }) => {
  const { address, server } = await serve(502, 'text/html', '<html><h1>502 Bad Gateway</h1></html>')
  await page.goto('./')
  await fillIn(page, address)
  await connect(page)
  await expect(page.getByRole('alert')).toContainText('The server has a fault')
  await expect(page.getByRole('alert')).not.toContainText('Bad Gateway')
  server.close()
})

test('What is missing or no address is said before anything is sent', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('radio', { name: 'Another address' }).check()
  await page.getByLabel('Address of the server').fill('kobo')
  await connect(page)
  await expect(page.getByLabel('Address of the server')).toHaveAccessibleDescription(/Write the address of a server/)
  await expect(page.getByLabel('Username')).toHaveAccessibleDescription('Write your username')
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription('Write your password')
})

test('Whoever was sent a link arrives there after signing in', async ({ page, baseURL }) => {
  const kpi = await kpiFor(baseURL)
  await page.goto('./#/projects?status=archived')
  await fillIn(page, kpi)
  await connect(page)
  await expect(page.getByRole('button', { name: /Archived/, pressed: true })).toBeVisible()
})

test('Signing out forgets the key and everything that was read', async ({ page, baseURL }) => {
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
