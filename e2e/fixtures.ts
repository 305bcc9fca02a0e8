import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page, test as base } from '@playwright/test'

interface Fixtures {
  /** Opens the demo as a new visitor does, then the page at a path of the app: `/projects/…/sharing`. */
  openDemo: (path?: string) => Promise<void>
  /** Collects what the page reports as broken; a story that breaks the page fails, whatever it asserts. */
  nothingBreaks: void
}

export const test = base.extend<Fixtures>({
  openDemo: async ({ page }, use) => {
    await use(async (path) => {
      await page.goto('./#/demo')
      const list = page.getByRole('heading', { name: 'Projects', level: 1, exact: true })
      await expect(list).toBeVisible()
      if (path === undefined) return
      await page.goto(`./#${path}`)
      // Until the list has gone, a button found is still the list's.
      if (!/^\/projects(\?|$)/.test(path)) await expect(list).toBeHidden()
    })
  },
  nothingBreaks: [
    async ({ page }, use) => {
      const broken: string[] = []
      page.on('pageerror', (error) => broken.push(error.stack ?? error.message))
      page.on('console', (message) => {
        // The browser itself logs each refused request; those belong to the stories.
        const isOfBrowser = /^(Failed to load resource|Access to fetch at)/.test(message.text())
        if (message.type() === 'error' && !isOfBrowser) broken.push(message.text())
      })
      // In the words of the event: the browser's own do not say where it was.
      await page.addInitScript(() => {
        document.addEventListener(
          'securitypolicyviolation',
          ({ effectiveDirective, blockedURI, sample, sourceFile }) => {
            console.error(`Content-Security-Policy: ${effectiveDirective} ${blockedURI} ${sample} ${sourceFile}`)
          },
        )
      })
      await use()
      expect(broken, 'errors that the page reported').toEqual([])
    },
    { auto: true },
  ],
})

/** Does what should be reported as broken, and gives the report its time; whether it came is for `nothingBreaks` to say. */
export async function reportOf(page: Page, commit: () => Promise<unknown>) {
  const report = page.waitForEvent('console', { predicate: (message) => message.type() === 'error', timeout: 5000 })
  await Promise.all([report.catch(() => null), commit().catch(() => null)]) // refused markup also throws
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The interface's language, changed as another tab would: what is open stays open. */
export async function useLanguage(page: Page, code: 'en' | 'fr' | 'en-XB') {
  await page.evaluate((language) => {
    localStorage.setItem('fieldboard.language', language)
    dispatchEvent(new StorageEvent('storage', { key: 'fieldboard.language', newValue: language }))
  }, code)
  await expect(page.locator('html')).toHaveAttribute('lang', code)
  // The keys go the new way once the page has been drawn again.
  await page.evaluate(
    async () => new Promise<void>((done) => void requestIdleCallback(() => done(), { timeout: 1000 })),
  )
}

/** A text as it is when it has come. */
export async function textOf(locator: Locator): Promise<string> {
  await expect(locator).toHaveText(/\S/)
  return (await locator.textContent()) ?? ''
}

/** Goes on by the Tab key until the keyboard is there. */
export async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  await expect(target).toBeFocused()
}

/** Whether nothing appears, goes or moves; what turns for ever does not count. */
const isStill = () =>
  document
    .getAnimations()
    .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().iterations === Infinity)

/** No violation of WCAG 2.2 A and AA in what is on screen now: in light, in dark, and right-to-left. */
export async function expectAccessible(page: Page) {
  for (const [scheme, language] of [
    ['light', 'en'],
    ['dark', 'en'],
    ['light', 'en-XB'],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await useLanguage(page, language)
    await expect.poll(() => page.evaluate(isStill)).toBe(true) // what fades has no contrast
    // The app has no frames, and what passes needs no list: without both, a look takes a quarter of the time.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ runOnly: WCAG, resultTypes: ['violations'] })
    const { violations } = await axe.analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
    expect(found, `axe, ${scheme}, ${language}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await useLanguage(page, 'en')
}

export { expect }
