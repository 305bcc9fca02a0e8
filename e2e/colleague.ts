import type { Page } from '@playwright/test'

/**
 * Somebody else at work on the same demo: another tab would tell the first at once what it changes, another person's
 * browser does not.
 */
export async function openAsColleague(page: Page, path: string): Promise<Page> {
  const colleague = await page.context().newPage()
  await colleague.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => {}
  })
  await colleague.goto('./#/demo')
  await colleague.getByRole('heading', { name: 'Projects', level: 1, exact: true }).waitFor()
  await colleague.goto(`./#${path}`)
  return colleague
}
