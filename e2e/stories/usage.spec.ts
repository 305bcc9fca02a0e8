import type { Page } from '@playwright/test'
import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'

const { household } = DEMO_PROJECTS

test(
  'A person finds what the account uses, and goes to a project that uses it and to its activity',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo('/account')
    await page.getByRole('navigation', { name: 'Account' }).getByRole('link', { name: 'Usage' }).click()
    await expect(page.getByText('This server sets no limits.')).toBeVisible()
    const total = page.getByRole('table', { name: 'Usage' }).getByRole('row', { name: /^Submissions/ })
    await expect(total.getByRole('cell').last()).toHaveText(/^[\d,]+$/)
    await page.getByRole('combobox', { name: 'Order of the projects' }).selectOption('Name, A to Z')
    const projects = page.getByRole('table', { name: 'By project' })
    await expect(projects).toHaveAttribute('aria-busy', 'false')
    await projects.getByRole('link', { name: household.name }).click()
    await expect(page).toHaveURL(new RegExp(`/projects/${household.uid}$`))

    await goTo(page, 'activity')
    await expect(page).toHaveURL(new RegExp(`/projects/${household.uid}/settings/activity`))
    await goTo(page, 'usage')
    await expect(page).toHaveURL(/account\/usage$/)
  },
)

/** Goes to the first page whose name has this word. */
async function goTo(page: Page, word: string) {
  const dialog = page.getByRole('dialog')
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+k')
    await expect(dialog).toBeVisible({ timeout: 500 })
  }).toPass()
  await dialog.getByRole('textbox').fill(word)
  await expect(dialog.getByRole('button', { name: new RegExp(word, 'i') }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
}
