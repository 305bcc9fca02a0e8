import type { Browser } from '@playwright/test'
import { AS_HERE, freshPage, heapOf, type signIn } from './browser.ts'
import { longestTask, settle, untilShown } from './in-page.ts'
import { LARGE_LIST, LIST_LENGTH } from './large-list.ts'
import type { Result } from './results.ts'

const SHOWN = 'main table:not([aria-busy=true]) tbody a[href]'

/** Somebody opens a list of 10,000 projects, and goes to its last page. */
export async function measureList(
  browser: Browser,
  state: Awaited<ReturnType<typeof signIn>>,
  address: string,
): Promise<Result[]> {
  const measured = await freshPage(browser, state, AS_HERE)
  const { page, context } = measured
  const results: Result[] = []
  const note = (label: string, value: number, unit: string, limit: number | null = null) =>
    results.push({ name: `${LIST_LENGTH.toLocaleString('en')} projects: ${label}`, value, unit, limit })

  await page.goto(`${address}#/projects?q=${LARGE_LIST}`, { waitUntil: 'commit' })
  note('first visit, visible', await untilShown(page, SHOWN), 'ms')
  await settle(page)
  note('longest task of that', await longestTask(page, 0), 'ms', 200)

  const since = await page.evaluate(() => performance.now())
  await page.getByRole('button', { name: 'Page 200' }).click()
  await page.getByText(`Project ${LIST_LENGTH} of the large list`).waitFor()
  await settle(page)
  note('last page, longest task', await longestTask(page, since), 'ms', 200)
  note('heap', await heapOf(measured), 'MB', 120)
  await context.close()
  return results
}
