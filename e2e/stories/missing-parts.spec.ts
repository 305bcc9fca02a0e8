import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../fixtures.ts'
import { cell, grid, row, selection, SURVEY, tick } from '../submissions-page.ts'

const told = (page: Page) => page.getByRole('alert').filter({ hasText: 'A part of the app could not be loaded' })

test('Without a network, what was never opened says so over the page, which stays, and opens when the network is back', async ({
  page,
  context,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await tick(page, 2).check()
  await expect(selection(page)).toContainText('1')
  await context.setOffline(true)

  const missing = told(page)
  await page.getByRole('button', { name: /^Export/ }).click()
  await expect(missing).toContainText('There was no network.')
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
  await expect(tick(page, 2)).toBeChecked()
})

test('A panel whose part never came says so in its place, and shows the submission on another try', async ({
  page,
  context,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await expect(row(page, 1)).toBeVisible()
  await context.setOffline(true)
  await cell(page, 1, 2).dblclick()
  const panel = page.getByRole('complementary', { name: 'One submission' })
  await expect(panel.getByRole('alert')).toContainText('A part of the app could not be loaded')
  await expect(grid(page)).toBeVisible()
  await context.setOffline(false)
  await expect(panel.getByText(/^Submitted .* by/)).toBeVisible()
  // It has its looks, too: by itself a browser pushes each answer in.
  await expect(panel.getByRole('definition').first()).toHaveCSS('margin-inline-start', '0px')
})

test('A menu and a language that cannot be had are told of, and nothing changes until they can', async ({
  page,
  context,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await expect(row(page, 1)).toBeVisible()
  const menu = page.getByRole('button', { name: 'Language: English' })
  await context.setOffline(true)
  await menu.click()
  await expect(told(page)).toBeVisible()
  await told(page).getByRole('button', { name: 'Close' }).click()
  await expect(told(page)).toHaveCount(0)

  await context.setOffline(false)
  await menu.click()
  await expect(page.getByRole('menuitemradio', { name: 'Français' })).toBeVisible()
  await context.setOffline(true)
  await page.getByRole('menuitemradio', { name: 'Français' }).click()
  await expect(told(page)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('link', { name: 'Sharing' })).toBeVisible()

  await context.setOffline(false)
  await menu.click()
  await page.getByRole('menuitemradio', { name: 'Français' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.getByRole('link', { name: 'Partage' })).toBeVisible()
})
