import { defineConfig } from '@playwright/test'
import { browser, serveBuild } from './e2e/browser.ts'
import { BOTH_WIDTHS } from './e2e/fixtures.ts'

const bothWidths = new RegExp(BOTH_WIDTHS)

export default defineConfig({
  testDir: 'e2e/stories',
  outputDir: 'test-results/stories',
  reporter: 'list',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // Generous, for busy machines: a story looks at its page up to three times with axe.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  ...serveBuild('--as-hosted'),
  use: { ...browser, baseURL: process.env['BASE_URL'] },
  projects: [
    { name: 'stories', grepInvert: bothWidths },
    { name: 'desktop', grep: bothWidths, use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', grep: bothWidths, use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  ],
})
