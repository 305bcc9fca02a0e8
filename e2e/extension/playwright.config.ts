import { defineConfig } from '@playwright/test'
import { browser } from '../browser.ts'

/** The build as an extension, packed and loaded into Chromium. It needs `dist/`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/extension',
  reporter: 'list',
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: browser,
})
