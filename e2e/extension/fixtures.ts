import { type BrowserContext, chromium } from '@playwright/test'
import { unzipSync } from 'fflate'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findChromium } from '../../tooling/chromium.ts'
import { packageOf } from '../../tooling/extension-package.ts'
import { browser } from '../browser.ts'
import { expect, test as base } from '../fixtures.ts'

interface WorkerFixtures {
  /** The folder with the unpacked extension for Chromium. */
  unpacked: string
}

interface Fixtures {
  extension: Extension
}

/** Stories inside the extension, in a browser with a new profile. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  unpacked: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names from this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'fieldboard-extension-'))
      for (const [path, content] of Object.entries(unzipSync(packageOf('chromium')))) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), content)
      }
      await use(folder)
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  context: async ({ locale, timezoneId }, use) => {
    const { args = [] } = browser.launchOptions ?? {}
    const executablePath = findChromium()
    const context = await chromium.launchPersistentContext('', {
      ...(executablePath !== undefined && { executablePath }),
      locale: locale ?? 'en-GB',
      ...(timezoneId !== undefined && { timezoneId }),
      args: [...args, '--enable-unsafe-extension-debugging'],
      ignoreDefaultArgs: ['--disable-extensions'],
    })
    await use(context)
    await context.close()
  },
  extension: async ({ context, unpacked }, use) => {
    const session = await context.browser()?.newBrowserCDPSession()
    if (session === undefined) throw new Error('This browser cannot be told to load an extension')
    const { id } = await session.send('Extensions.loadUnpacked', { path: unpacked })
    await use(new Extension(id, context))
  },
})

/** The extension as the browser has it. */
class Extension {
  readonly #id: string
  readonly #context: BrowserContext

  constructor(id: string, context: BrowserContext) {
    this.#id = id
    this.#context = context
  }

  /** The address of the app. */
  get address() {
    return `chrome-extension://${this.#id}/index.html`
  }

  /** Clicks on the button in the toolbar, as far as that goes without a window: the extension gets its event. */
  async clickButton() {
    const worker = this.#context.serviceWorkers()[0] ?? (await this.#context.waitForEvent('serviceworker'))
    await expect.poll(() => worker.evaluate('chrome.action.onClicked.hasListeners()')).toBe(true)
    await worker.evaluate('chrome.action.onClicked.dispatch({})')
  }

  /** Grants a permission in advance, since nobody can click on the browser's prompt here. */
  willAllow = (pattern: string) => this.#onExtensionsPage('addHostPermission', pattern)

  /** Revokes access in the browser's own settings. */
  disallow = (pattern: string) => this.#onExtensionsPage('removeHostPermission', pattern)

  async #onExtensionsPage(action: string, pattern: string) {
    const page = await this.#context.newPage()
    await page.goto('chrome://extensions')
    await page.evaluate(`chrome.developerPrivate.${action}(${JSON.stringify(this.#id)}, ${JSON.stringify(pattern)})`)
    await page.close()
  }
}
