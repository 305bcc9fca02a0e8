import { utils, write } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { connect, fillIn, startKpi } from '../../tooling/kpi-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'

const OWN_FORMS = new URL('../../../shared/forms/own/', import.meta.url)

const QUESTIONS = [
  ['type', 'name', 'label::English (en)', 'label::Swahili (sw)'],
  ['text', 'head', 'Name of the head of household', 'Jina la mkuu wa kaya'],
  ['integer', 'size', 'People in the household', 'Watu katika kaya'],
]

/** A file to pick. What it is called says nothing about what is in it. */
interface Picked {
  name: string
  mimeType: string
  buffer: Buffer
}

function spreadsheet(name: string, rows = QUESTIONS): Picked {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'survey')
  const bookType = name.endsWith('.xls') ? 'biff8' : 'xlsx'
  return { name, mimeType: '', buffer: write(book, { type: 'buffer', bookType }) as Buffer }
}
const file = (name: string, content: string): Picked => ({ name, mimeType: '', buffer: Buffer.from(content) })

/** Picks files as a person does, by the button of the page or of a line. */
async function pick(
  page: Page,
  files: Picked | Picked[],
  button = page.getByRole('button', { name: 'Import XLSForm' }),
) {
  const chooser = page.waitForEvent('filechooser')
  await button.first().click()
  await (await chooser).setFiles(files)
}

const line = (page: Page, name: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: name })

for (const [name, told] of [
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
    await expect(line(page, name)).toContainText(told, { timeout: 20_000 })
    await expect(page.getByRole('log')).toContainText(`${name} is imported.`)
    await expectAccessible(page)
    await line(page, name).getByRole('link', { name: 'Open project' }).click()
    await expect(page.getByRole('main').getByText('This form is a draft')).toBeVisible()

    await page.getByRole('link', { name: 'Projects' }).first().click()
    await expect(page.getByRole('row').nth(1)).toContainText('Draft')
  })
}

test('Several forms are imported while the manager does something else', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await expect(page.getByText('No imports yet')).toBeVisible()
  await expectAccessible(page)
  await pick(page, [spreadsheet('chw_supervision.xlsx'), spreadsheet('market_prices.xls'), spreadsheet('slow_hh.xlsx')])
  await expect(page.getByRole('heading', { name: '2 of 3 finished' })).toBeVisible()
  await page.getByRole('link', { name: 'Projects' }).click()
  await expect(page.getByRole('heading', { name: 'Projects', level: 1, exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Imports 1 running' })).toBeVisible()
  await expect(page.getByRole('log')).toContainText('slow_hh.xlsx is imported.', { timeout: 15_000 })
  await expect(page.getByRole('link', { name: 'slow_hh', exact: true })).toBeVisible() // the list brought itself up to date

  await page.getByRole('link', { name: 'Imports', exact: true }).click()
  for (const name of ['chw_supervision.xlsx', 'market_prices.xls', 'slow_hh.xlsx'])
    await expect(line(page, name)).toContainText('2 questions, English and Swahili')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Clear the finished ones' }).click()
  await expect(page.getByText('No imports yet')).toBeVisible()
})

test('A form that the server refuses is corrected and imported in its place', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await pick(page, spreadsheet('visits.xlsx', [['type', 'name', 'label'], ['texxt', 'q1', 'Your name']])) // prettier-ignore
  const visits = line(page, 'visits.xlsx')
  await expect(visits).toContainText('Nothing was created.')
  await expect(visits).toContainText("unknown type ['texxt']")
  await expectAccessible(page)

  await pick(page, spreadsheet('visits.xlsx'), visits.getByRole('button', { name: 'Choose the corrected file' }))
  await expect(visits).toContainText('2 questions, English and Swahili')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
})

test('What is no spreadsheet is said before anything is sent', async ({ page, openDemo }) => {
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

test('An import is taken up again after a reload, by its id', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await pick(page, spreadsheet('slow_survey.xlsx'))
  await expect(line(page, 'slow_survey.xlsx')).toContainText('The server is working on it')
  await page.reload()
  await expect(line(page, 'slow_survey.xlsx')).toContainText('2 questions', { timeout: 15_000 })

  await page.getByRole('link', { name: 'Projects' }).click()
  await expect(page.getByRole('link', { name: 'slow_survey', exact: true })).toHaveCount(1) // never sent twice
})

test('A manager stops waiting, and goes on later', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await pick(page, spreadsheet('slow_form.xlsx'))
  const form = line(page, 'slow_form.xlsx')
  await expect(form).toContainText('The server is working on it')
  await form.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(form).toContainText('You stopped waiting. The server may still finish it')
  await expect(form).toBeFocused()
  await expect(page.getByRole('link', { name: /running/ })).toBeHidden()
  await expectAccessible(page)

  await page.keyboard.press('Tab')
  await expect(form.getByRole('button', { name: 'Keep waiting' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(form).toContainText('2 questions', { timeout: 15_000 })
})

test('An import that does not end is said to take long, and can be waited for or given up', async ({
  page,
  openDemo,
}) => {
  await page.clock.install()
  await openDemo('/imports')
  await pick(page, spreadsheet('never-ends.xlsx'))
  const form = line(page, 'never-ends.xlsx')
  await expect(form).toContainText('The server is working on it')
  await expectAccessible(page)
  await page.clock.fastForward('02:05')
  await expect(form).toContainText('The server has been working on it for 2 min')
  await expect(page.getByRole('log')).toContainText('The server takes long over never-ends.xlsx.')
  await expectAccessible(page)

  await form.getByRole('button', { name: 'Keep waiting' }).click()
  await expect(page.getByRole('link', { name: 'Imports 1 running' })).toBeVisible()
  await page.clock.fastForward('02:05')
  await form.getByRole('button', { name: 'Stop waiting' }).click()
  await expect(form).toContainText('You stopped waiting.')
})

test('Files are dropped on the list of projects', async ({ page, openDemo }) => {
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

  test('A network that goes away loses no import', async ({ page, context }) => {
    await page.goto('./')
    await fillIn(page, server.address)
    await connect(page)
    await page.getByRole('link', { name: 'Imports' }).click()
    await pick(page, spreadsheet('slow_online.xlsx'))
    const form = line(page, 'slow_online.xlsx')
    await expect(form).toContainText('The server is working on it')

    await context.setOffline(true)
    await expect(form).toContainText('The server does not answer just now. It has the file')
    await expectAccessible(page)
    await context.setOffline(false)
    await expect(form).toContainText('2 questions', { timeout: 15_000 })
  })
})

test('On a phone nothing overflows, in French neither', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo('/imports')
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
