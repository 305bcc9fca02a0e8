import { read, utils } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expectAccessible } from '../accessible.ts'
import { setChaos, untilListed } from '../chaos.ts'
import { expect, test, textOf, useLanguage } from '../fixtures.ts'
import { cell, grid, SURVEY, rowCheckbox } from '../submissions-page.ts'

test.use({ timezoneId: 'Africa/Nairobi' })

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export submissions' })

/** Downloads the file that a button of the dialog creates. */
async function made(page: Page, button: RegExp) {
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: button }).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

const linesOf = (bytes: Buffer, separator: string) => {
  const book = read(bytes, { type: 'buffer', raw: true, FS: separator })
  return rowsOf(book.Sheets[book.SheetNames[0] ?? ''])
}
const rowsOf = (sheet: Parameters<typeof utils.sheet_to_json>[0] | undefined): string[][] =>
  sheet ? utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' }) : []

test('A manager exports the table as CSV and as XLSX; both hold what the table shows', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await expect(grid(page)).toBeVisible()
  const code = await textOf(cell(page, 1, 2))
  await page.getByRole('button', { name: 'Export…' }).click()
  await expect(dialog(page)).toContainText('All 1,060 submissions of the project')
  await dialog(page).getByRole('radio', { name: 'CSV' }).check()
  const csv = await made(page, /^Export 1,060/)
  expect(csv.name).toMatch(/^Household vulnerability survey, Turkana 2026.*\.csv$/)
  await expect(dialog(page)).toContainText('1,060 rows')
  const lines = linesOf(csv.bytes, ',')
  expect(lines).toHaveLength(1061)
  expect(lines[0]).toContain('Submitted (Africa/Nairobi)')
  expect(lines[1]).toContain(code)

  await dialog(page).getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByRole('button', { name: 'Export…' }).click()
  const xlsx = await made(page, /^Export 1,060/)
  const book = read(xlsx.bytes, { type: 'buffer' })
  const sheet = rowsOf(book.Sheets['Submissions'])
  expect(sheet).toHaveLength(1061)
  expect(sheet[0]).toEqual(lines[0])
  expect(sheet.map((row) => row[1])).toEqual(lines.map((row) => row[1]))
  expect(book.SheetNames.length).toBeGreaterThan(1)
})

test('A French manager exports CSV by keyboard on a phone: semicolons, and decimal commas', async ({
  page,
  openDemo,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo(SURVEY)
  await useLanguage(page, 'fr')
  await expect(page.getByText(/^1\s060 soumissions$/)).toBeVisible()
  await page.getByRole('button', { name: 'Exporter…' }).press('Enter')
  await page.getByRole('radio', { name: 'CSV' }).press('Space')
  await expect(page.getByLabel('Séparateur de colonnes')).toHaveValue(';')
  const { bytes } = await made(page, /^Exporter 1\s060/)
  const lines = linesOf(bytes, ';')
  expect(lines).toHaveLength(1061)
  const latitude = (lines[0] ?? []).findIndex((head) => head.endsWith(': latitude'))
  expect(lines.map((line) => line[latitude]).filter((text) => /^\d+,\d+$/.test(text ?? '')).length).toBeGreaterThan(900)
})

test('The network fails during an export: loaded rows are kept, the export resumes, and no row is written twice', async ({
  page,
  openDemo,
}) => {
  await openDemo(`${SURVEY}?sort=hh%2Fpeople`)
  await expect(grid(page)).toBeVisible()
  await page.getByRole('button', { name: 'Export…' }).click()
  await dialog(page).getByRole('combobox', { name: 'Columns' }).selectOption('all')
  await untilListed(page, 3) // two for the order, one for the page
  await setChaos(page, 'cut;after=1;on=read')
  await dialog(page)
    .getByRole('button', { name: /^Export 1,060/ })
    .click()
  await expect(dialog(page).getByRole('alert')).toContainText('The export has stopped')
  await expect(dialog(page).getByRole('alert')).toContainText('1,000 of 1,060 submissions are loaded')
  await expectAccessible(page)
  await setChaos(page, '')
  const { bytes } = await made(page, /^Try again/)
  const book = read(bytes, { type: 'buffer' })
  const [heads = [], ...rows] = rowsOf(book.Sheets['Submissions'])
  const ids = rows.map((row) => row[heads.indexOf('Submission')])
  expect(new Set(ids).size).toBe(1060)
  expect(ids).toHaveLength(1060)
  const people = rows.map((row) => Number(row[heads.indexOf('How many people live here?')] || Infinity))
  expect(people).toEqual(people.toSorted((a, b) => a - b))
})

test('A manager exports selected rows only; leaving the page meanwhile asks first', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await expect(grid(page)).toBeVisible()
  for (const number of [1, 3]) await rowCheckbox(page, number).click()
  const codes = [await textOf(cell(page, 1, 2)), await textOf(cell(page, 3, 2))]
  await page.getByRole('button', { name: 'Export…' }).click()
  await expect(dialog(page).getByRole('radio', { name: 'The 2 selected submissions' })).toBeChecked()
  await dialog(page).getByRole('radio', { name: 'GeoJSON' }).check()
  await setChaos(page, 'cut;on=read')
  await dialog(page).getByRole('button', { name: 'Export 2 submissions' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('The export has stopped')
  const asked = page.waitForEvent('dialog') // the browser's own
  await page.evaluate(() => setTimeout(() => location.reload()))
  await (await asked).dismiss()
  await setChaos(page, '')
  const { bytes } = await made(page, /^Try again/)
  const { features } = JSON.parse(bytes.toString()) as { features: { properties: Record<string, unknown> }[] }
  expect(features.map(({ properties }) => properties['Household code'])).toEqual(codes)
  await expectAccessible(page)
})

test('Under a filter, a manager exports what matches, or all submissions', async ({ page, openDemo }) => {
  const filter = { join: 'and', parts: [{ field: 'hh/people', test: { op: 'blank' } }] }
  await openDemo(`${SURVEY}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`)
  const [count] = /^\d+/.exec(await textOf(page.getByText(/ of 1,060 submissions match$/))) ?? []
  await page.getByRole('button', { name: 'Export…' }).click()
  await expect(
    dialog(page).getByRole('radio', { name: `The ${count} submissions that match the filter` }),
  ).toBeChecked()
  await dialog(page).getByRole('radio', { name: 'CSV' }).check()
  const matching = await made(page, new RegExp(`^Export ${count} `))
  expect(linesOf(matching.bytes, ',')).toHaveLength(Number(count) + 1)
  await dialog(page).getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByRole('button', { name: 'Export…' }).click()
  await dialog(page).getByRole('radio', { name: 'All 1,060 submissions of the project' }).check()
  await dialog(page).getByRole('radio', { name: 'CSV' }).check()
  const all = await made(page, /^Export 1,060 /)
  expect(linesOf(all.bytes, ',')).toHaveLength(1061)
})
