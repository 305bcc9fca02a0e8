import type { Page } from '@playwright/test'

/** Fills in the connect page. Passwords of the demo server are the usernames. */
export async function fillIn(page: Page, address: string, username = 'demo', password = username) {
  await page.getByRole('radio', { name: 'Another address' }).check()
  await page.getByLabel('Address of the server').fill(address)
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
}

export const connect = (page: Page) => page.getByRole('button', { name: 'Connect', exact: true }).click()
