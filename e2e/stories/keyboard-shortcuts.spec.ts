import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { cell, SURVEY } from '../submissions-page.ts'

const shortcuts = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' })

test('? shows all keyboard shortcuts, and / goes to the search; typed into a field they are letters', async ({
  page,
  openDemo,
}) => {
  await openDemo()
  const search = page.getByRole('searchbox')
  await expect(search).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('/') // its listener is loaded after the first page
    await expect(search).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.type('a/?')
  await expect(search).toHaveValue(/a\/\?$/)
  await expect(shortcuts(page)).toBeHidden()
  await search.fill('')
  await search.blur()

  await page.keyboard.press('?')
  await expect(shortcuts(page).getByRole('heading', { name: 'In the table of submissions' })).toBeVisible()
  await expect(shortcuts(page).getByText('Edit the answer').locator('xpath=..')).toContainText('F2')
  await page.keyboard.press('/')
  await expect(search).not.toBeFocused()
  await page.keyboard.press('Escape')
  await expect(shortcuts(page)).toBeHidden()

  await page.getByRole('button', { name: /^(Menu\. )?Connection: / }).click()
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click()
  await expect(shortcuts(page)).toBeVisible()
  await page.keyboard.press('Escape')

  await page.goto(`./#${SURVEY}`)
  await cell(page, 2, 3).click()
  await page.keyboard.press('/')
  await expect(page.getByRole('textbox', { name: 'Find in these rows' })).toBeFocused()
})
