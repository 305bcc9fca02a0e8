import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expectAccessible } from '../accessible.ts'
import { openAsColleague } from '../colleague.ts'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'

const DRAFT = 'aPostDistributionDraft'
const SURVEY = 'aHouseholdTurkana2026x'

/** On a phone the project's head is in the top bar. */
const head = (page: Page) => page.locator('header, main')
const button = (page: Page, name: string) => head(page).getByRole('button', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')
const confirm = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click()
const tag = (page: Page, name: string) => head(page).getByText(name, { exact: true }).first()

async function fromMenu(page: Page, name: string | RegExp) {
  await button(page, 'More').click()
  await page.getByRole('menuitem', { name }).click()
}

async function rename(page: Page, name: string) {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

test('A manager deploys a draft, renames it, and redeploys so that collectors see the name', async ({
  page,
  openDemo,
}) => {
  await openDemo(`/projects/${DRAFT}`)
  await expect(page.getByText('Nobody can fill it in until you deploy it.')).toBeVisible()
  await button(page, 'Deploy').click()
  await expect(dialog(page)).toContainText(/The form \(\d+ questions\) goes live/)
  await expect(dialog(page)).toContainText('Only you can submit for now.')
  await confirm(page, 'Deploy')
  await expect(dialog(page)).toContainText('The form is deployed')
  await confirm(page, 'Close')
  await expect(tag(page, 'Deployed')).toBeVisible()
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByRole('link', { name: 'Open web form' })).toHaveAttribute('href', /#\/demo\/web-form/)
  await expect(button(page, 'Redeploy')).toBeHidden()

  await rename(page, 'Cash monitoring, December')
  await expect(tag(page, 'Unpublished changes')).toBeVisible()
  await page.getByRole('link', { name: 'Summary' }).click()
  await expect(page.getByText('Collectors still see the old name')).toBeVisible()
  await button(page, 'Redeploy').click()
  await expect(dialog(page)).toContainText(
    'Collectors still see the old name, Post-distribution monitoring, cash, November. They will see Cash monitoring, December.',
  )
  await confirm(page, 'Redeploy')
  await expect(tag(page, 'Unpublished changes')).toBeHidden()
  await expect(page.getByText('Collectors still see the old name')).toBeHidden()
})

test(
  'After deploying, a manager copies the link, downloads its QR code, and adds people',
  { tag: BOTH_WIDTHS },
  async ({ page, context, openDemo }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openDemo(`/projects/${DRAFT}`)
    await page.getByRole('button', { name: 'Deploy this form' }).click() // of the notice
    await confirm(page, 'Deploy')
    await expect(dialog(page)).toHaveAccessibleName('The form is deployed')
    await expect(dialog(page).getByText('People can fill it in now.')).toBeVisible()
    const shown = dialog(page).getByRole('link', { name: /^https?:/ })
    const link = await shown.getAttribute('href')
    await expect(shown).toHaveText(link ?? '')
    await dialog(page).getByRole('button', { name: 'Copy link' }).click()
    await expect(dialog(page).getByText('Copied')).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)

    await expect(dialog(page).getByRole('img', { name: 'QR code of the link to the web form' })).toBeVisible()
    const download = page.waitForEvent('download')
    await dialog(page).getByRole('button', { name: 'Download QR code' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('QR code Post-distribution monitoring, cash, November.png')
    expect((await readFile(await file.path())).subarray(1, 4).toString()).toBe('PNG')

    await dialog(page).getByRole('button', { name: 'Collect with the KoboCollect app' }).click()
    await expect(dialog(page).getByRole('listitem').filter({ hasText: 'KoboCollect' })).toBeVisible()
    await expect(dialog(page)).toContainText(/Enter this server URL:\s*https:\/\//)
    await dialog(page).getByRole('button', { name: 'Show settings code' }).click()
    await expect(dialog(page).getByRole('img', { name: 'QR code with the settings for KoboCollect' })).toBeVisible()
    await expect(dialog(page)).toContainText('The code contains no password.')

    await expect(dialog(page)).toContainText('Only you can submit for now.')
    await dialog(page).getByRole('link', { name: 'Add people' }).click()
    await expect(page).toHaveURL(/\/sharing/)
    await expect(dialog(page)).toBeHidden()
    await expect(page.getByRole('form', { name: 'Add people' })).toBeVisible()
  },
)

test('The Summary of a deployed project has the link and the QR code, for those who can submit', async ({
  page,
  openDemo,
}) => {
  await openDemo(`/projects/${SURVEY}`)
  const card = page.getByRole('region', { name: 'Collect data' })
  await expect(card).toContainText('6 people can submit.')
  await expect(card.getByRole('link', { name: /#\/demo\/web-form/ })).toBeVisible()
  await card.getByRole('button', { name: 'Show QR code' }).click()
  await expect(card.getByRole('img', { name: 'QR code of the link to the web form' })).toBeVisible()
  await card.getByRole('button', { name: 'Hide QR code' }).click()
  await expect(card.getByRole('img')).toHaveCount(0)

  for (const uid of ['aSmartNutritionBaidoa3', 'aSchoolFeeding2025arch', DRAFT]) {
    await openDemo(`/projects/${uid}`)
    await expect(page.getByRole('region', { name: 'Details' })).toBeVisible()
    await expect(card).toBeHidden() // view only, archived, draft
  }
})

test('A manager deploys a draft from its Submissions tab', async ({ page, openDemo }) => {
  await openDemo(`/projects/${DRAFT}/submissions`)
  await page.getByRole('button', { name: 'Deploy this form' }).click()
  await confirm(page, 'Deploy')
  await expect(dialog(page)).toHaveAccessibleName('The form is deployed')
  await confirm(page, 'Close')
  await expect(page.getByRole('heading', { name: 'No submissions yet' })).toBeVisible()
})

test('A manager archives and deletes a project from its settings as from its menu', async ({ page, openDemo }) => {
  await openDemo(`/projects/${SURVEY}/settings`)
  await button(page, 'More').click()
  await expect(page.getByRole('menuitem')).toHaveText([/^Redeploy/, 'Archive…', 'Delete the project…'])
  await page.getByRole('menuitem', { name: 'Delete the project…' }).click()
  await expect(dialog(page)).toContainText('1,060 submissions will be deleted, too.')
  await confirm(page, 'Keep the project')
  await expect(dialog(page)).toBeHidden()

  await button(page, 'Archive…').click()
  await confirm(page, 'Archive')
  await expect(tag(page, 'Archived')).toBeVisible()
  await button(page, 'Unarchive…').click()
  await confirm(page, 'Unarchive')
  await expect(tag(page, 'Deployed')).toBeVisible()
})

test('A manager deploys changed questions, which the page tells from a changed name', async ({ page, openDemo }) => {
  await openDemo('/projects/aMenagesNordKivu2epass')
  await expect(page.getByText(/Collectors still use the form of \d+ \w+ \d{4}/)).toBeVisible()
  await button(page, 'Redeploy').click()
  await expect(dialog(page)).toContainText(/Redeploying publishes the saved version \(46 questions\)/)
  await expect(dialog(page)).toContainText('2,015 submissions already sent are not affected.')
  await expect(dialog(page)).toContainText('Answers to renamed or removed questions are not lost')
  await confirm(page, 'Redeploy')
  await expect(page.getByText('The form is redeployed.')).toBeVisible()
  await expect(page.getByText(/Collectors still use the form/)).toBeHidden()

  await openDemo('/projects/aMarketPriceMonitoring')
  await expect(page.getByText('Collectors still see the old name')).toBeVisible()
})

test('A form that does not compile stays a draft, and the server’s reason is shown', async ({ page, openDemo }) => {
  await openDemo('/demo?faults&next=/projects/aFaultDoesNotCompile99')
  await button(page, 'Deploy').click()
  await confirm(page, 'Deploy')
  await expect(dialog(page)).toHaveAccessibleName('This form was not deployed')
  await expect(dialog(page)).not.toContainText('goes live')
  await expect(dialog(page).getByRole('button', { name: 'Deploy', exact: true })).toBeHidden() // it would be refused again
  const fault = dialog(page).getByRole('alert')
  await expect(fault).toContainText('The server found an error in the form')
  await expect(fault).toContainText('The form is still a draft.')
  await expect(fault).toContainText('There is no choice list “county”.')
  await fault.getByText('Details: what the server said').click()
  await expect(fault).toContainText('[row : 12] List name not in choices sheet: county')
  await expect(page.getByRole('alert')).toHaveCount(1) // no notification repeats it
  await confirm(page, 'Close')
  await expect(tag(page, 'Draft')).toBeVisible()
})

test('A manager archives a project and unarchives it by keyboard alone', async ({ page, openDemo }) => {
  await openDemo(`/projects/${SURVEY}`)
  await button(page, 'More').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: /Redeploy….*media files/ })).toBeVisible()
  await page.getByRole('menuitem', { name: 'Archive…' }).press('Enter')
  await expect(dialog(page)).toContainText('Form is not active')
  await expect(dialog(page)).toContainText('1,060 submissions already sent can still be read.')
  await dialog(page).getByRole('button', { name: 'Archive', exact: true }).press('Enter')
  await expect(tag(page, 'Archived')).toBeVisible()
  await expect(page.getByText('This project does not accept submissions')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open web form' })).toBeHidden()
  await expect(dialog(page)).toBeHidden()

  // The focus is still near the actions.
  await page.keyboard.press('Tab')
  await expect(button(page, 'Unarchive')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toContainText('Data collection starts again')
  await dialog(page).getByRole('button', { name: 'Unarchive', exact: true }).press('Enter')
  await expect(tag(page, 'Deployed')).toBeVisible()
})

test('A colleague’s newer version is not deployed without being shown first', async ({ page, openDemo }) => {
  await openDemo('/projects/aMarketPriceMonitoring')
  await button(page, 'Redeploy').click()
  await expect(dialog(page)).toContainText('Market price monitoring, weekly')

  const colleague = await openAsColleague(page, '/projects/aMarketPriceMonitoring')
  await rename(colleague, 'Market prices')

  await confirm(page, 'Redeploy')
  await expect(dialog(page).getByRole('alert')).toContainText('Someone saved a newer version than the one you saw')
  await expect(dialog(page)).toContainText('Market prices')
  await confirm(page, 'Redeploy')
  await expect(tag(page, 'Unpublished changes')).toBeHidden()
})

test('A project that a colleague deployed meanwhile is not deployed again', async ({ page, openDemo }) => {
  await openDemo(`/projects/${DRAFT}`)
  await button(page, 'Deploy').click()
  await expect(dialog(page)).toContainText(/The form \(\d+ questions\) goes live/)
  const colleague = await openAsColleague(page, `/projects/${DRAFT}`)
  await button(colleague, 'Deploy').click()
  await confirm(colleague, 'Deploy')
  await confirm(colleague, 'Close')
  await expect(tag(colleague, 'Deployed')).toBeVisible()

  await confirm(page, 'Deploy')
  await expect(dialog(page)).toHaveAccessibleName('The project is deployed now')
  await expect(dialog(page).getByRole('alert')).toContainText('Someone else changed it')
  await expectAccessible(page)
  await confirm(page, 'Close')
  await expect(tag(page, 'Deployed')).toBeVisible()
})

test('Somebody who may only view is offered no action that would be refused', async ({ page, openDemo }) => {
  await openDemo('/projects/aSmartNutritionBaidoa3')
  await expect(tag(page, 'Deployed')).toBeVisible()
  for (const name of ['Deploy', 'Redeploy', 'Archive', 'More']) await expect(button(page, name)).toBeHidden()
  await expect(page.getByRole('link', { name: 'Open web form' })).toBeHidden()
})

test('On a phone the web form is in the menu, and the dialog fits', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo('/projects/aMenagesNordKivu2epass')
  await expect(page.getByRole('link', { name: 'Open web form' })).toBeHidden()
  await button(page, 'More').click()
  await expect(page.getByRole('menuitem', { name: 'Open web form' })).toHaveAttribute('rel', 'noopener')
  await page.keyboard.press('Escape')
  await button(page, 'Redeploy').click()
  await expect(dialog(page)).toContainText('Redeploy this form?')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await confirm(page, 'Cancel')
  await fromMenu(page, 'Archive…')
  await expect(dialog(page)).toContainText('Archive this project?')
})
