import { readFile } from 'node:fs/promises'
import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { expectAccessible } from '../accessible.ts'
import { openAsColleague } from '../colleague.ts'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'

const { household, arabic } = DEMO_PROJECTS

test('A manager sees the submissions per day of a project, as a chart and as a table', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('link', { name: household.name }).click()
  await expect(page.getByRole('heading', { name: household.name, level: 1 })).toBeVisible()
  await expect(page).toHaveTitle(`Summary · ${household.name} · Fieldboard`)

  const submissions = page.getByRole('region', { name: 'Submissions' })
  await expect(submissions.getByText('1,060')).toBeVisible()
  const details = page.getByRole('region', { name: 'Details' })
  await expect(details.getByText('demo (you)')).toBeVisible()
  await expect(details.getByText('English (en) and Français (fr)')).toBeVisible()

  await submissions.getByRole('button', { name: 'Show as a table' }).click()
  await expect(submissions.getByRole('row')).toHaveCount(8)
  // All days are reachable by keyboard, on a phone too: none is in a scroll box.
  await page.setViewportSize({ width: 390, height: 800 })
  await submissions.getByRole('button', { name: 'Show all 30 days' }).press('Enter')
  await expect(submissions.getByRole('row')).toHaveCount(31)
  const button = submissions.getByRole('button', { name: 'Show fewer days' })
  await expect(button).toBeFocused()
  await button.scrollIntoViewIfNeeded()
  await expect(submissions.getByRole('row').last()).toBeInViewport({ ratio: 1 })
  await submissions.getByRole('combobox', { name: 'Period' }).selectOption('Last 7 days')
  await expect(submissions.getByRole('row')).toHaveCount(8)
})

test('The types of questions are words, and what the device records is folded at the end', async ({
  page,
  openDemo,
}) => {
  await openDemo(`/projects/${household.uid}/form`)
  const outline = page.getByRole('list', { name: 'Form' })
  await expect(outline.getByText('one choice').first()).toBeVisible()
  await expect(outline.getByText('select_one')).toHaveCount(0)
  await expect(outline.getByText('deviceid')).toHaveCount(0)
  const recorded = page.getByRole('list', { name: /^Recorded by the device: \d fields/ })
  await expect(recorded).toBeHidden()
  // By keyboard: questions get their real height as they come into view, and would move it from under a pointer.
  const fold = page.getByText(/^Recorded by the device/)
  await fold.press('Enter')
  await expect(recorded.getByText('deviceid').first()).toBeVisible()
  await fold.press('Enter')
  await expect(recorded).toBeHidden()
  await page.getByRole('searchbox', { name: 'Find a question' }).fill('deviceid') // what matches is not folded
  await expect(page.getByText('deviceid').last()).toBeVisible()

  await page.getByRole('combobox', { name: 'Labels' }).selectOption('XML names')
  await page.getByRole('searchbox').clear()
  await expect(outline.getByText('select_one').first()).toBeVisible()
  await openDemo(`/projects/${household.uid}`)
  const details = page.getByRole('region', { name: 'Details' })
  await expect(details).toContainText(/Sector\s*Humanitarian - Food Security\s*Country\s*Kenya/)
})

test('A manager reads the questions of a form by their XML names, and downloads the form', async ({
  page,
  openDemo,
}) => {
  await openDemo(`/projects/${household.uid}/form`)
  const outline = page.getByRole('list', { name: 'Form' })
  await expect(outline).toBeVisible()

  await page.getByRole('combobox', { name: 'Labels' }).selectOption('XML names')
  await expect(page).toHaveURL(/labels=xml/)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download XLSForm' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe(`${household.name}.xlsx`)
  const content = await readFile(await file.path())
  expect(content.subarray(0, 2).toString()).toBe('PK')
})

test('A manager searches the questions of a form', async ({ page, openDemo }) => {
  await openDemo(`/projects/${arabic.uid}/form`)
  const search = page.getByRole('searchbox', { name: 'Find a question' })
  // Not by role: among a thousand questions that takes longer than the search.
  const count = page.locator('main [role=status]')
  await expect(count).toHaveText('1,013 questions')
  await search.fill('no such words anywhere')
  await expect(count).toHaveText('0 questions')
  await expect(page.getByRole('heading', { name: 'No question matches' })).toBeVisible()
  await search.clear()
  await expect(count).toHaveText('1,013 questions')
  await expect(page.getByRole('list', { name: 'Form' })).toBeVisible()
})

test('A colleague who renamed the project meanwhile is not overwritten', async ({ page, openDemo }) => {
  const settings = `/projects/${household.uid}/settings`
  await openDemo(settings)
  await page.getByLabel('Name', { exact: true }).fill('My name')

  const colleague = await openAsColleague(page, settings)
  await colleague.getByLabel('Name', { exact: true }).fill('Their name')
  await colleague.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(colleague.getByText('Saved.')).toBeVisible()

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('It is now called “Their name”')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('My name')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Use my name anyway' }).click()
  await expect(page.getByRole('heading', { name: 'My name', level: 1 })).toBeVisible()
})

test(
  'A manager deletes a project after typing its name, and can take it back for ten seconds',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    const { name, uid } = DEMO_PROJECTS.archived
    await page.clock.install()
    const ask = async () => {
      await openDemo(`/projects/${uid}/settings`)
      await page.getByRole('button', { name: 'Delete the project…' }).click()
      const dialog = page.getByRole('dialog')
      await expect(dialog).toContainText('1,960 submissions will be deleted, too.')
      await expect(dialog.getByRole('button', { name: 'Delete permanently' })).toBeDisabled()
      await dialog.getByLabel('Type the name of the project to confirm').fill(name)
      await dialog.getByRole('button', { name: 'Delete permanently' }).click()
      await expect(page.getByText('Nothing has been deleted yet.')).toBeVisible()
    }
    await ask()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(page.getByText('Nothing has been deleted yet.')).toBeHidden()

    await ask()
    await page.clock.fastForward(10_000)
    await expect(page.getByText('1 project deleted')).toBeVisible()
    await page.getByRole('searchbox').fill(name)
    await expect(page.getByRole('heading', { name: 'No project matches' })).toBeVisible()
  },
)

test('Somebody who may only view sees the settings, and whom to ask for changes', async ({ page, openDemo }) => {
  await openDemo(`/projects/${DEMO_PROJECTS.viewOnly.uid}/settings`)
  await expect(page.getByText(/ask its owner, joseph/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete the project…' })).toBeHidden()
})
