import { utils, write } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { connect, fillIn } from '../../tooling/connect-page.ts'
import { startKpi } from '../../tooling/demo-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expect, test } from '../fixtures.ts'
import { demoAs, kpiAs, prepareTab } from '../signed-in.ts'

let kpi: RunningServer

test.beforeEach(async ({ baseURL }) => {
  kpi = await startKpi(baseURL)
})
test.afterEach(() => kpi.stop())

const projects = (page: Page) => page.getByRole('heading', { name: 'Projects', level: 1 })
const menu = (page: Page) => page.getByRole('button', { name: /Connection: / })

async function addConnection(page: Page, username: string) {
  await menu(page).click()
  await page.getByRole('menuitem', { name: /Use my own account|Add an account/ }).click()
  await fillIn(page, kpi.address, username)
  await connect(page)
  await expect(menu(page)).toHaveAccessibleName(new RegExp(`, ${username}$`))
  await expect(projects(page)).toBeVisible()
}

const switchTo = async (page: Page, name: string | RegExp) => {
  await menu(page).click()
  await page.getByRole('menuitemradio', { name }).click()
}

test('A manager switches between the demo and two accounts of a server, and finds each on the page last opened', async ({
  page,
  openDemo,
}) => {
  await openDemo('/projects?status=archived')
  await expect(page.getByRole('button', { name: /Archived/, pressed: true })).toBeVisible()
  await addConnection(page, 'amina')
  await addConnection(page, 'fatuma')
  await page.goto('./#/projects/aCholeraLineListCentre/settings')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(/Cholera/)
  await page.evaluate(() => Object.assign(window, { here: 'the page was not loaded again' }))

  await menu(page).click()
  await expect(page.getByRole('menuitemradio')).toHaveText([/demoDemo server/, /amina127/, /fatuma127/])
  await expect(page.getByRole('menuitemradio', { name: /fatuma/ })).toBeChecked()
  await page.getByRole('menuitemradio', { name: /Demo server/ }).press('Enter')
  await expect(page.getByRole('button', { name: /Archived/, pressed: true })).toBeVisible()
  await expect(menu(page)).toHaveAccessibleName('Connection: Demo server, demo')

  await switchTo(page, /fatuma/)
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(/Cholera/)
  await switchTo(page, /amina/)
  await expect(projects(page)).toBeVisible()
  await expect(menu(page)).toHaveAccessibleName(/, amina$/)

  await page.goBack()
  await expect(page.getByLabel('Name', { exact: true }), 'back to the place is back to its connection').toHaveValue(
    /Cholera/,
  )
  await expect(menu(page)).toHaveAccessibleName(/, fatuma$/)
  expect(await page.evaluate(() => 'here' in window)).toBe(true)
  expect(page.url()).not.toMatch(/amina|fatuma|127\.0\.0\.1.*127\.0\.0\.1|[0-9a-f]{40}/)

  await page.reload()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(/Cholera/)
  await switchTo(page, /Demo server/)
  await expect(projects(page), 'the demo answers after a reload too').toBeVisible()
})

test('An import continues while another connection is in use', async ({ page }) => {
  await prepareTab(page, { connections: [demoAs('demo'), kpiAs(kpi.address, 'amina')] })
  await page.goto('./#/projects')
  await fetch(`${kpi.address}/__chaos`, { method: 'POST', body: 'latency:2000;on=write' })
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['type', 'name', 'label'],
      ['text', 'who', 'Who?'],
    ]),
    'survey',
  )
  const buffer = write(book, { type: 'buffer' }) as Buffer
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import XLSForm' }).first().click()
  await (await chooser).setFiles({ name: 'who.xlsx', mimeType: '', buffer })
  await expect(page.getByText('1 running')).toBeVisible()

  await switchTo(page, /Demo server/)
  await expect(menu(page)).toHaveAccessibleName(/Demo server/)
  await expect(page.getByText('1 running')).toBeHidden()
  await switchTo(page, /amina/)
  await expect(page.getByRole('main').getByRole('listitem')).toContainText('1 question')
})

test('A manager signs out of one connection, continues with another, and signs out of all at once', async ({
  page,
}) => {
  const connections = [demoAs('demo'), kpiAs(kpi.address, 'amina'), kpiAs(kpi.address, 'fatuma')]
  await prepareTab(page, { connections })
  await page.goto('./#/projects')
  await menu(page).click()
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
  const known = page.getByRole('region', { name: 'Your connections' })
  await expect(known.getByRole('button')).toHaveText([/demo.*Demo server/, /amina/])
  await known.getByRole('button', { name: /amina/ }).press('Enter')
  await expect(projects(page)).toBeVisible()
  await expect(menu(page)).toHaveAccessibleName(/, amina$/)

  await menu(page).click()
  await page.getByRole('menuitem', { name: 'Sign out of all connections' }).click()
  await expect(page.getByRole('heading', { name: 'Connect to a server' })).toBeVisible()
  await expect(known).toBeHidden()
  await page.goto('./#/change-connection')
  await expect(page.getByRole('heading', { name: 'Connect to a server' })).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the menu says which connection is in use, and one tap switches it', async ({ page, openDemo }) => {
    await openDemo()
    await addConnection(page, 'amina')
    await expect(menu(page)).toHaveAccessibleName(/^Menu\. Connection: 127\.0\.0\.1:\d+, amina$/)
    await menu(page).tap()
    const known = page.getByRole('menuitemradio').filter({ hasText: /demo|amina/ })
    await expect(known).toHaveCount(2)
    await expect(known.filter({ hasText: 'amina' })).toBeChecked()
    await known.filter({ hasText: 'Demo server' }).tap()
    await expect(menu(page)).toHaveAccessibleName('Menu. Connection: Demo server, demo')
  })
})
