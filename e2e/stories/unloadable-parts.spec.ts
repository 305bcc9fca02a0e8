import type { Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { cell, grid, row, selection, SURVEY, rowCheckbox } from '../submissions-page.ts'

const message = (page: Page) => page.getByRole('alert').filter({ hasText: 'A part of the app could not be loaded' })

/** Waits for the modules that report errors, which the app loads after the first page. */
const untilErrorsLoaded = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(() => {
        const names = performance.getEntriesByType('resource').map(({ name }) => name)
        return ['/after-', '/en-after-'].every((part) => names.some((name) => name.includes(part)))
      }),
    )
    .toBe(true)

test('Offline, a dialog that was never loaded reports it over the page, and opens once online', async ({
  page,
  context,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await rowCheckbox(page, 2).check()
  await untilErrorsLoaded(page)
  await expect(selection(page)).toContainText('1')
  await context.setOffline(true)

  const missing = message(page)
  await page.getByRole('button', { name: /^Export/ }).click()
  await expect(missing).toContainText('You are offline.')
  await expect(missing.getByRole('button', { name: 'Try again' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(missing).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Export/ })).toBeFocused()
  await expect(row(page, 2)).toHaveAttribute('aria-selected', 'true')

  await page.getByRole('button', { name: /^Export/ }).click()
  await expect(missing).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByRole('dialog', { name: /^Export/ })).toBeVisible()
  await expect(missing).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Export/ })).toBeFocused()
  await expect(rowCheckbox(page, 2)).toBeChecked()
})

test('A panel that could not be loaded reports it in place, and shows the submission once online', async ({
  page,
  context,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await expect(row(page, 1)).toBeVisible()
  await untilErrorsLoaded(page)
  await context.setOffline(true)
  await cell(page, 1, 2).dblclick()
  const panel = page.getByRole('complementary', { name: 'One submission' })
  await expect(panel.getByRole('alert')).toContainText('A part of the app could not be loaded')
  await expect(grid(page)).toBeVisible()
  await context.setOffline(false)
  await expect(panel.getByText(/^Submitted .* by/)).toBeVisible()
  // Its style sheet is loaded, too: without it, a browser indents each answer.
  await expect(panel.getByRole('definition').first()).toHaveCSS('margin-inline-start', '0px')
})

test('A menu and a language that cannot be loaded are reported, and nothing changes until they are', async ({
  page,
  context,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await expect(row(page, 1)).toBeVisible()
  await untilErrorsLoaded(page)
  const menu = page.getByRole('button', { name: 'Language: English' })
  await context.setOffline(true)
  await menu.click()
  await expect(message(page)).toBeVisible()
  await message(page).getByRole('button', { name: 'Close' }).click()
  await expect(message(page)).toHaveCount(0)

  await context.setOffline(false)
  await menu.click()
  await expect(page.getByRole('menuitemradio', { name: 'Français' })).toBeVisible()
  await context.setOffline(true)
  await page.getByRole('menuitemradio', { name: 'Français' }).click()
  await expect(message(page)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('link', { name: 'Sharing' })).toBeVisible()

  await context.setOffline(false)
  // The menu is still open: a click on its button would close it.
  await expect(menu).toHaveAttribute('aria-expanded', 'true')
  await page.getByRole('menuitemradio', { name: 'Français' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.getByRole('link', { name: 'Partage' })).toBeVisible()
})
