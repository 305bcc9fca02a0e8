import type { Page } from '@playwright/test'
import { openAsColleague } from '../colleague.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'

const DRAFT = 'aPostDistributionDraft'
const SURVEY = 'aHouseholdTurkana2026x'

const head = (page: Page) => page.getByRole('main')
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
  await expect(dialog(page)).toContainText(/The form with \d+ questions goes live/)
  await expect(dialog(page)).toContainText('So far only you may submit.')
  await expectAccessible(page)
  await confirm(page, 'Deploy')
  await expect(tag(page, 'Deployed')).toBeVisible()
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByRole('link', { name: 'Open web form' })).toHaveAttribute('href', /^https:\/\//)
  await expect(button(page, 'Redeploy')).toBeHidden()
  await expectAccessible(page)

  await rename(page, 'Cash monitoring, December')
  await expect(tag(page, 'Unpublished changes')).toBeVisible()
  await page.getByRole('link', { name: 'Summary' }).click()
  await expect(page.getByText('Collectors still see the old name')).toBeVisible()
  await expectAccessible(page)
  await button(page, 'Redeploy').click()
  await expect(dialog(page)).toContainText('The questions stay as they are')
  await expect(dialog(page)).toContainText('Cash monitoring, December')
  await confirm(page, 'Redeploy')
  await expect(tag(page, 'Unpublished changes')).toBeHidden()
  await expect(page.getByText('Collectors still see the old name')).toBeHidden()
})

test('Changed questions are told apart from a changed name, and published', async ({ page, openDemo }) => {
  await openDemo('/projects/aMenagesNordKivu2epass')
  await expect(page.getByText(/Collectors still fill in the form of \d+ \w+ \d{4}/)).toBeVisible()
  await button(page, 'Redeploy').click()
  await expect(dialog(page)).toContainText(/The questions as saved now are published \(46 questions\)/)
  await expect(dialog(page)).toContainText('2,015 submissions already sent stay.')
  await expect(dialog(page)).toContainText('questions that were renamed or removed are kept too')
  await expectAccessible(page)
  await confirm(page, 'Redeploy')
  await expect(page.getByText('The form is redeployed.')).toBeVisible()
  await expect(page.getByText(/Collectors still fill in/)).toBeHidden()

  await openDemo('/projects/aMarketPriceMonitoring')
  await expect(page.getByText('Collectors still see the old name')).toBeVisible()
})

test('A form that does not compile stays a draft, and the server’s reason is shown', async ({ page, openDemo }) => {
  await openDemo('/projects/aFaultDoesNotCompile99')
  await button(page, 'Deploy').click()
  await confirm(page, 'Deploy')
  const fault = dialog(page).getByRole('alert')
  await expect(fault).toContainText('The form was not deployed')
  await expect(fault).toContainText('The form stays a draft.')
  await expect(fault).toContainText('[row : 12] List name not in choices sheet: county')
  await expect(page.getByRole('alert')).toHaveCount(1) // no notification repeats it
  await expectAccessible(page)
  await confirm(page, 'Cancel')
  await expect(tag(page, 'Draft')).toBeVisible()
})

test('Collection is stopped and started again by keyboard alone', async ({ page, openDemo }) => {
  await openDemo(`/projects/${SURVEY}`)
  await button(page, 'More').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: /Redeploy….*media files/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: 'Archive…' }).press('Enter')
  await expect(dialog(page)).toContainText('Form is not active')
  await expect(dialog(page)).toContainText('1,060 submissions already sent stay readable.')
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: 'Archive', exact: true }).press('Enter')
  await expect(tag(page, 'Archived')).toBeVisible()
  await expect(page.getByText('This project takes no submissions')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open web form' })).toBeHidden()
  await expect(dialog(page)).toBeHidden()
  await expectAccessible(page)

  // The keyboard is still where the actions are.
  await page.keyboard.press('Tab')
  await expect(button(page, 'Unarchive')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toContainText('Collection starts again')
  await dialog(page).getByRole('button', { name: 'Unarchive', exact: true }).press('Enter')
  await expect(tag(page, 'Deployed')).toBeVisible()
})

test('A colleague who saved a newer version is not published unseen', async ({ page, openDemo }) => {
  await openDemo('/projects/aMarketPriceMonitoring')
  await button(page, 'Redeploy').click()
  await expect(dialog(page)).toContainText('Market price monitoring, weekly')

  const colleague = await openAsColleague(page, '/projects/aMarketPriceMonitoring')
  await rename(colleague, 'Market prices')

  await confirm(page, 'Redeploy')
  await expect(dialog(page).getByRole('alert')).toContainText('A newer version was saved than the one you looked at')
  await expect(dialog(page)).toContainText('Market prices')
  await confirm(page, 'Redeploy')
  await expect(tag(page, 'Unpublished changes')).toBeHidden()
})

test('A project that a colleague deployed meanwhile is not deployed again', async ({ page, openDemo }) => {
  await openDemo(`/projects/${DRAFT}`)
  await button(page, 'Deploy').click()
  await expect(dialog(page)).toContainText(/The form with \d+ questions goes live/)
  const colleague = await openAsColleague(page, `/projects/${DRAFT}`)
  await button(colleague, 'Deploy').click()
  await confirm(colleague, 'Deploy')
  await expect(tag(colleague, 'Deployed')).toBeVisible()

  await confirm(page, 'Deploy')
  await expect(dialog(page).getByRole('alert')).toContainText('The project is deployed now')
  await expectAccessible(page)
  await confirm(page, 'Close')
  await expect(tag(page, 'Deployed')).toBeVisible()
})

test('Somebody who may only look is offered nothing that would be refused', async ({ page, openDemo }) => {
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
