import { utils, write } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { PROGRAMS } from '../../hostile/programs.ts'
import { connect, fillIn } from '../../tooling/connect-page.ts'
import { startKpi } from '../../tooling/demo-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expect, test } from '../fixtures.ts'
import { expectHarmless, missingTexts, recordEvents } from '../hostile-page.ts'
import { openSignedIn } from '../signed-in.ts'
import { panel } from '../submissions-page.ts'

const PROJECT = '/projects/aHostilePrograms'
const messages = Object.values(PROGRAMS).flat()

let kpi: RunningServer
test.beforeAll(async ({ baseURL }) => void (kpi = await startKpi(baseURL, ['--hostile'])))
test.afterAll(() => kpi.stop())

/** Requires that the server's messages are shown literally, and do nothing. */
async function expectMessages(page: Page, where: string, expected: readonly string[] = messages) {
  await expect(page.locator('pre').first(), where).toBeVisible()
  await expect.poll(() => missingTexts(page, 'pre', expected), where).toEqual([])
  await expectHarmless(page, where)
}

test('Hostile error messages of the server are shown as text, in place', async ({ page, baseURL }) => {
  const events = recordEvents(page, baseURL ?? '')
  await page.goto('./')
  await fillIn(page, kpi.address, 'trouble')
  await connect(page)
  await expectMessages(page, 'connecting')

  await openSignedIn(page, kpi.address, 'demo', `${PROJECT}/settings`)
  const before = await page.getByLabel('Name', { exact: true }).inputValue()
  await page.getByLabel('Name', { exact: true }).fill('another name')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/<script>/)
  await expectHarmless(page, 'renaming')
  await page.getByLabel('Name', { exact: true }).fill(before)

  await page.goto(`./#${PROJECT}`)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Archive…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Archive', exact: true }).click()
  await expectMessages(page, 'archiving')
  await page.keyboard.press('Escape')

  await page.goto(`./#${PROJECT}/sharing`)
  await page.getByRole('button', { name: 'Add people' }).click()
  await page.getByLabel('Username').fill('amina')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByLabel('Username')).toHaveAccessibleDescription(/javascript:/)
  await expectHarmless(page, 'sharing')
  expect(events).toEqual([])
})

test('A file with a hostile name and its hostile error message are shown as text', async ({ page, baseURL }) => {
  const events = recordEvents(page, baseURL ?? '')
  await openSignedIn(page, kpi.address, 'demo', '/imports')
  const name = '<img src=x onerror=globalThis.__ran=1>\u202Exslx.xlsx'
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import XLSForm' }).click(),
  ])
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['type', 'name']]), 'survey')
  await chooser.setFiles({ name, mimeType: '', buffer: write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer })
  await expectMessages(page, 'importing')
  expect(await missingTexts(page, 'main li', [name])).toEqual([])
  await expectHarmless(page, 'the list of imports')
  expect(events).toEqual([])
})

test('Files with scripts are never rendered, and are downloaded under a plain name', async ({ page }) => {
  await openSignedIn(page, kpi.address, 'demo', `${PROJECT}/submissions?submission=1`)
  // An SVG declared as audio, and an HTML page declared as a picture.
  const show = panel(page)
    .getByRole('button', { name: /^Show / })
    .first()
  await show.click()
  await expect(panel(page).locator('audio')).toHaveAttribute('src', /^blob:/)
  await show.click()
  await expect(panel(page).getByText('The file could not be loaded').first()).toBeVisible()
  await expectHarmless(page, 'files')

  const download = page.waitForEvent('download')
  await panel(page)
    .getByRole('button', { name: /^Download / })
    .last()
    .click()
  const file = await download
  expect(file.url()).toMatch(/^blob:http/)
  expect(file.suggestedFilename()).not.toMatch(/[\\/:*?"<>|]/)
  await expectHarmless(page, 'after saving')
})
