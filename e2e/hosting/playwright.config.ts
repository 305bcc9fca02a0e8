import { defineConfig } from '@playwright/test'
import { browser } from '../browser.ts'

/** Started by scripts/hosting.ts, which says where the web servers are. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/hosting',
  reporter: 'list',
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: browser,
  projects: ['nginx', 'caddy'].map((name) => ({
    name,
    use: { baseURL: process.env[`${name.toUpperCase()}_URL`] },
  })),
})
