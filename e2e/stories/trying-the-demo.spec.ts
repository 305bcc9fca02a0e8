import { expect, expectAccessible, test, useLanguage } from '../fixtures.ts'

test('A visitor tries the demo from the first page, and leaves it again', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Try the demo' }).click()
  await expect(page.getByRole('heading', { name: 'Projects', level: 1, exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Household vulnerability survey, Turkana 2026' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: /^Connection: Demo server/ }).click()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: 'Leave the demo' }).click()
  await expect(page.getByRole('heading', { name: 'Connect to a server' })).toBeVisible()
})

test('What was changed in the demo is there the next day, until the demo is reset', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('link', { name: 'Household vulnerability survey, Turkana 2026' }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Name', { exact: true }).fill('My own survey')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  await page.reload()
  await expect(page.getByRole('heading', { name: 'My own survey', level: 1 })).toBeVisible()

  await page.getByRole('button', { name: /^Connection/ }).click()
  await page.getByRole('menuitem', { name: 'Reset the demo' }).click()
  await expect(page.getByRole('dialog', { name: 'Reset the demo?' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Reset the demo' }).click()
  await expect(page.getByRole('link', { name: 'Household vulnerability survey, Turkana 2026' })).toBeVisible()
})

test('The interface is changed to French, and stays so', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('menuitemradio', { name: 'Français' }).click()
  await expect(page.getByRole('heading', { name: 'Projets', level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')

  await page.reload()
  await expect(page.getByRole('heading', { name: 'Projets', level: 1 })).toBeVisible()
})

test('Dark colours are chosen, and stay so', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('button', { name: /^Colours/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

test('A language that is read from right to left mirrors the page', async ({ page, openDemo }) => {
  await openDemo()
  await useLanguage(page, 'en-XB')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const brand = await page.getByRole('link', { name: 'Fieldboard' }).boundingBox()
  expect(brand?.x).toBeGreaterThan((page.viewportSize()?.width ?? 0) / 2)
})

test('The keyboard skips to the content, and starts there on a new page', async ({ page, openDemo }) => {
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

test('A mistyped address says that there is no such page, and leads back', async ({ page, openDemo }) => {
  await openDemo('/nowhere')
  await expect(page.getByRole('alert')).toContainText('There is no such page')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Back to Projects' }).click()
  await expect(page.getByRole('heading', { name: 'Projects', level: 1, exact: true })).toBeVisible()
})

test('A project that is gone, or not shared, is told so', async ({ page, openDemo }) => {
  await openDemo('/projects/aNobodyKnowsThisProject')
  await expect(page.getByRole('alert')).toContainText('Gone, or not shared with you')
  await expectAccessible(page)
})
