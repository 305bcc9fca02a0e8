import { expect, tabTo, test, textOf, useLanguage } from '../fixtures.ts'
import { activeCell, cell, grid, panel, row, SURVEY } from '../submissions-page.ts'

const rows = (text: string) => `Rows ${text} of 1,060`

test('A manager reads the submissions of a survey, the newest first', async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('link', { name: 'Household vulnerability survey, Turkana 2026' }).click()
  await page.getByRole('link', { name: /^Submissions/ }).click()

  await expect(page.getByText('1,060 submissions')).toBeVisible()
  await expect(page).toHaveTitle('Submissions · Household vulnerability survey, Turkana 2026 · Fieldboard')
  await expect(page.getByText(rows('1–100'))).toBeVisible()
  await expect(page.getByText('Times in East Africa Time (UTC+3)')).toBeVisible()

  await expect(grid(page)).toHaveAttribute('aria-rowcount', '102')
  await expect(grid(page).getByRole('columnheader', { name: 'Validation status' })).toBeVisible()
  await expect(grid(page).getByRole('columnheader', { name: 'Household code text' })).toBeVisible()
  await expect(grid(page).getByRole('columnheader', { name: 'Metadata' })).toBeVisible()
  await expect(grid(page).getByRole('columnheader', { name: 'Household', exact: true })).toBeVisible()
  await expect(cell(page, 1, 2)).toHaveText(/^[A-Z]{2}-\d\d-060$/)
  await expect(cell(page, 2, 2)).toHaveText(/^[A-Z]{2}-\d\d-059$/)
})

test('The address keeps page and page size, across Back and a reload', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await expect(page.getByText(rows('1–100'))).toBeVisible()
  await expect(page.getByRole('button', { name: 'Previous page' })).toBeDisabled()

  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText(rows('101–200'))).toBeVisible()
  await expect(page.getByText('Page 2 of 11')).toBeVisible()
  await expect(cell(page, 1, 2)).toHaveText(/-9\d\d$/)
  await expect(page).toHaveURL(/page=2/)

  await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('500 per page')
  await expect(page.getByText(rows('1–500'))).toBeVisible()
  await expect(page.getByText('Page 1 of 3')).toBeVisible()
  await page.reload()
  await expect(page.getByText(rows('1–500'))).toBeVisible()

  await page.goBack()
  await expect(page.getByText(rows('101–200'))).toBeVisible()
  await page.goForward()
  await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('1,000 per page')
  await expect(page.getByText(rows('1–1,000'))).toBeVisible()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '1002')
})

test('An address of a page beyond the end opens the last page', async ({ page, openDemo }) => {
  await openDemo(`${SURVEY}?page=99`)
  await expect(page.getByText(rows('1,001–1,060'))).toBeVisible()
  await expect(page).toHaveURL(/page=11$/)
  await expect(page.getByRole('button', { name: 'Next page' })).toBeDisabled()
})

test('A manager shows questions and choices in the form’s other language, or by their XML names', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  const labels = page.getByRole('combobox', { name: 'Labels' })
  await expect(grid(page).getByRole('columnheader', { name: 'Sub-county one choice' })).toBeVisible()

  await labels.selectOption('Labels, Français (fr)')
  await expect(grid(page).getByRole('columnheader', { name: 'Code du ménage' })).toBeVisible()
  await expect(
    grid(page)
      .getByText(/^Turkana (Nord|Sud|Est|Centre)$/)
      .first(),
  ).toBeVisible()
  await expect(page).toHaveURL(/labels=1/)

  await labels.selectOption('XML names')
  await expect(grid(page).getByRole('columnheader', { name: 'subcounty one choice' })).toBeVisible()
  await expect(
    grid(page)
      .getByText(/^turkana_(north|south|east|central)$/)
      .first(),
  ).toBeVisible()
  await page.reload()
  await expect(grid(page).getByRole('columnheader', { name: 'hh_code' })).toBeVisible()
  await expect(labels.locator('option:checked')).toHaveText('XML names')
})

test('A French manager reads the table in French', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await expect(grid(page)).toBeVisible()
  await useLanguage(page, 'fr')
  await expect(page.getByText(/^1\s060 soumissions$/)).toBeVisible()
  const table = page.getByRole('grid', { name: 'Soumissions' })
  await expect(table.getByRole('columnheader', { name: 'Soumise date et heure' })).toBeVisible()
  await expect(table.getByText('Aucun').first()).toBeVisible()
  await expect(page.getByText(/^Lignes 1–100 sur 1\s060$/)).toBeVisible()
})

