import type { Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { openAsColleague } from '../colleague.ts'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'
import { DRAFT, OPEN, SURVEY } from '../sharing-page.ts'

const access = (page: Page) => page.getByRole('region', { name: 'Public access' })
const form = (page: Page) => page.getByRole('switch', { name: 'Anyone can view this form', exact: true })
const submissions = (page: Page) => page.getByRole('switch', { name: 'Anyone can view submissions', exact: true })
const submit = (page: Page) => page.getByRole('switch', { name: 'Anyone can submit without signing in', exact: true })

test(
  'A manager opens a survey to the public, and is told who will see what',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo(SURVEY)
    await expect(access(page)).toContainText('Off. Only the 10 people above.')

    await submissions(page).click()
    const dialog = page.getByRole('dialog', { name: 'Let anyone read 1,060 submissions?' })
    await expect(dialog).toContainText('Anyone with the link will see every answer, photo and location')
    await expect(dialog).toContainText('6 questions look personal')
    for (const question of ['Name of the head of household', 'Phone number', 'Location of the dwelling'])
      await expect(dialog.getByText(question, { exact: true })).toBeVisible()
    await expect(dialog).toContainText('“Anyone can view this form” is turned on too.')
    await expect(dialog).toContainText('copies that others made cannot be taken back')
    const confirm = dialog.getByRole('button', { name: 'Make submissions public' })
    await expect(confirm).toBeDisabled()

    await dialog.getByRole('button', { name: 'Keep private' }).click()
    await expect(dialog).toBeHidden()
    await expect(submissions(page)).not.toBeChecked()
    await expect(submissions(page)).toBeFocused()

    await submissions(page).click()
    await expect(dialog.getByRole('checkbox')).not.toBeChecked()
    await dialog.getByRole('checkbox', { name: 'I have checked that these answers can be made public' }).check()
    await confirm.click()
    await expect(dialog).toBeHidden()
    await expect(submissions(page)).toBeChecked()
    await expect(form(page)).toBeChecked()
    await expect(submit(page)).not.toBeChecked()
    await expect(access(page)).toContainText('Public: anyone can view this form and its submissions')

    await page.reload()
    await expect(submissions(page)).toBeChecked()
    await expect(form(page)).toBeChecked()
  },
)

test(
  'A manager copies the public link, and every page of the project says that it is public',
  { tag: BOTH_WIDTHS },
  async ({ page, context, openDemo }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openDemo(OPEN)
    await expect(page.locator('header, main').getByText('Public', { exact: true })).toBeVisible()
    await access(page).getByRole('button', { name: 'Copy public link' }).click()
    await expect(access(page).getByText('Copied')).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^https:.*\/#\/forms\/aWashMappingGarissaPub$/,
    )
    await openDemo('/projects/aMarketPriceMonitoring/sharing') // anyone can submit
    await expect(access(page).getByRole('button', { name: 'Copy link to the web form' })).toBeVisible()
    await openDemo(SURVEY)
    await expect(access(page)).toContainText('Off.')
    await expect(access(page).getByRole('button', { name: /^Copy/ })).toHaveCount(0)
    await expect(page.locator('header, main').getByText('Public', { exact: true })).toBeHidden()
  },
)

test('A manager makes submissions private alone, and the form only together with them', async ({ page, openDemo }) => {
  await openDemo(OPEN)
  await expect(access(page)).toContainText('Public: anyone can view this form and its submissions')

  await form(page).click()
  const dialog = page.getByRole('dialog', { name: 'Turn both off?' })
  await expect(dialog).toContainText('so both are turned off')
  await dialog.getByRole('button', { name: 'Keep both on' }).click()
  await expect(dialog).toBeHidden()
  await expect(form(page)).toBeChecked()

  await submissions(page).click()
  await expect(submissions(page)).not.toBeChecked()
  await expect(form(page)).toBeChecked()
  await expect(page.getByText('Submissions are no longer public. Anyone can still view this form.')).toBeAttached()
  await page.reload()
  await expect(submissions(page)).not.toBeChecked()
  await expect(form(page)).toBeChecked()

  await submissions(page).click()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Make submissions public' }).click()
  await expect(submissions(page)).toBeChecked()
  await form(page).click()
  await dialog.getByRole('button', { name: 'Turn both off' }).click()
  await expect(form(page)).not.toBeChecked()
  await expect(submissions(page)).not.toBeChecked()
  await page.reload()
  await expect(access(page)).toContainText('Off. Only the 5 people above.')
})

