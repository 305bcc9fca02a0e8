import type { Page } from '@playwright/test'
import { type RunningServer, startServer } from './processes.ts'

/** A KPI over HTTP. It lets the pages of one site in, or of none, as a real one does by itself. */
export async function startKpi(allowedSite?: string, options: string[] = []): Promise<RunningServer> {
  const allow = allowedSite === undefined ? [] : ['--allow-origin', new URL(allowedSite).origin]
  return startServer('demo-server', ['--port', '0', ...allow, ...options])
}

/** Says on the connect page where and as whom. Passwords of the demo server are the usernames. */
export async function fillIn(page: Page, address: string, username = 'demo', password = username) {
  await page.getByRole('radio', { name: 'Another address' }).check()
  await page.getByLabel('Address of the server').fill(address)
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
}

export const connect = (page: Page) => page.getByRole('button', { name: 'Connect', exact: true }).click()
