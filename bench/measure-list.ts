import type { Browser } from '@playwright/test'
import { type Conditions, freshPage, type signIn } from './browser.ts'
import type { Figure } from './figures.ts'
import { settle } from './in-page.ts'

type State = Awaited<ReturnType<typeof signIn>>

/** Somebody opens the app, with nothing of it in the cache, and sees their projects. */
export async function measureList(browser: Browser, state: State, address: string, conditions: Conditions) {
  const measured = await freshPage(browser, state, conditions)
  const { page, context, sent } = measured
  await page.goto(`${address}#/projects`)
  const row = page.getByRole('table').getByRole('link').first()
  await row.waitFor()
  const visible = await page.evaluate(() => performance.now())
  await settle(page)
  const { bytes, requests } = sent()
  await context.close()
  const name = `list of projects${conditions.name}`
  const figures: Figure[] = [{ name: `${name}: visible`, value: visible, unit: 'ms', limit: null }]
  if (conditions.name === '') {
    figures.push(
      { name: `${name}: over the network until calm`, value: bytes / 1000, unit: 'kB', limit: null },
      { name: `${name}: requests`, value: requests, unit: '', limit: null },
    )
  }
  return figures
}