test('A manager makes the form public, and private again', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await form(page).click()
  const dialog = page.getByRole('dialog', { name: 'Let anyone view this form?' })
  await expect(dialog).toContainText('the 50 questions with their choices and hints')
  await expect(dialog).toContainText('The 1,060 submissions stay private.')
  await dialog.getByRole('button', { name: 'Make form public' }).click()
  await expect(form(page)).toBeChecked()
  await expect(submissions(page)).not.toBeChecked()
  await page.reload()
  await expect(form(page)).toBeChecked()
  await expect(access(page)).toContainText('Public: anyone can view this form')

  await form(page).click()
  await expect(form(page)).not.toBeChecked()
  await page.reload()
  await expect(access(page)).toContainText('Off. Only the 10 people above.')
})

test('A manager lets anyone submit, and stops it again', { tag: BOTH_WIDTHS }, async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await submit(page).click()
  const dialog = page.getByRole('dialog', { name: 'Let anyone submit without signing in?' })
  await expect(dialog).toContainText('you will not know who sent what')
  await expect(dialog).toContainText('The 1,060 submissions stay private.')
  await dialog.getByRole('button', { name: 'Let anyone submit' }).click()
  await expect(submit(page)).toBeChecked()
  await expect(form(page)).not.toBeChecked()
  await page.reload()
  await expect(submit(page)).toBeChecked()
  await expect(access(page)).toContainText('Public: anyone can submit')

  await submit(page).click()
  await expect(submit(page)).not.toBeChecked()
  await page.reload()
  await expect(submit(page)).not.toBeChecked()
})

test('A draft says that there is nothing to read yet, and that submitting waits', async ({ page, openDemo }) => {
  await openDemo(DRAFT)
  await expect(access(page)).toContainText('once the form is deployed')
  await submissions(page).click()
  await expect(page.getByRole('dialog', { name: 'Let anyone read all future submissions?' })).toContainText(
    'There are no submissions yet.',
  )
})

test("A colleague's change of public access is shown, not overwritten", async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await form(page).click()

  const colleague = await openAsColleague(page, SURVEY)
  await submit(colleague).click()
  await colleague.getByRole('button', { name: 'Let anyone submit' }).click()
  await expect(submit(colleague)).toBeChecked()

  await page.getByRole('button', { name: 'Make form public' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  const alert = access(page).getByRole('alert')
  await expect(alert).toContainText('Someone else changed this')
  await expect(alert).toContainText('The current state: Public: anyone can submit.')
  await expect(form(page)).not.toBeChecked()
  await expect(submit(page)).toBeChecked()
  await expectAccessible(page)

  await alert.getByRole('button', { name: 'Decide again' }).click()
  await form(page).click()
  await page.getByRole('button', { name: 'Make form public' }).click()
  await expect(form(page)).toBeChecked()
  await expect(submit(page)).toBeChecked()
})

test('On a phone the confirmation fits, and its buttons are large enough for a finger', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo(SURVEY)
  await submissions(page).click()
  const dialog = page.getByRole('dialog')
  const confirm = dialog.getByRole('button', { name: 'Make submissions public' })
  await expect(confirm).toBeInViewport({ ratio: 1 })
  // The dialog grows while it opens.
  await expect.poll(async () => (await confirm.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
})