test('A submission opens beside the table: Back closes it, Forward and a reload open it again', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  const title = cell(page, 2, 2)
  const name = await textOf(title)
  await title.getByRole('link').click()

  await expect(panel(page).getByRole('heading', { name, level: 2 })).toBeVisible()
  await expect(panel(page).getByText(/^Submitted \d+ \w+ \d{4}, \d\d:\d\d by enum_team_\d\d$/)).toBeVisible()
  await expect(panel(page).getByRole('heading', { name: 'Water', level: 3 })).toBeVisible()
  await expect(panel(page).getByText('No answer').first()).toBeVisible()
  const members = panel(page).getByRole('region', { name: /^Household member \d+ entr/ })
  await expect(members.getByRole('columnheader')).toContainText(['Entry', 'Name'])
  await expect(row(page, 2)).toHaveAttribute('aria-current', 'true')

  await page.goBack()
  await expect(panel(page)).toBeHidden()
  await page.goForward()
  await expect(panel(page).getByRole('heading', { name, level: 2 })).toBeVisible()
  await page.reload()
  await expect(panel(page).getByRole('heading', { name, level: 2 })).toBeVisible()

  await panel(page).getByRole('button', { name: 'Next submission' }).click()
  await expect(row(page, 3)).toHaveAttribute('aria-current', 'true')
  await cell(page, 5, 3).click()
  await expect(row(page, 5)).toHaveAttribute('aria-current', 'true')
  await panel(page).getByRole('button', { name: 'Close the submission' }).click()
  await expect(panel(page)).toBeHidden()
  await expect(page).not.toHaveURL(/submission=/)
})

test('A manager moves through the table and opens a submission by keyboard alone', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await expect(cell(page, 1, 2)).toBeVisible()
  await page.getByRole('button', { name: /^Columns: / }).focus()
  await tabTo(page, grid(page)) // other controls of the toolbar may follow
  await expect(activeCell(page)).toHaveText('None')

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const name = await textOf(cell(page, 2, 2))
  await expect(activeCell(page)).toHaveText(name)
  await page.keyboard.press('Enter')
  const heading = panel(page).getByRole('heading', { name, level: 2 })
  await expect(heading).toBeFocused()

  await expect(panel(page).getByRole('button', { name: 'Next submission' })).toBeEnabled()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(await textOf(cell(page, 3, 2)))

  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
  await expect(grid(page)).toBeFocused()
  await expect(activeCell(page)).toHaveAttribute('aria-colindex', '3')

  await page.keyboard.press('Control+End')
  await expect(activeCell(page)).toBeInViewport({ ratio: 0.95 })
  await page.keyboard.press('Space')
  await expect(panel(page).getByRole('heading', { level: 2 })).toBeFocused()
  await expect(row(page, 100)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
  await expect(grid(page)).toBeFocused()

  // The table is one tab stop: the next is in the footer.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Rows per page' })).toBeFocused()
})

test('A photo is loaded when the manager shows it', async ({ page, openDemo }) => {
  await openDemo(`${SURVEY}?size=1000`)
  await expect(cell(page, 1, 2)).toBeVisible()
  // Not every submission has a photo: go to the next one that has.
  await cell(page, 1, 2).getByRole('link').click()
  await expect(panel(page).getByText(/^Submitted /)).toBeVisible()
  const title = panel(page).getByRole('heading', { level: 2 })
  const show = panel(page).getByRole('button', { name: /^Show .*water_photo.*\.png/ })
  for (let number = 2; number < 40 && !(await show.isVisible()); number += 1) {
    await panel(page).getByRole('button', { name: 'Next submission' }).click()
    await expect(row(page, number)).toHaveAttribute('aria-current', 'true')
    await expect(title).toHaveText(await textOf(cell(page, number, 2)))
    await expect(panel(page).getByText(/^Submitted /)).toBeVisible()
  }

  await show.click()
  const picture = panel(page).getByRole('img', { name: /water_photo/ })
  await expect(picture).toHaveJSProperty('complete', true)
  await expect(picture).not.toHaveJSProperty('naturalWidth', 0)
  expect(await picture.getAttribute('src')).toMatch(/^blob:/)

  const download = page.waitForEvent('download')
  await panel(page)
    .getByRole('button', { name: /^Download .*water_photo/ })
    .click()
  expect((await download).suggestedFilename()).toMatch(/^water_photo_\d+\.png$/)
  await panel(page)
    .getByRole('button', { name: /^Hide / })
    .click()
  await expect(picture).toBeHidden()
})

test('A link to a submission opens it, whatever its page; a link to a deleted one says so', async ({
  page,
  openDemo,
}) => {
  await openDemo(`${SURVEY}?page=11`)
  const last = cell(page, 60, 2)
  await expect(page.getByText(rows('1,001–1,060'))).toBeVisible()
  await grid(page).focus()
  await page.keyboard.press('Control+End')
  const name = await textOf(last)
  await last.getByRole('link').click()
  await expect(page).toHaveURL(/submission=/)
  const id = Number(/submission=(\d+)/.exec(page.url())?.[1])

  await page.goto(`./#${SURVEY}?submission=${id}`)
  await expect(page.getByText(rows('1–100'))).toBeVisible()
  await expect(panel(page).getByRole('heading', { name, level: 2 })).toBeVisible()
  await expect(panel(page).getByText(/^Submitted /)).toBeVisible()

  await page.goto(`./#${SURVEY}?submission=7`)
  await expect(panel(page).getByRole('alert')).toContainText('This submission no longer exists')
})
