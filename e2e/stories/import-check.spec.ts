import type { Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { expect, tabTo, test, useLanguage } from '../fixtures.ts'
import { importLine, pick, workbook } from '../import-page.ts'

const HEADINGS = ['type', 'name', 'label::English (en)', 'label::Swahili (sw)', 'relevant']
const QUESTIONS = Array.from({ length: 60 }, (_, index) => ['text', `q${index}`, `Question ${index}`, `Swali ${index}`])
const CHOICES = [
  ['list_name', 'name', 'label::English (en)', 'label::Swahili (sw)'],
  ['relation', 'head', 'Head', 'Mkuu'],
  ['relation', 'child', 'Child', 'Mtoto'],
]

/** A form of 65 rows: its faults are in rows 62 to 64, and in the choices. */
const broken = (name = 'hh_survey.xlsx', label = 'Another relation') =>
  workbook(name, {
    survey: [
      HEADINGS,
      ...QUESTIONS,
      ['select_one relation_type', 'm_rel', 'Relation to the head', ''],
      ['integer', 'hh_size', 'How many people live here?', 'Watu wangapi?'],
      ['integer', 'under5', 'Children under five', 'Watoto', '${hh_sise} > 0'],
      ['select_one relation', 'm_other', label, 'Mwingine'],
    ],
    choices: [...CHOICES, ['unused', 'a', 'A', 'A']],
  })

const corrected = (name = 'hh_survey.xlsx') =>
  workbook(name, { survey: [HEADINGS, ...QUESTIONS, ['select_one relation', 'm_rel', 'Relation', 'Uhusiano']], choices: CHOICES }) // prettier-ignore

const grid = (page: Page, sheet = 'survey') => page.getByRole('grid', { name: `Sheet ${sheet}` })
const cell = (page: Page, text: string, sheet = 'survey') =>
  grid(page, sheet).getByRole('gridcell').filter({ hasText: text })

async function openCheck(page: Page, file = broken()) {
  await pick(page, file)
  await importLine(page, file.name).getByRole('link', { name: 'See the errors' }).click()
  await expect(page.getByRole('heading', { name: file.name, level: 1 })).toBeVisible()
}

test('A form with errors is held, and its findings lead to their cells', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await pick(page, [broken(), corrected('sound.xlsx')])
  const line = importLine(page, 'hh_survey.xlsx')
  await expect(line).toContainText('2 errors: nothing was sent.')
  await expect(page.getByRole('log')).toContainText('hh_survey.xlsx has errors. Nothing was sent.')
  await expect(importLine(page, 'sound.xlsx')).toContainText('61 questions')
  await expectAccessible(page)

  await line.getByRole('link', { name: 'See the errors' }).click()
  const findings = page.getByRole('region', { name: 'Findings' })
  await expect(findings.getByRole('heading', { name: '2 errors stop the import' })).toBeVisible()
  await expect(findings.getByRole('button')).toHaveCount(4)
  await expect(cell(page, 'select_one relation_type')).toBeInViewport()
  await expect(page.getByRole('tab', { name: /^survey 2 errors 1 warning/ })).toHaveAttribute('aria-selected', 'true')

  await findings.getByRole('button', { name: /No question is called “hh_sise”/ }).click()
  await expect(cell(page, '${hh_sise} > 0')).toBeInViewport()
  await expect(page.getByRole('status').filter({ hasText: 'Did you mean “hh_size”?' })).toBeVisible()
  await grid(page).press('Control+ArrowUp')
  await expect(cell(page, '${hh_sise} > 0')).not.toBeInViewport()

  const next = page.getByRole('button', { name: 'Next finding' })
  await next.click()
  await expect(findings.locator('[aria-current]')).toContainText('1 text is missing in Swahili (sw)')
  await next.click()
  await expect(page.getByRole('tab', { name: /^choices/ })).toHaveAttribute('aria-selected', 'true')
  await expect(cell(page, 'unused', 'choices')).toBeInViewport()
  await next.click()
  await expect(findings.locator('[aria-current]')).toContainText('The choice list “relation_type” does not exist')
  await expect(cell(page, 'select_one relation_type')).toBeInViewport()
  await expectAccessible(page)
})

test('By keyboard: a finding, its cell, the next one', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await openCheck(page)
  await tabTo(page, page.getByRole('button', { name: /No question is called/ }))
  await page.keyboard.press('Enter')
  await expect(cell(page, '${hh_sise} > 0')).toBeInViewport()
  await tabTo(page, grid(page))
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Findings' }).locator('[aria-current]')).toContainText('relation_type')
  await tabTo(page, page.getByRole('button', { name: 'Next finding' }))
})

