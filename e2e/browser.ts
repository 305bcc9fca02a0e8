import type { PlaywrightTestConfig } from '@playwright/test'
import { findHeadlessChromium } from '../tooling/chromium.ts'
import { root } from '../tooling/project.ts'

const chromium = findHeadlessChromium()
// The workers load the configuration again; they need not search again.
if (chromium !== undefined) process.env['HEADLESS_CHROMIUM'] = chromium

/** The browser of every end-to-end test: an installed Chromium, without background requests, far from UTC, in English. */
export const browser: NonNullable<PlaywrightTestConfig['use']> = {
  locale: 'en-GB',
  timezoneId: 'Africa/Nairobi',
  // Traces make every story a third slower: `--trace on` for the one that fails.
  screenshot: 'only-on-failure',
  launchOptions: {
    ...(chromium === undefined ? {} : { executablePath: chromium }),
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium has no sandbox for root
    ],
  },
}

/** Serves the production build on a free port, which becomes `$BASE_URL`; none where that is given. */
export function serveBuild(options: string): Pick<PlaywrightTestConfig, 'webServer'> {
  if (process.env['BASE_URL'] !== undefined) return {}
  return {
    webServer: {
      command: `node scripts/bootstrap.mjs start --no-open --host 127.0.0.1 --port 0 ${options}`,
      cwd: root,
      wait: { stdout: /is at (?<base_url>\S+)/ },
      timeout: 120_000,
    },
  }
}
