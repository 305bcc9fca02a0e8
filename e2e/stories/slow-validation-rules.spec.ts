import { expect, test } from '../fixtures.ts'
import { SURVEY } from '../submissions-page.ts'

/** The newest of 1,060, which are numbered one after another. */
const NEWEST = 2059

test('A validation rule that never ends blocks neither the page nor saving the answer', async ({ page, openDemo }) => {
  await openDemo(`${SURVEY}/${NEWEST}`)
  await page.getByRole('switch', { name: /^Show \d+ questions without an answer$/ }).check()
  await page.getByRole('button', { name: /^Edit the answer to .*Phone number/ }).click()
  const phone = page.getByRole('textbox', { name: 'Phone number' })
  const save = page.getByRole('button', { name: 'Save the answer' })
  const unchecked = page.getByText(/^This rule of the form could not be checked here: /)

  await phone.fill(`${'0123456789'.repeat(6)}x`)
  await expect(unchecked).toBeVisible()
  await expect(save).toBeEnabled()

  // The other rules are still checked.
  await phone.fill('x')
  await expect(unchecked).toBeHidden()
  await expect(save).toBeDisabled()
  await phone.fill('+254 712 345 678')
  await expect(save).toBeEnabled()
  await save.click()
  await expect(page.getByText(/^Saved/)).toBeVisible()
})
