import type { Page } from '@playwright/test'
import { DEMO_CONNECTION } from '../../src/demo/connection.ts'
import { expectAccessible } from '../accessible.ts'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'
import { readStorage } from '../secrets.ts'
import { demoAs, prepareTab } from '../signed-in.ts'

const demoKey = DEMO_CONNECTION.auth.token

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Renew the API key?' })

/** Shows the API key, and hides it again. */
async function readKey(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Show the API key' }).click()
  const key = await page.locator('code').textContent()
  await page.getByRole('button', { name: 'Hide' }).click()
  await expect(page.locator('code')).toHaveCount(0)
  return key ?? ''
}

test(
  'A manager finds the account in the menu, changes the profile, and is asked before leaving it unsaved',
  { tag: BOTH_WIDTHS },
  async ({ page, isPhone, openDemo }) => {
    await openDemo()
    await page.getByRole('button', { name: isPhone ? /^Menu/ : /^Connection/ }).click()
    await page.getByRole('menuitem', { name: 'Account', exact: true }).click()
    const profile = page.getByRole('region', { name: 'Profile' })
    await expect(page.getByRole('region', { name: 'Account' })).toContainText('demo@example.org')
    await expect(page.getByRole('region', { name: 'Projects offered to you' })).toContainText('1 offer is waiting')
    await expect(profile.getByLabel('Organization name')).toBeDisabled() // the organization decides it

    await profile.getByLabel('Full name').fill('')
    await profile.getByRole('button', { name: 'Save profile' }).click()
    await expect(profile.getByLabel('Full name')).toHaveAccessibleDescription(/required/)
    await profile.getByLabel('Full name').fill('Rose Ekai')
    await profile.getByLabel('City').fill('Lodwar')
    await profile.getByLabel('Country').click()
    await page.getByRole('option', { name: 'Kenya' }).click()

    await page.getByRole('link', { name: 'API key and sign-ins' }).click()
    await page.getByRole('button', { name: 'Stay' }).click()
    await profile.getByRole('button', { name: 'Save profile' }).click()
    await expect(profile.getByText('Saved.')).toBeVisible()
    await page.reload()
    await expect(profile.getByLabel('City')).toHaveValue('Lodwar')
    await expect(profile.getByLabel('Country')).toHaveValue('Kenya')
  },
)

test(
  'The API key is renewed only with the right password, and this browser goes on with the new one',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo('/account/security')
    const old = await readKey(page)
    await page.getByRole('button', { name: 'Renew the API key…' }).click()
    await dialog(page).getByLabel('Password', { exact: true }).fill('wrong')
    await dialog(page).getByRole('button', { name: 'Renew the key' }).click()
    await expect(dialog(page).getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
      /The key was not changed/,
    )
    await dialog(page).getByRole('button', { name: 'Cancel' }).click()
    expect(await readKey(page)).toBe(old)

    await page.getByRole('button', { name: 'Renew the API key…' }).click()
    await dialog(page).getByLabel('Password', { exact: true }).fill('demo')
    await page.keyboard.press('Enter')
    await expect(page.getByText('The API key was renewed')).toBeVisible()
    const next = await readKey(page)
    expect(next).not.toBe(old)

    await page.reload()
    await expect(page.getByRole('button', { name: 'Show the API key' })).toBeVisible()
    await page.getByRole('link', { name: 'Projects', exact: true }).click()
    await expect(page.getByRole('table')).toBeVisible()
    const stored = [...(await readStorage(page, page.context())).values()].join('\n')
    expect(stored).toContain(next)
    expect(stored).not.toContain(old)
  },
)

test(
  'Where the new key does not come, the page says that the old one is gone, and gets it at the next attempt',
  { tag: BOTH_WIDTHS },
  async ({ page }) => {
    // The password is checked, the key deleted; then the server fails once.
    await prepareTab(page, { connections: [demoAs('demo')], chaos: '500;path=/token/;on=read;after=1;times=1' })
    await page.goto('./#/account/security')
    await page.getByRole('button', { name: 'Renew the API key…' }).click()
    await dialog(page).getByLabel('Password', { exact: true }).fill('demo')
    await dialog(page).getByRole('button', { name: 'Renew the key' }).click()
    await expect(dialog(page).getByText('The old key was deleted, and there is no new one yet')).toBeVisible()
    await expect(dialog(page)).toContainText('Try again to get the new key.')
    await expectAccessible(page)
    await dialog(page).getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText('This browser uses the new one.')).toBeVisible()
    expect(await readKey(page)).not.toBe(demoKey)
  },
)

test('Signing out everywhere says that API keys stay valid', { tag: BOTH_WIDTHS }, async ({ page, openDemo }) => {
  await openDemo('/account/security')
  await page.getByRole('button', { name: 'Sign out everywhere…' }).click()
  const question = page.getByRole('dialog', { name: 'Sign out of all sessions?' })
  await expect(question).toContainText('This app stays signed in.')
  await question.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'All sessions were ended' })).toContainText('renew it')
  await page.getByRole('link', { name: 'Recent activity of your account' }).click()
  await expect(page.getByRole('list', { name: 'Entries, newest first' })).toBeVisible()
})
