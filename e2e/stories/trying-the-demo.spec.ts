import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { expect, test, useLanguage } from '../fixtures.ts'

test('A visitor opens the demo from the first page, and leaves it again', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Try the demo' }).click()
  await expect(page.getByRole('heading', { name: 'Projects', level: 1, exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Household vulnerability survey, Turkana 2026' })).toBeVisible()

  await page.getByRole('button', { name: /^Connection: Demo server/ }).click()
  await page.getByRole('menuitem', { name: 'Leave the demo' }).click()
  await expect(page.getByRole('heading', { name: 'Connect to a server' })).toBeVisible()
})

test('Someone in the demo reads what it is, goes to their own account, and closes the bar for good', async ({
  page,
}) => {
  await page.goto('./#/demo')
  const bar = page.getByRole('region', { name: 'About the demo' })
  await expect(bar).toContainText(/^Demo: \d+ example projects. Nothing leaves this browser./)
  await bar.getByRole('link', { name: 'Use my own account' }).click()
  await expect(page.getByRole('heading', { name: 'Connect to a server' })).toBeVisible()

  await page.goBack()
  await page.getByRole('button', { name: /^Connection: Demo server/ }).click()
  await expect(page.getByRole('menuitem', { name: 'Use my own account' })).toBeVisible()
  await page.keyboard.press('Escape')
  await bar.getByRole('button', { name: 'Close this notice' }).click()
  await expect(bar).toBeHidden()
  await page.reload()
  await expect(page.getByRole('table', { name: 'Projects' })).toBeVisible()
  await expect(bar).toBeHidden()
})

test('The projects about which the server fails are in the demo only where one asks for them', async ({ page }) => {
  const faulty = page.getByRole('link', { name: /^Server fault/ })
  await page.goto('./#/demo?faults')
  await page.getByRole('searchbox').fill('server fault')
  await expect(faulty).toHaveCount(3)
  await page.goto('./#/demo')
  await page.getByRole('searchbox').fill('server fault')
  await expect(page.getByRole('heading', { name: 'No project matches' })).toBeVisible()
})

test('In the demo a page of the app opens in place of the web form, and leads back', async ({
  page,
  context,
  openDemo,
}) => {
  await openDemo(`/projects/${DEMO_PROJECTS.household.uid}`)
  const opening = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Open web form' }).click()
  const form = await opening
  await expect(form.getByRole('heading', { name: 'Here the web form would open' })).toBeVisible()
  await form.getByRole('link', { name: 'Back to the project' }).click()
  await expect(form.getByRole('heading', { name: DEMO_PROJECTS.household.name })).toBeVisible()
})

test('Changes in the demo survive a reload, until the visitor resets the demo', async ({ page, openDemo }) => {
  await openDemo(`/projects/${DEMO_PROJECTS.household.uid}/settings`)
  await page.getByLabel('Name', { exact: true }).fill('My own survey')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  await page.reload()
  await expect(page.getByRole('heading', { name: 'My own survey', level: 1 })).toBeVisible()

  await page.getByRole('button', { name: /^Connection/ }).click()
  await page.getByRole('menuitem', { name: 'Reset the demo' }).click()
  await expect(page.getByRole('dialog', { name: 'Reset the demo?' })).toBeVisible()
  await page.getByRole('button', { name: 'Reset the demo' }).click()
  await expect(page.getByRole('link', { name: 'Household vulnerability survey, Turkana 2026' })).toBeVisible()
})

test('A visitor changes the interface to French, and it stays French', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('menuitemradio', { name: 'Français' }).click()
  await expect(page.getByRole('heading', { name: 'Projets', level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')

  await page.reload()
  await expect(page.getByRole('heading', { name: 'Projets', level: 1 })).toBeVisible()
})

test('A visitor chooses dark colours, and they stay', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('button', { name: /^Colours/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

test('A right-to-left language mirrors the page', async ({ page, openDemo }) => {
  await openDemo()
  await useLanguage(page, 'en-XB')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const brand = await page.getByRole('link', { name: 'Fieldboard' }).boundingBox()
  expect(brand?.x).toBeGreaterThan((page.viewportSize()?.width ?? 0) / 2)
})

test('A keyboard user skips to the content, and starts there on the next page', async ({ page, openDemo }) => {
  await openDemo()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Projects', level: 1, exact: true })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  await page.getByRole('link', { name: 'Imports' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Imports', level: 1 })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
})

test('An unknown address says so, and leads back to the projects', async ({ page, openDemo }) => {
  await openDemo('/nowhere')
  await expect(page.getByRole('alert')).toContainText('This page does not exist')
  await page.getByRole('link', { name: 'Back to Projects' }).click()
  await expect(page.getByRole('heading', { name: 'Projects', level: 1, exact: true })).toBeVisible()
})

test('A link to a project that is deleted or not shared says so', async ({ page, openDemo }) => {
  await openDemo('/projects/aNobodyKnowsThisProject')
  await expect(page.getByRole('alert')).toContainText('Deleted, or not shared with you')
})
