import { type ConsoleMessage, expect, type Locator, type Page, test as base } from '@playwright/test'
import { demoAs, prepareTab } from './signed-in.ts'

/** The tag of a story that is told at 1440 and at 390 pixels (`playwright.config.ts`). */
export const BOTH_WIDTHS = '@both-widths'

interface Fixtures {
  /** Whether the story is told on a phone. */
  isPhone: boolean
  /** Opens a path of the app as a visitor of the demo: `/projects/…/sharing`. */
  openDemo: (path?: string) => Promise<void>
  /** Fails every story in which the page reports an error. */
  failOnPageErrors: void
}

export const test = base.extend<Fixtures>({
  isPhone: async ({ viewport }, use) => use((viewport?.width ?? 0) < 600),
  openDemo: async ({ page }, use) => {
    let isPrepared = false
    await use(async (path = '/projects') => {
      if (!isPrepared) await prepareTab(page, { connections: [demoAs('demo')] })
      isPrepared = true
      await page.goto(`./#${path}`)
    })
  },
  failOnPageErrors: [
    async ({ page }, use) => {
      const broken: string[] = []
      const onError = (error: Error) => void broken.push(error.stack ?? error.message)
      const onMessage = (message: ConsoleMessage) => {
        // The browser logs each failed request; stories cause those on purpose.
        const isOfBrowser = /^(Failed to load resource|Access to fetch at)/.test(message.text())
        if (message.type() === 'error' && !isOfBrowser) broken.push(message.text())
      }
      page.on('pageerror', onError).on('console', onMessage)
      // The browser's own message does not name the place.
      const listener = await page.addInitScript(() => {
        document.addEventListener(
          'securitypolicyviolation',
          ({ effectiveDirective, blockedURI, sample, sourceFile }) => {
            console.error(`Content-Security-Policy: ${effectiveDirective} ${blockedURI} ${sample} ${sourceFile}`)
          },
        )
      })
      await use()
      await listener.dispose()
      page.off('pageerror', onError).off('console', onMessage)
      expect(broken, 'errors that the page reported').toEqual([])
    },
    { auto: true },
  ],
})

/** Does what should be reported as an error, and waits for the report. `failOnPageErrors` checks it. */
export async function reportOf(page: Page, commit: () => Promise<unknown>) {
  const report = page.waitForEvent('console', { predicate: (message) => message.type() === 'error', timeout: 5000 })
  await Promise.all([report.catch(() => null), commit().catch(() => null)]) // refused markup also throws
}

/** Changes the language of the interface as another tab would: what is open stays open. */
export async function useLanguage(page: Page, code: 'en' | 'fr' | 'en-XB') {
  await page.evaluate((language) => {
    localStorage.setItem('fieldboard.language', language)
    dispatchEvent(new StorageEvent('storage', { key: 'fieldboard.language', newValue: language }))
  }, code)
  await expect(page.locator('html')).toHaveAttribute('lang', code)
  // The arrow keys change direction once the page is rendered again.
  await page.evaluate(
    async () => new Promise<void>((done) => void requestIdleCallback(() => done(), { timeout: 1000 })),
  )
}

/** The text of an element, once it has one. */
export async function textOf(locator: Locator): Promise<string> {
  await expect(locator).toHaveText(/\S/)
  return (await locator.textContent()) ?? ''
}

/** Presses Tab until the element has the focus. */
export async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  await expect(target).toBeFocused()
}

export { expect }
