import { expect, type Page, test } from '@playwright/test'
import { existsSync } from 'node:fs'

const FORM = new URL('../../shared/forms/own/small-en-fr.xlsx', import.meta.url)

const tab = (page: Page, name: RegExp | string) =>
  page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name })

/** Turns a kind of public access on, through its confirmation, and off again. */
async function openAndClose(page: Page, name: string, confirm: string, { hasCheckbox = false } = {}) {
  const access = page.getByRole('switch', { name })
  await expect(access).not.toBeChecked()
  await access.click()
  const dialog = page.getByRole('dialog')
  if (hasCheckbox) await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: confirm }).click()
  await expect(access).toBeChecked()

  await access.click()
  await expect(access).not.toBeChecked()
}

/** Signs in by the given function, then imports a form, deploys it, shares it, and deletes it again. */
export async function runMainWorkflow(page: Page, signIn: () => Promise<void>, otherUsername?: string) {
  test.skip(!existsSync(FORM), `${FORM.pathname} is not there`)

  await test.step('signs in', async () => {
    await signIn()
    await expect(page.getByRole('heading', { name: 'Projects', level: 1, exact: true })).toBeVisible()
  })

  await test.step('imports a form', async () => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import XLSForm' }).first().click()
    await (await chooser).setFiles(FORM.pathname)
    await page.getByRole('main').getByRole('link', { name: 'Open project' }).click({ timeout: 120_000 })
    const heading = page.getByRole('heading', { level: 1 })
    await expect(tab(page, 'Summary')).toBeVisible()
    await expect(heading).toHaveText(/\S/)
  })

  await test.step('deploys it', async () => {
    await page.getByRole('button', { name: 'Deploy', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Deploy', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'The form is deployed' })).toBeVisible({ timeout: 120_000 })
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('main').getByText('Deployed', { exact: true }).first()).toBeVisible({
      timeout: 120_000,
    })
  })

  await test.step('opens it to the public, and closes it again', async () => {
    await tab(page, 'Sharing').click()
    await openAndClose(page, 'Anyone can view this form', 'Make form public')
    await openAndClose(page, 'Anyone can submit without signing in', 'Let anyone submit')
    await openAndClose(page, 'Anyone can view submissions', 'Make submissions public', { hasCheckbox: true })
    const form = page.getByRole('switch', { name: 'Anyone can view this form' })
    await expect(form).toBeChecked() // was turned on along with the submissions
    await form.click()
    await expect(form).not.toBeChecked()
  })

  if (otherUsername !== undefined) {
    await test.step('shares it', async () => {
      await page.getByRole('button', { name: 'Add people' }).click()
      await page.getByLabel('Username').fill(otherUsername)
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      await expect(page.getByRole('combobox', { name: new RegExp(`Role of .*${otherUsername}`) })).toBeVisible()
    })
  }

  await test.step('opens the submissions', async () => {
    await tab(page, /^Submissions/).click()
    await expect(page.getByRole('heading', { name: 'No submissions yet' })).toBeVisible()
  })

  await test.step('deletes what it made', async () => {
    await tab(page, 'Settings').click()
    await page.getByRole('button', { name: 'Delete the project…' }).click()
    await page.getByRole('button', { name: 'Delete permanently' }).click()
    // It can be taken back for ten seconds.
    await expect(page.getByText('1 project deleted')).toBeVisible({ timeout: 20_000 })
  })
}
