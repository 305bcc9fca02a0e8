import { defineConfig } from '@playwright/test'
import { browser, serveBuild } from '../browser.ts'

/** Started by `npm run e2e:live`, which sees to the environment. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/live',
  reporter: 'list',
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // A real server takes its time to import, to deploy and to take submissions.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  ...serveBuild(`--server ${process.env['KPI_URL']}`),
  use: { ...browser, baseURL: process.env['BASE_URL'] },
})
