import { test } from '@playwright/test'
import { doMainJob } from '../main-job.ts'

const { KPI_USERNAME = '', KPI_PASSWORD = '', KPI_OTHER_USERNAME } = process.env

test('A manager does the main job on a real server', async ({ page }) => {
  const signIn = async () => {
    await page.goto('./')
    await page.getByLabel('Username').fill(KPI_USERNAME)
    await page.getByLabel('Password', { exact: true }).fill(KPI_PASSWORD)
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
  }
  await doMainJob(page, signIn, KPI_OTHER_USERNAME)
})
