import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { startKpi } from '../../tooling/demo-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { importLine as line, pick, type Picked, workbook } from '../import-page.ts'
import { openSignedIn } from '../signed-in.ts'

const OWN_FORMS = new URL('../../../shared/forms/own/', import.meta.url)

const QUESTIONS = [
  ['type', 'name', 'label::English (en)', 'label::Swahili (sw)'],
  ['text', 'head', 'Name of the head of household', 'Jina la mkuu wa kaya'],
  ['integer', 'size', 'People in the household', 'Watu katika kaya'],
]

const spreadsheet = (name: string, rows = [...QUESTIONS, ['note', 'of', name, name]]) =>
  workbook(name, { survey: rows })
const file = (name: string, content: string): Picked => ({ name, mimeType: '', buffer: Buffer.from(content) })

for (const [name, message] of [
  ['small-en-fr.xlsx', '50 questions, Arabic and English'],
  ['arabic-1269.xlsx', '1,005 questions, Arabic and English'],
  ['awkward-cells.xlsx', '3 questions, العربية and Unnamed language'],
] as const) {
  test(`A manager imports ${name} and opens the project that it made`, async ({ page, openDemo }) => {
    const path = new URL(name, OWN_FORMS)
    test.skip(!existsSync(path), `${path.pathname} is not there`)
    await openDemo()
    await pick(page, { name, mimeType: '', buffer: await readFile(path) })

    await expect(page.getByRole('heading', { name: 'Imports', level: 1 })).toBeVisible()
    await expect(line(page, name)).toContainText(message, { timeout: 20_000 })
    await expect(page.getByRole('log')).toContainText(`${name} is imported.`)
    await line(page, name).getByRole('link', { name: 'Open project' }).click()
    await expect(page.getByRole('main').getByText('This form is a draft')).toBeVisible()

    await page.getByRole('link', { name: 'Projects' }).first().click()
    await expect(page.getByRole('row').nth(1)).toContainText('Draft')
  })
}

