import type { Page } from '@playwright/test'
import { demoAs, prepareTab } from './signed-in.ts'

/**
 * A second person at work on the same demo. Unlike another tab, another person's browser does not announce its changes.
 */
export async function openAsColleague(page: Page, path: string): Promise<Page> {
  const colleague = await page.context().newPage()
  await colleague.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => {}
  })
  await prepareTab(colleague, { connections: [demoAs('demo')] })
  await colleague.goto(`./#${path}`)
  return colleague
}
