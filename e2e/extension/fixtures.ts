import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { packageOf } from '../../scripts/lib/extension-package.ts'
import { browser } from '../browser.ts'
import { test as base } from '../fixtures.ts'

interface WorkerFixtures {
  /** The folder with the content of the package for Chromium. */
  unpacked: string
}

interface Fixtures {
  extension: Extension
}

/** Stories inside the extension, in a browser that has just got it. */
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
    const { executablePath, args = [] } = browser.launchOptions ?? {}
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
    await use(new Extension(id, context, session))
  },
})

/** The extension as the browser has it. */
export class Extension {
  readonly #id: string
  readonly #context: BrowserContext
  readonly #session: CDPSession

  constructor(id: string, context: BrowserContext, session: CDPSession) {
    this.#id = id
    this.#context = context
    this.#session = session
  }

  /** The address of the app. */
  get address() {
    return `chrome-extension://${this.#id}/index.html`
  }

  /** Clicks on the button in the toolbar, while a page is in front. */
  async clickButton(page: Page) {
    await page.bringToFront()
    const { targetInfos } = await this.#session.send('Target.getTargets', { filter: [{ type: 'tab' }] })
    const tab = targetInfos.find(({ url }) => url === page.url())
    await this.#session.send('Extensions.triggerAction', { id: this.#id, targetId: tab?.targetId ?? '' })
  }

  /** Answers yes beforehand to the question that the browser is going to ask: nobody can click on it here. */
  willAllow = (pattern: string) => this.#onExtensionsPage('addHostPermission', pattern)

  /** Takes access away in the browser's own settings. */
  disallow = (pattern: string) => this.#onExtensionsPage('removeHostPermission', pattern)

  async #onExtensionsPage(action: string, pattern: string) {
    const page = await this.#context.newPage()
    await page.goto('chrome://extensions')
    await page.evaluate(`chrome.developerPrivate.${action}(${JSON.stringify(this.#id)}, ${JSON.stringify(pattern)})`)
    await page.close()
  }
}
