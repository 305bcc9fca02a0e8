import type { Page } from '@playwright/test'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../tooling/processes.ts'

/** The app on its own site, and a KPI where it is registered as an OAuth client. */
export interface RegisteredApp {
  site: string
  kpi: string
  /** Starts to count the requests to the KPI. */
  watch: () => Promise<void>
  /** The number of requests since then, such as `POST /o/token/`. */
  asked: (path: string) => Promise<number>
  /** Revokes a token, as its owner may at any time. */
  revoke: (token: string) => Promise<void>
  stop: () => void
}

const CLIENT = 'fieldboard'

export async function startRegisteredApp(): Promise<RegisteredApp> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldboard-oauth-'))
  const file = join(folder, 'config.json')
  const site = await startServer('start', ['--no-open', '--host', '127.0.0.1', '--port', '0', '--config', file])
  const { origin } = new URL(site.address)
  const port = await freePort()
  const registered = ['--allow-origin', origin, '--oauth-client', `${CLIENT}=${origin}/?server=127.0.0.1:${port}`]
  const kpi = await startServer('demo-server', ['--port', String(port), ...registered])
  writeFileSync(file, JSON.stringify({ servers: [{ name: 'Our server', url: kpi.address, clientId: CLIENT }] }))
  const chaos = async (method: string) => (await fetch(`${kpi.address}/__chaos`, { method })).json()
  return {
    site: `${origin}/`,
    kpi: kpi.address,
    watch: async () => void (await chaos('DELETE')),
    asked: async (path) => {
      const { log } = (await chaos('GET')) as { log: { method: string; path: string }[] }
      return log.filter((one) => `${one.method} ${one.path}` === path).length
    },
    revoke: async (token) => {
      const body = new URLSearchParams({ token, client_id: CLIENT })
      await fetch(`${kpi.address}/o/revoke_token/`, { method: 'POST', body })
    },
    stop: () => {
      site.stop()
      kpi.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

/** The registration names the server's port, so it must be known before the server starts. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export const leave = (page: Page) => page.getByRole('button', { name: 'Sign in at Our server' }).click()

/** On the KPI's own page. */
export async function logIn(page: Page, username = 'demo') {
  await page.getByRole('heading', { name: 'Log in' }).waitFor()
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password').fill(username)
  await page.getByRole('button', { name: 'Log in' }).click()
}

export const allow = (page: Page) => page.getByRole('button', { name: 'Authorize' }).click()

/** Blocks the next window, as a browser does with pop-ups of a site that is not allowed to open them. */
export const blockNextWindow = (page: Page) =>
  page.evaluate(() => {
    const open = window.open.bind(window)
    window.open = () => {
      window.open = open
      return null
    }
  })

interface Tokens {
  accessToken: string
  refreshToken: string
}

/** The tokens that are stored for the connection, in the tab or on the device. */
export const tokensOf = (page: Page) =>
  page.evaluate(() => {
    const text = sessionStorage.getItem('fieldboard.connections') ?? localStorage.getItem('fieldboard.connections')
    const [one] = JSON.parse(text ?? '[]') as { auth: Tokens }[]
    return one?.auth ?? { accessToken: '', refreshToken: '' }
  })

/** Lets the access token expire, as after ten hours. */
export const expireToken = (page: Page) =>
  page.evaluate(() => {
    for (const storage of [sessionStorage, localStorage]) {
      const text = storage.getItem('fieldboard.connections')
      if (text !== null) storage.setItem('fieldboard.connections', text.replace(/"expires":\d+/, '"expires":0'))
    }
  })
