// Takes the screenshots for the README from the demo: `npm run screenshots`.
import { chromium, type Page } from '@playwright/test'
import { join } from 'node:path'
import { findOrInstallChromium } from '../tooling/chromium.ts'
import { Failure, runTask } from '../tooling/fail.ts'
import { endAllOnSignal, startServer } from '../tooling/processes.ts'
import { root } from '../tooling/project.ts'

const SURVEY = 'Household vulnerability survey, Turkana 2026'

const pictures: Record<string, (page: Page) => Promise<void>> = {
  projects: async (page) => {
    await page.getByRole('link', { name: SURVEY }).waitFor()
  },
  submissions: async (page) => {
    await page.getByRole('link', { name: SURVEY }).click()
    await page.getByRole('link', { name: /^Submissions/ }).click()
    await page
      .getByRole('gridcell', { name: /^[A-Z]{2}-\d\d-/ })
      .nth(3)
      .dblclick()
    await page.getByRole('complementary').getByText('Sub-county').waitFor()
  },
}

endAllOnSignal()
await runTask(async () => {
  const { path, log } = await findOrInstallChromium()
  if (path === undefined) throw new Failure(`Chromium not found.\n${log}`)
  const { address, stop } = await startServer('start', ['--no-open', '--host', '127.0.0.1', '--port', '0'])
  const browser = await chromium.launch({
    executablePath: path,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  for (const [name, show] of Object.entries(pictures)) {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 810 },
      locale: 'en-GB',
      timezoneId: 'Africa/Nairobi',
    })
    await page.goto(new URL('#/demo', address).href)
    await show(page)
    await page.screenshot({ path: join(root, `docs/images/${name}.png`), animations: 'disabled' })
    await page.close()
    console.log(`docs/images/${name}.png`)
  }
  await browser.close()
  stop()
})