test('A manager imports several forms, and works on another page meanwhile', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await expect(page.getByText('No imports yet')).toBeVisible()
  await pick(page, [spreadsheet('chw_supervision.xlsx'), spreadsheet('market_prices.xls'), spreadsheet('slow_hh.xlsx')])
  await expect(page.getByRole('heading', { name: '2 of 3 imported' })).toBeVisible()
  await page.getByRole('link', { name: 'Projects' }).click()
  await expect(page.getByRole('heading', { name: 'Projects', level: 1, exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Imports 1 running' })).toBeVisible()
  await expect(page.getByRole('log')).toContainText('slow_hh.xlsx is imported.', { timeout: 15_000 })
  await expect(page.getByRole('link', { name: 'slow_hh', exact: true })).toBeVisible() // the list was refetched

  await page.getByRole('link', { name: 'Imports', exact: true }).click()
  for (const name of ['chw_supervision.xlsx', 'market_prices.xls', 'slow_hh.xlsx'])
    await expect(line(page, name)).toContainText('2 questions, English and Swahili')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Clear list' }).click()
  await expect(page.getByText('No imports yet')).toBeVisible()
})

test('Files with a problem come first, and the others are opened and deployed by the project’s name', async ({
  page,
  openDemo,
}) => {
  await openDemo('/imports')
  const titled = (name: string, title: string) =>
    workbook(name, { survey: QUESTIONS, settings: [['form_title'], [title]] })
  await pick(page, [
    titled('v7_final.xlsx', 'Wells'),
    titled('again.xlsx', DEMO_PROJECTS.household.name),
    file('a.pdf', '%PDF-1.7\n'),
  ])
  await expect(page.getByRole('heading', { name: '3 of 3 done: 2 imported, 1 not imported' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('a.pdf')
  await expect(line(page, 'again.xlsx')).toContainText('Another project has the same name.')
  await expect(line(page, 'v7_final.xlsx')).toContainText(/^Wells\s*File: v7_final.xlsx/)
  await expect(line(page, 'v7_final.xlsx')).not.toContainText('Another project')
  await expectAccessible(page)

  await line(page, 'v7_final.xlsx').getByRole('link', { name: 'Deploy…' }).click()
  await expect(page.getByRole('heading', { name: 'Wells', level: 1 })).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Deploy', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveAccessibleName('The form is deployed')
})

test('A manager corrects a form that the server refused, and imports it in its place', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await pick(page, spreadsheet('visits.xlsx', [['type', 'name', 'label'], ['texxt', 'q1', 'Your name']])) // prettier-ignore
  const visits = line(page, 'visits.xlsx')
  await visits.getByRole('button', { name: 'Import anyway…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Import anyway' }).click()
  await expect(visits).toContainText('Nothing was created.')
  await expect(visits).toContainText("unknown type ['texxt']")
  await expect(visits.getByRole('button')).toHaveText(['Choose the corrected file']) // the same one would be refused again
  await expectAccessible(page)

  await pick(page, spreadsheet('visits.xlsx'), visits.getByRole('button', { name: 'Choose the corrected file' }))
  await expect(visits).toContainText('2 questions, English and Swahili')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
})

test('Files that are not spreadsheets are reported before anything is sent', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await pick(page, [
    file('report.xlsx', '%PDF-1.7\n'),
    file('form.csv', 'type,name,label\ntext,q1,Name\n'),
    file('empty.xlsx', ''),
    file('saved.xls', '<!DOCTYPE html><html><title>Sign in</title></html>'),
    { ...spreadsheet('cut.xlsx'), buffer: spreadsheet('cut.xlsx').buffer.subarray(0, 3000) },
  ])
  await expect(line(page, 'report.xlsx')).toContainText('This is a PDF, not a spreadsheet. Nothing was sent.')
  await expect(line(page, 'form.csv')).toContainText('This is a text file, such as CSV')
  await expect(line(page, 'empty.xlsx')).toContainText('The file is empty.')
  await expect(line(page, 'saved.xls')).toContainText('This is a web page')
  await expect(line(page, 'cut.xlsx')).toContainText('The file is damaged')
  await expect(page.getByRole('link', { name: /running/ })).toBeHidden()
  await expectAccessible(page)
})

test('An import continues after a reload', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await pick(page, spreadsheet('slow_survey.xlsx'))
  await expect(line(page, 'slow_survey.xlsx')).toContainText('The server is importing it')
  await page.reload()
  await expect(line(page, 'slow_survey.xlsx')).toContainText('2 questions', { timeout: 15_000 })

  await page.getByRole('link', { name: 'Projects' }).click()
  await expect(page.getByRole('link', { name: 'slow_survey', exact: true })).toHaveCount(1) // never sent twice
})

test('A manager stops waiting for an import, and resumes later', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await pick(page, spreadsheet('slow_form.xlsx'))
  const form = line(page, 'slow_form.xlsx')
  await expect(form).toContainText('The server is importing it')
  await form.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(form).toContainText('You stopped waiting. If the server finishes')
  await expect(form).toBeFocused()
  await expect(page.getByRole('link', { name: /running/ })).toBeHidden()
  await expectAccessible(page)

  await page.keyboard.press('Tab')
  await expect(form.getByRole('button', { name: 'Keep waiting' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(form).toContainText('2 questions', { timeout: 15_000 })
})

test('A slow import says so; the manager keeps waiting, or stops', async ({ page, openDemo }) => {
  await page.clock.install()
  await openDemo('/imports')
  await pick(page, spreadsheet('never-ends.xlsx'))
  const form = line(page, 'never-ends.xlsx')
  await expect(form).toContainText('The server is importing it')
  await expectAccessible(page)
  await page.clock.fastForward('02:05')
  await expect(form).toContainText('The server has been importing it for 2 min')
  await expect(page.getByRole('log')).toContainText('never-ends.xlsx is taking a long time.')
  await expectAccessible(page)

  await form.getByRole('button', { name: 'Keep waiting' }).click()
  await expect(page.getByRole('link', { name: 'Imports 1 running' })).toBeVisible()
  await page.clock.fastForward('02:05')
  await form.getByRole('button', { name: 'Stop waiting' }).click()
  await expect(form).toContainText('You stopped waiting.')
})

test('A manager drops files on the list of projects', async ({ page, openDemo }) => {
  await openDemo()
  const dropped = [spreadsheet('dropped.xlsx'), file('notes.txt', 'Not a form')]
  const transfer = await page.evaluateHandle((files) => {
    const data = new DataTransfer()
    for (const { name, bytes } of files) data.items.add(new File([new Uint8Array(bytes)], name))
    return data
  }, dropped.map(({ name, buffer }) => ({ name, bytes: [...buffer] }))) // prettier-ignore
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer })
  const zone = page.getByText('Drop XLSForms to import them')
  await expect(zone).toBeVisible()
  await zone.dispatchEvent('drop', { dataTransfer: transfer })

  await expect(page.getByRole('heading', { name: 'Imports', level: 1 })).toBeVisible()
  await expect(line(page, 'dropped.xlsx')).toContainText('2 questions, English and Swahili')
  await expect(line(page, 'notes.txt')).toContainText('This is a text file')
})

test.describe('on a server over the network', () => {
  let server: RunningServer
  test.beforeAll(async ({ baseURL }) => {
    server = await startKpi(baseURL)
  })
  test.afterAll(() => server.stop())

  test('losing the network loses no import', async ({ page, context }) => {
    await openSignedIn(page, server.address, 'demo', '/imports')
    await pick(page, spreadsheet('slow_online.xlsx'))
    const form = line(page, 'slow_online.xlsx')
    await expect(form).toContainText('The server is importing it')

    await context.setOffline(true)
    await expect(form).toContainText('The server does not answer right now. It has the file')
    await expectAccessible(page)
    await context.setOffline(false)
    await expect(form).toContainText('2 questions', { timeout: 15_000 })
  })
})

test('On a phone nothing overflows, in French and mirrored either', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo('/imports')
  await expect(page.getByText('Choose the XLSForms to import')).toBeVisible()
  await expect(page.getByText(/^Drop XLSForms anywhere/)).toBeHidden()
  await pick(page, [spreadsheet('a_form_with_a_rather_long_name_that_has_no_spaces_2026-11-21_final_v8.xlsx'), file('a.pdf', '%PDF')]) // prettier-ignore
  await expect(page.getByRole('link', { name: 'Open project' })).toBeVisible()
  for (const language of ['en', 'fr', 'en-XB'] as const) {
    await page.evaluate((code) => {
      localStorage.setItem('fieldboard.language', code)
      dispatchEvent(new StorageEvent('storage', { key: 'fieldboard.language', newValue: code }))
    }, language)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBeLessThanOrEqual(390)
  }
})
