import { readFile } from 'node:fs/promises'
import { openAsColleague } from '../colleague.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'

const SURVEY = 'Household vulnerability survey, Turkana 2026'

test('A manager sees at a glance how a project goes', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('link', { name: SURVEY }).click()
  await expect(page.getByRole('heading', { name: SURVEY, level: 1 })).toBeVisible()
  await expect(page).toHaveTitle(`Summary · ${SURVEY} · Fieldboard`)

  const submissions = page.getByRole('region', { name: 'Submissions' })
  await expect(submissions.getByText('1,060')).toBeVisible()
  const details = page.getByRole('region', { name: 'Details' })
  await expect(details.getByText('demo (you)')).toBeVisible()
  await expect(details.getByText('English (en) and Français (fr)')).toBeVisible()
  await expectAccessible(page)

  await submissions.getByRole('button', { name: 'Show as a table' }).click()
  await expect(submissions.getByRole('row')).toHaveCount(8)
  // All days by keyboard, on a phone too: none of them is in a box that hides it.
  await page.setViewportSize({ width: 390, height: 800 })
  await submissions.getByRole('button', { name: 'Show all 30 days' }).press('Enter')
  await expect(submissions.getByRole('row')).toHaveCount(31)
  const button = submissions.getByRole('button', { name: 'Show fewer days' })
  await expect(button).toBeFocused()
  await button.scrollIntoViewIfNeeded()
  await expect(submissions.getByRole('row').last()).toBeInViewport({ ratio: 1 })
  await submissions.getByRole('combobox', { name: 'Period' }).selectOption('Last 7 days')
  await expect(submissions.getByRole('row')).toHaveCount(8)
  await expectAccessible(page)
})

test('A manager reads the questions of a form in another language, and downloads it', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('link', { name: SURVEY }).click()
  await page.getByRole('link', { name: 'Form', exact: true }).click()
  const outline = page.getByRole('list', { name: 'Form' })
  await expect(outline).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('combobox', { name: 'Labels' }).selectOption('XML names')
  await expect(page).toHaveURL(/labels=xml/)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download XLSForm' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe(`${SURVEY}.xlsx`)
  const content = await readFile(await file.path())
  expect(content.subarray(0, 2).toString()).toBe('PK')
})

test('A question is found among many', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('searchbox').fill('الحديدة')
  // Until only its row is left, the rows move under the mouse.
  await expect(page.getByText('1 project matches')).toBeVisible()
  await page.getByRole('link', { name: 'مسح احتياجات الأسر، الحديدة' }).click()
  await page.getByRole('link', { name: 'Form', exact: true }).click()
  await page.getByRole('searchbox', { name: 'Find a question' }).fill('no such words anywhere')
  await expect(page.getByRole('heading', { name: 'No question matches' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Find a question' }).clear()
  await expect(page.getByRole('list', { name: 'Form' })).toBeVisible()
})

test('A colleague who renamed the project meanwhile is not overwritten', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('link', { name: SURVEY }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Name', { exact: true }).fill('My name')

  const colleague = await openAsColleague(page, '/projects')
  await colleague.getByRole('link', { name: SURVEY }).click()
  await colleague.getByRole('link', { name: 'Settings' }).click()
  await colleague.getByLabel('Name', { exact: true }).fill('Their name')
  await colleague.getByRole('button', { name: 'Save' }).click()
  await expect(colleague.getByText('Saved.')).toBeVisible()

  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('It is now called “Their name”')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('My name')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Use my name all the same' }).click()
  await expect(page.getByRole('heading', { name: 'My name', level: 1 })).toBeVisible()
})

test('A project is deleted only with its name typed', async ({ page, openDemo }) => {
  const name = 'Post-distribution monitoring, cash, November'
  await openDemo()
  await page.getByRole('link', { name }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Delete the project…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('There is no way back')
  await expect(dialog.getByRole('button', { name: 'Delete for ever' })).toBeDisabled()
  await dialog.getByLabel('Type the name of the project to confirm').fill(name)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Delete for ever' }).click()

  await expect(page.getByRole('heading', { name: 'Projects', level: 1, exact: true })).toBeVisible()
  await page.getByRole('searchbox').fill('Post-distribution monitoring, cash, November')
  await expect(page.getByRole('heading', { name: 'No project matches' })).toBeVisible()
})

test('Somebody who may only look sees the settings as told, with whom to ask', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('link', { name: 'SMART nutrition survey, round 3, Baidoa' }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByText(/Ask its owner, joseph/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete the project…' })).toBeHidden()
  await expectAccessible(page)
})
