import type { Page } from '@playwright/test'
import { connect, fillIn } from '../../tooling/connect-page.ts'
import { type RunningServer, startServer } from '../../tooling/processes.ts'
import { watchRequests } from '../../tooling/sent-requests.ts'
import { expect, test } from '../fixtures.ts'

const PROJECT = 'Household vulnerability survey, Turkana 2026'
const UID = 'aHouseholdTurkana2026x'

const PAGE = ['/', '/config.json']
const DATA_OF_LIST = ['/api/v2/assets/', '/api/v2/assets/counts/']
const DATA_OF_PROJECT = [`/api/v2/assets/${UID}/`, `/api/v2/assets/${UID}/counts/`]
const FIRST_VISIT = [
  ...PAGE,
  '/assets/rolldown-runtime.js',
  '/assets/early.js',
  '/assets/start.js',
  '/assets/start.css',
  '/assets/en-first.js',
  '/assets/more-catalogues.js',
  ...DATA_OF_LIST,
  '/assets/after.js',
  '/assets/after.css',
  '/assets/en-after.js',
]
/** The code of a project and of its table, while nothing else is to do. */
const NEXT_PAGES = [
  '/assets/project.js',
  '/assets/project.css',
  '/assets/controls.js',
  '/assets/table.js',
  '/assets/table.css',
  '/assets/en-table.js',
  '/assets/en-sharing.js',
]
/** What can be done to the projects of the list. */
const LIST_ACTIONS = ['/assets/list-actions.js', '/assets/list-actions.css', '/assets/en-rows.js']

let kpi: RunningServer
test.beforeAll(async () => {
  kpi = await startServer('demo-server', ['--port', '0', '--app', '/'])
})
test.afterAll(() => kpi.stop())

/** Signs in, and forgets what the browser has of the app. Gives the paths that are requested from then on. */
async function signedIn(page: Page) {
  await page.goto(kpi.address)
  await fillIn(page, kpi.address)
  await connect(page)
  await expect(page.getByRole('link', { name: PROJECT })).toBeVisible()
  await page.goto('about:blank')
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.clearBrowserCache')
  const requests = await watchRequests(cdp)
  return {
    paths: () => requests.ended().map(({ path }) => path.split('?')[0] ?? ''),
    clear: requests.clear,
  }
}

const list = (page: Page) => page.goto(`${kpi.address}/#/projects`)

test('The list comes in 13 requests, and those for the next pages follow; coming back, only data is requested', async ({
  page,
}) => {
  const requests = await signedIn(page)
  await list(page)
  expect(FIRST_VISIT.length).toBeLessThanOrEqual(15)
  await expect
    .poll(() => requests.paths().toSorted())
    .toEqual([...FIRST_VISIT, ...LIST_ACTIONS, ...NEXT_PAGES].toSorted())

  await page.goto('about:blank')
  requests.clear()
  await list(page)
  await page.getByRole('link', { name: PROJECT }).press('Enter')
  await expect(page.getByRole('region', { name: 'Details' })).toBeVisible()
  await expect
    .poll(() => requests.paths().toSorted())
    .toEqual([...PAGE, ...DATA_OF_LIST, ...DATA_OF_PROJECT].toSorted())
})

test('The rows are requested while the pointer rests on the way to them, and not again by the table', async ({
  page,
}) => {
  const requests = await signedIn(page)
  await page.goto(`${kpi.address}/#/projects/${UID}`)
  const rows = () => requests.paths().filter((path) => path.endsWith('/data/')).length
  const tab = page.getByRole('link', { name: /^Submissions/ })
  await expect.poll(requests.paths).toContain('/assets/table.js')
  expect(rows(), 'for code alone, nothing is noted in the project’s history').toBe(0)
  await tab.hover()
  await expect.poll(rows).toBe(1)
  await tab.click()
  await expect(page.getByRole('gridcell').first()).toBeVisible()
  await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false')
  expect(rows()).toBe(1)
})
