import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expectAccessible } from '../accessible.ts'
import { openAsColleague } from '../colleague.ts'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'
import { grid, SURVEY } from '../submissions-page.ts'
import { parseCsv } from '#/lib/spreadsheet/parse-csv.ts'

const FILTER = JSON.stringify({
  join: 'and',
  parts: [{ field: 'hh/people', test: { op: 'number', from: '9', to: null } }],
})
const FILTERED = `${SURVEY}?filter=${encodeURIComponent(FILTER)}`

const yourExports = (page: Page) => page.getByRole('region', { name: 'Your exports' })
const saved = (page: Page) => page.getByRole('region', { name: 'Saved settings' })

async function downloaded(page: Page) {
  const download = page.waitForEvent('download')
  await yourExports(page)
    .getByRole('button', { name: /^Download/ })
    .click()
  const file = await download
  return { name: file.suggestedFilename(), rows: parseCsv((await readFile(await file.path())).toString('utf8')) }
}

test(
  'A manager exports what the table shows on the server, and the file has the same rows',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo(FILTERED)
    const dialog = page.getByRole('dialog', { name: 'Export submissions' })
    await page.getByRole('button', { name: 'Export…' }).click()
    const start = await dialog.getByRole('button', { name: /^Export \d+ submissions$/ }).textContent()
    const count = Number(/\d+/.exec(start ?? '')?.[0])
    await dialog.getByRole('link', { name: 'Export on the server…' }).click()
    await expect(page.getByRole('group', { name: 'Which submissions' })).toContainText('match the filter')
    await page.getByRole('radio', { name: 'CSV' }).check()
    await page.getByLabel('Name in the list (optional)').fill('Large households')
    await page.getByRole('button', { name: 'Export on the server' }).click()
    // The demo's file is there after a second, before or after the page is loaded again.
    await expect(yourExports(page).getByText(/^The server is creating the file|^Ready/)).toBeVisible()
    await page.reload()
    await expect(yourExports(page).getByText('Ready')).toBeVisible()
    await expect(yourExports(page)).toContainText('Large households')
    const { name, rows } = await downloaded(page)
    expect(name).toMatch(/^Large households \d{4}-\d\d-\d\d\.csv$/)
    expect(rows).toHaveLength(count + 1)
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Export all instead' }).click()
    await expect(page.getByRole('group', { name: 'Which submissions' })).toHaveText('All submissions of the project')
    await yourExports(page)
      .getByRole('button', { name: /^Delete Large households/ })
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
    await expect(yourExports(page)).toContainText('No exports yet')
    await page.getByRole('link', { name: 'Export from the table' }).click()
    await expect(dialog).toBeVisible()
  },
)

test(
  'A manager saves the selection as settings; other programs read data by them',
  { tag: BOTH_WIDTHS },
  async ({ page, isPhone, openDemo }) => {
    await openDemo(SURVEY)
    const boxes = (isPhone ? page.getByRole('list', { name: 'Submissions' }) : grid(page)).getByRole('checkbox')
    await boxes.nth(1).check()
    await boxes.nth(2).check()
    await page.getByRole('button', { name: 'Export…' }).click()
    await page.getByRole('dialog').getByRole('link', { name: 'Export on the server…' }).click()
    await expect(page.getByRole('group', { name: 'Which submissions' })).toContainText('2 selected submissions')
    await saved(page).getByRole('button', { name: 'Save settings…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Save these settings' })
    await dialog.getByLabel('Name').fill('Weekly report for the cluster')
    await expect(dialog).toContainText('Other settings have this name')
    await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
    await dialog.getByLabel('Name').fill('Two households')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(saved(page).getByRole('listitem', { name: 'Two households' })).toContainText('2 selected submissions')

    const weekly = saved(page).getByRole('listitem', { name: 'Weekly report for the cluster' })
    await weekly.getByRole('button', { name: /^Use / }).click()
    await expect(page.getByRole('radio', { name: 'CSV' })).toBeChecked()
    await expect(page.getByRole('group', { name: 'Which submissions' })).toHaveText('All submissions of the project')

    await page.getByRole('link', { name: 'Connect other programs' }).click()
    await page.getByLabel('Data to read').selectOption('Two households')
    const python = page.getByRole('region', { name: 'Python' })
    await expect(python).toContainText('/data.csv')
    await expect(python).toContainText('os.environ["KOBO_KEY"]')
    await expect(page.getByRole('region', { name: 'Google Sheets' })).toContainText('this project is not public')
  },
)

test('A viewer of a project is told who can save settings', { tag: BOTH_WIDTHS }, async ({ page, openDemo }) => {
  await openDemo('/projects/aSmartNutritionBaidoa3/submissions/exports')
  await expect(saved(page)).toContainText('Only people who can manage the project can save settings. Ask joseph.ouma.')
  await page.getByRole('link', { name: 'Connect other programs' }).click()
  await expect(page.getByText('No settings are saved yet')).toBeVisible()
})

test(
  'Saved settings that a colleague changed are not overwritten unseen',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo(`${SURVEY}/exports`)
    const weekly = (one: Page) => saved(one).getByRole('listitem', { name: 'Weekly report for the cluster' })
    const rename = (one: Page) => weekly(one).getByRole('button', { name: /^Rename/ })
    await page.getByRole('radio', { name: 'GeoJSON' }).check()
    await weekly(page)
      .getByRole('button', { name: /^Replace/ })
      .click()
    const dialog = page.getByRole('dialog', { name: /^Replace/ })
    await expect(dialog).toBeVisible()

    const colleague = await openAsColleague(page, `${SURVEY}/exports`)
    await rename(colleague).click()
    await colleague.getByRole('dialog').getByLabel('Name').fill('Report of December')
    await colleague.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(saved(colleague).getByRole('listitem', { name: 'Report of December' })).toBeVisible()
    await colleague.close()

    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Someone else has changed these settings')
    await expect(dialog).toContainText('Report of December')
    await dialog.getByRole('button', { name: 'Overwrite them' }).click()
    await expect(dialog).toBeHidden()
    await expect(weekly(page)).toContainText('GeoJSON')
  },
)
