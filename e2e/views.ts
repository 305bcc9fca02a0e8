import type { Locator, Page } from '@playwright/test'
import type { Connection } from '../src/api/connection.ts'
import { expectAccessibleIn, expectAccessibleMirrored } from './accessible.ts'
import { browser as options } from './browser.ts'
import { expect, test as base } from './fixtures.ts'
import { demoAs, prepareTab } from './signed-in.ts'

const SCREEN = 1440
export const PHONE = 390
const site = process.env['BASE_URL'] ?? ''
const HEIGHTS: Record<number, number> = { [PHONE]: 844 }

/** A state of a page of the app that is checked with axe. */
export interface View {
  name: string
  /** A path of the app: `/projects/…/sharing`. */
  path: string
  /** What a person does there to reach the state. */
  open?: (page: Page) => Promise<unknown>
  /** Is visible in this state only. */
  shows: (page: Page) => Locator
  /** In pixels, if the state does not exist at both widths. It is opened at the first one, then the window is resized. */
  widths?: readonly [number, ...number[]]
  /** The connections of the tab, if not that to the demo. The last one is in use. */
  connections?: () => Connection[]
  /** The faults of the demo. */
  chaos?: string
}

/** Tests of views share a page, so that the browser loads and compiles the app once in a worker. */
export const test = base.extend<object, { sharedPage: Page }>({
  sharedPage: [
    async ({ browser }, use) => {
      const { locale = 'en', timezoneId = 'UTC' } = options
      const context = await browser.newContext({ baseURL: site, locale, timezoneId })
      await use(await context.newPage())
      await context.close()
    },
    { scope: 'worker' },
  ],
  page: async ({ sharedPage }, use) => {
    await use(sharedPage)
    // What a test has left is not there for the next one.
    await sharedPage.goto('about:blank')
    const session = await sharedPage.context().newCDPSession(sharedPage)
    const { origin } = new URL(site)
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage' })
    await session.detach()
  },
})

const demo = () => [demoAs('demo')]

/** A test for each view: no violation of WCAG 2.2 A and AA in light colours and mirrored, and on a phone in dark ones. */
export function testViews(views: readonly View[]) {
  for (const { name, path, open, shows, widths = [SCREEN, PHONE], connections = demo, chaos = '' } of views) {
    test(`Everybody can perceive ${name}`, async ({ page }) => {
      const prepared = await prepareTab(page, { connections: connections(), chaos })
      for (const width of widths) {
        const isFirst = width === widths[0]
        await page.setViewportSize({ width, height: HEIGHTS[width] ?? 900 })
        if (isFirst) {
          await page.goto(`./#${path}`)
          await prepared.dispose()
          await open?.(page)
        }
        await expect(shows(page)).toBeVisible()
        const where = `${width} pixels,`
        // Each scheme once: light and mirrored on the first width, dark on the next one.
        if (isFirst) {
          await expectAccessibleIn(page, 'light', { where })
          await expectAccessibleMirrored(page, where)
        }
        if (!isFirst || widths.length === 1) await expectAccessibleIn(page, 'dark', { where, onlyColours: isFirst })
      }
    })
  }
}
