import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { connect, fillIn } from '../../tooling/connect-page.ts'
import { startKpi } from '../../tooling/demo-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expect, test } from '../fixtures.ts'

const { household } = DEMO_PROJECTS

test('A manager who leaves a changed form is asked first: by a link, the Back button or closing the tab', async ({
  page,
  openDemo,
}) => {
  await openDemo(`/projects/${household.uid}`)
  await page.getByRole('link', { name: 'Settings' }).click()
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Household survey')

  const asked = page.getByRole('dialog', { name: 'Leave without saving?' })
  await page.getByRole('link', { name: 'Form', exact: true }).click()
  await expect(asked).toBeVisible()
  await asked.getByRole('button', { name: 'Stay' }).click()
  await expect(asked).toBeHidden()
  await expect(name).toHaveValue('Household survey')

  await page.goBack()
  await asked.getByRole('button', { name: 'Stay' }).click()
  await expect(asked).toBeHidden()
  await expect(name).toHaveValue('Household survey')

  const own = page.waitForEvent('dialog') // the browser's
  await page.evaluate(() => setTimeout(() => location.reload()))
  await (await own).dismiss()
  await expect(name).toHaveValue('Household survey')

  await page.getByRole('link', { name: 'Sharing', exact: true }).click()
  await asked.getByRole('button', { name: 'Leave without saving' }).click()
  await expect(page.getByRole('region', { name: 'People', exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(name).toHaveValue(household.name)
})

test.describe('on a server over the network', () => {
  let kpi: RunningServer
  test.beforeEach(async ({ baseURL }) => void (kpi = await startKpi(baseURL)))
  test.afterEach(() => kpi.stop())

  test('a change in one tab appears in another, and is not overwritten without a confirmation', async ({
    page,
    context,
  }) => {
    await page.goto('./')
    await fillIn(page, kpi.address)
    await page.getByRole('checkbox', { name: 'Keep me signed in on this device' }).check()
    await connect(page)
    await page.getByRole('link', { name: household.name }).click()
    await page.getByRole('link', { name: 'Settings' }).click()
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue(household.name)
    const other = await context.newPage()
    await other.goto(page.url())
    await other.getByLabel('Name', { exact: true }).fill('Mine')

    // The other tab starts to listen a moment after it is rendered.
    let times = 0
    await expect(async () => {
      times += 1
      await page.getByLabel('Name', { exact: true }).fill(`Theirs ${times}`)
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(other.getByRole('heading', { name: `Theirs ${times}`, level: 1 })).toBeVisible({ timeout: 3000 })
    }).toPass()
    await expect(other.getByLabel('Name', { exact: true })).toHaveValue('Mine')
    await other.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(other.getByRole('alert')).toContainText(`“Theirs ${times}”`)
  })
})

test('At 400 % zoom everything in the top bar is reachable', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openDemo('/imports')
  const menu = page.getByRole('button', { name: /^Menu/ })
  await expect(menu).toBeInViewport({ ratio: 0.98 })
  await menu.click()
  for (const name of [/demo/, 'Français', 'Dark']) {
    const item = page.getByRole('menuitemradio', { name })
    await item.scrollIntoViewIfNeeded()
    await expect(item).toBeInViewport({ ratio: 0.98 })
  }
  await page.keyboard.press('Escape')
  const imports = page.getByRole('link', { name: 'Imports' })
  await imports.evaluate((link) => link.scrollIntoView()) // the links of the pages scroll, if need be
  await expect(imports).toBeInViewport({ ratio: 0.98 })
})
