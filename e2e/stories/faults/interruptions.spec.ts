import { utils, write } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { DEMO_PROJECTS } from '../../../src/demo/sentinels.ts'
import { connect, fillIn } from '../../../tooling/connect-page.ts'
import { startKpi } from '../../../tooling/demo-server.ts'
import type { RunningServer } from '../../../tooling/processes.ts'
import { setChaos, messagePattern, writesOf, MUTATION_FAULTS } from '../../chaos.ts'
import { openAsColleague } from '../../colleague.ts'
import { expect, test } from '../../fixtures.ts'
import { row, status, SURVEY } from '../../submissions-page.ts'

const { household } = DEMO_PROJECTS
const settings = `/projects/${household.uid}/settings`

const sheet = utils.book_new()
utils.book_append_sheet(sheet, utils.aoa_to_sheet([['type', 'name', 'label'], ['text', 'q1', 'Your name']]), 'survey') // prettier-ignore
const visits = {
  name: 'visits.xlsx',
  mimeType: '',
  buffer: write(sheet, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
}

async function pick(page: Page, button: string) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('main').getByRole('button', { name: button }).first().click()
  await (await chooser).setFiles(visits)
}

const line = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ hasText: visits.name })
const imported = (page: Page) => page.getByRole('link', { name: 'visits', exact: true })

test('A validation status that cannot be saved reverts with a message, and is sent once for each choice', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  const first = status(row(page, 1))
  const choose = async (verdict: string) => {
    await first.click()
    await page.getByRole('menuitemradio', { name: verdict, exact: true }).click()
  }
  await expect(first).toHaveText('None')
  for (const [chaos] of MUTATION_FAULTS) {
    await test.step(chaos, async () => {
      await setChaos(page, `${chaos};on=write`)
      await choose('On hold')
      const message = page.getByRole('alert')
      await expect(message).toBeVisible()
      await expect(first).toHaveText('None')
      expect(await writesOf(page)).toHaveLength(1)
      await message.getByRole('button').click()
      await expect(message).toHaveCount(0)
    })
  }
  await setChaos(page, 'answer-lost;on=write')
  await choose('On hold')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(first).toHaveText('On hold') // the server has saved it
})

test('A form that cannot be sent stays in the list, and is imported once', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await setChaos(page, '429;on=write')
  await pick(page, 'Import XLSForm')
  const again = line(page).getByRole('button', { name: /Try again|Send again/ })
  for (const [chaos, kind] of MUTATION_FAULTS) {
    await test.step(chaos, async () => {
      await expect(again, 'what was sent before has failed').toBeVisible()
      await setChaos(page, `${chaos};on=write`)
      await again.click()
      await expect.poll(() => writesOf(page)).toHaveLength(1)
      await expect(line(page)).toContainText(messagePattern(kind))
    })
  }
  await setChaos(page, '')
  await again.click()
  await expect(line(page)).toContainText('1 question', { timeout: 20_000 })
  await page.getByRole('link', { name: 'Projects' }).click()
  await expect(imported(page)).toHaveCount(1)
})

test('A reload while a form is being sent neither loses nor duplicates it', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await setChaos(page, 'answer-lost;on=POST,latency:30000;on=POST')
  page.on('dialog', (dialog) => void dialog.accept())
  await pick(page, 'Import XLSForm')
  await expect(line(page)).toContainText('Sending')
  await page.reload()
  await expect(line(page)).toContainText('while the file was being sent')
  expect(await writesOf(page)).toEqual([]) // never resent automatically

  await setChaos(page, '')
  await pick(page, 'Choose the file again')
  await expect(line(page)).toContainText('1 question', { timeout: 20_000 })
  await page.getByRole('link', { name: 'Projects' }).click()
  await expect(imported(page)).toHaveCount(1)
})

test('Two tabs with Back and Forward: neither overwrites the other, and both show the server’s state', async ({
  page,
  openDemo,
}) => {
  await openDemo(settings)
  const other = await openAsColleague(page, settings)
  await setChaos(other, 'answer-lost;on=write')
  const name = other.getByLabel('Name', { exact: true })
  await name.fill('Renamed in the other tab')
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(other.getByRole('main').getByRole('alert')).toContainText('The name was not saved')
  expect(await writesOf(other)).toHaveLength(1)

  // This tab has not loaded the change, and does not overwrite it.
  await page.getByLabel('Name', { exact: true }).fill('Renamed here')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('It is now called “Renamed in the other tab”')
  expect(await writesOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Use my name anyway' }).click()
  await expect(page.getByRole('heading', { name: 'Renamed here', level: 1 })).toBeVisible()

  await page.getByRole('link', { name: 'Form', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Form' })).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Renamed here')
  await page.goForward()
  await expect(page.getByRole('heading', { name: 'Renamed here', level: 1 })).toBeVisible()
  expect(await writesOf(page)).toHaveLength(1)
})

test.describe('signing in', () => {
  let kpi: RunningServer
  test.beforeAll(async ({ baseURL }) => {
    kpi = await startKpi(baseURL)
  })
  test.afterAll(() => kpi.stop())

  test('fails, keeps what was typed, and succeeds with one press afterwards', async ({ page, request }) => {
    await page.goto('./#/connect')
    await fillIn(page, kpi.address)
    for (const [chaos, message] of [
      ['502', 'The server has a problem'],
      ['cut', 'No server answers'],
      ['login-page', 'not a KoboToolbox server'],
      ['500', 'The server has a problem'],
      ['truncated', 'not a KoboToolbox server'],
    ] as const) {
      await test.step(chaos, async () => {
        await request.post(`${kpi.address}/__chaos`, { data: chaos })
        await connect(page)
        await expect(page.getByRole('alert')).toContainText(message)
        await expect(page.getByLabel('Address of the server')).toHaveValue(kpi.address)
        await expect(page.getByLabel('Username')).toHaveValue('demo')
        await expect(page.getByLabel('Password', { exact: true })).toHaveValue('demo')
      })
    }
    await request.delete(`${kpi.address}/__chaos`)
    await connect(page)
    await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible()
  })
})
