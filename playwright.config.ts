import { defineConfig } from '@playwright/test'
import { browser, serveBuild } from './e2e/browser.ts'

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
})