test('The corrected file is imported in the place of the one with errors', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await openCheck(page)
  await pick(page, broken('still_broken.xlsx'), page.getByRole('button', { name: 'Choose the corrected file' }))
  await expect(page.getByRole('heading', { name: 'still_broken.xlsx', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { name: '2 errors stop the import' })).toBeVisible()
  await pick(page, corrected(), page.getByRole('button', { name: 'Choose the corrected file' }))
  await expect(page.getByRole('heading', { name: 'Imports', level: 1 })).toBeVisible()
  await expect(importLine(page, 'hh_survey')).toContainText('61 questions')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
})

test('A form with errors is imported anyway, after a question, or given up', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await openCheck(page)
  await page.getByRole('button', { name: 'Import anyway…' }).click()
  const question = page.getByRole('dialog', { name: 'Import hh_survey.xlsx with 2 errors?' })
  await expect(question).toContainText('refuse to deploy it until the errors are corrected')
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Import anyway' }).click()
  await expect(page.getByRole('heading', { name: 'Imports', level: 1 })).toBeVisible()
  await expect(importLine(page, 'hh_survey.xlsx')).toContainText('64 questions')
  await importLine(page, 'hh_survey.xlsx').getByRole('link', { name: '2 warnings' }).click()
  await expect(page.getByText('The import of this file has begun.')).toBeVisible()
  await page.getByRole('link', { name: 'Back to imports' }).click()

  // The same content would wait for another question first.
  await openCheck(page, broken('other.xlsx', 'Other relation'))
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { name: 'Imports', level: 1 })).toBeVisible()
  await expect(importLine(page, 'other.xlsx')).toHaveCount(0)
})

test('A file that cannot be checked is imported only on request', async ({ page, openDemo }) => {
  await openDemo('/imports')
  const { buffer } = workbook('odd.xlsx', { survey: [HEADINGS] })
  // The list of its files is intact, but not what they hold.
  const start = buffer.indexOf('PK\u0001\u0002') - 200
  await pick(page, { name: 'odd.xlsx', mimeType: '', buffer: Buffer.from(buffer).fill(0, 60, start) })
  const line = importLine(page, 'odd.xlsx')
  await expect(line).toContainText('The form could not be checked on this device, so nothing was sent yet.')
  await expectAccessible(page)
  await line.getByRole('button', { name: 'Import anyway' }).click()
  await expect(line).toContainText('The server could not import it.')
})

test('After a reload the page says that the file is no longer here, and takes it again', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await openCheck(page)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'The file is no longer here' })).toBeVisible()
  await expectAccessible(page)
  await pick(page, broken(), page.getByRole('button', { name: 'Choose the file again' }))
  await expect(page.getByRole('heading', { name: '2 errors stop the import' })).toBeVisible()
})

test('On a phone the findings come first, and the sheet is behind them', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo('/imports')
  await openCheck(page, broken('hh_survey_with_a_rather_long_name_that_has_no_spaces_2026-11-21_final_v8.xls'))
  await expect(grid(page)).toBeHidden()
  await page.getByRole('button', { name: /No question is called/ }).click()
  await expect(cell(page, '${hh_sise} > 0')).toBeInViewport()
  await page.getByRole('button', { name: 'All findings' }).click()
  await expect(grid(page)).toBeHidden()
  for (const language of ['fr', 'en-XB'] as const) {
    await useLanguage(page, language)
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBeLessThanOrEqual(390)
    await expectAccessible(page)
  }
})

/** Choices without a name are beyond the quick check. */
const refusedByConverter = workbook('odd_default.xlsx', {
  survey: [
    ['type', 'name', 'label', 'appearance'],
    ['text', 'a', 'A', ''],
    ['range', 'r', 'R', ''],
    ['select_one nope', 'b', 'B', ''],
    ['', '', 'A row that is left out', ''],
  ],
  choices: [
    ['list_name', 'name', 'label'],
    ['yes', 'y', 'Yes'],
  ],
})

test('The server’s own converter checks a form in the browser, also offline once it is loaded', async ({
  page,
  context,
  openDemo,
}) => {
  test.slow()
  await openDemo('/imports')
  await openCheck(page, refusedByConverter)
  await page.getByRole('button', { name: /^Exact check \(\d(\.\d)? MB, once\)$/ }).click()
  const refuses = page.getByText('The server’s own converter refuses the form')
  await expect(refuses).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText('The server’s converter says:')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Exact check', exact: true })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Cancel' }).click()
  await openCheck(page, broken())
  await page.reload()
  await expect(page.getByRole('heading', { name: 'The file is no longer here' })).toBeVisible()
  await pick(page, refusedByConverter, page.getByRole('button', { name: 'Choose the file again' }))
  const start = page.getByRole('button', { name: /^Exact check/ })
  await expect(start).toBeVisible()
  await context.setOffline(true)
  await start.click()
  await expect(refuses).toBeVisible({ timeout: 120_000 })
  await context.setOffline(false)
})
