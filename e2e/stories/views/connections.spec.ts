import type { Page } from '@playwright/test'
import { connect, fillIn } from '../../../tooling/connect-page.ts'
import { startKpi } from '../../../tooling/demo-server.ts'
import type { RunningServer } from '../../../tooling/processes.ts'
import { demoAs, kpiAs } from '../../signed-in.ts'
import { test, testViews, type View } from '../../views.ts'

const SETTINGS = '/projects/aPostDistributionDraft/settings'

let kpi: RunningServer
/** A server that allows no site. */
let closedKpi: RunningServer
test.beforeAll(async ({ baseURL }) => {
  kpi = await startKpi(baseURL)
  closedKpi = await startKpi()
})
test.afterAll(() => {
  kpi.stop()
  closedKpi.stop()
})

const menu = (page: Page) => page.getByRole('button', { name: /^Connection: / })
const signInAgain = (page: Page) => page.getByRole('dialog', { name: 'Please sign in again' })

async function tryToConnect(page: Page, server: RunningServer, password: string) {
  await fillIn(page, server.address, 'demo', password)
  await connect(page)
}

const connecting: View = {
  name: 'the page for connecting to a server',
  path: '/connect',
  connections: () => [],
  shows: (page) => page.getByRole('heading', { name: 'Connect to a server' }),
}

const severalConnections = () => [demoAs('demo'), kpiAs(kpi.address, 'amina'), kpiAs(kpi.address, 'fatuma')]

/** The server does not know this key (any more). */
const withRefusedKey = () => [
  { ...kpiAs(kpi.address, 'demo'), auth: { scheme: 'key' as const, token: '0'.repeat(40) } },
]

testViews([
  connecting,
  {
    ...connecting,
    name: 'a password that is refused',
    open: (page) => tryToConnect(page, kpi, 'guess'),
    shows: (page) => page.getByText(/did not accept this username and password/),
  },
  {
    ...connecting,
    name: 'the way to the API key of an account with two factors',
    open: (page) => tryToConnect(page, kpi, 'with-a-code'),
    shows: (page) => page.getByRole('status').filter({ hasText: 'Do you use a code to sign in?' }),
  },
  {
    ...connecting,
    name: 'a server that does not allow this site',
    open: (page) => tryToConnect(page, closedKpi, 'demo'),
    shows: (page) => page.getByRole('alert').filter({ hasText: 'This server only accepts its own website' }),
  },
  {
    name: 'the menu of several connections',
    path: '/projects',
    connections: severalConnections,
    open: (page) => menu(page).click(),
    shows: (page) => page.getByRole('menuitemradio', { name: /fatuma/, checked: true }),
  },
  {
    name: 'the connections that are left after signing out of one',
    path: '/projects',
    connections: severalConnections,
    open: async (page) => {
      await menu(page).click()
      await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
    },
    shows: (page) => page.getByRole('region', { name: 'Your connections' }).getByRole('button', { name: /amina/ }),
  },
  {
    name: 'the dialog for signing in again',
    path: SETTINGS,
    connections: withRefusedKey,
    shows: (page) => signInAgain(page).getByLabel('Password', { exact: true }),
  },
  {
    name: 'a page that cannot be shown until one signs in again',
    path: SETTINGS,
    connections: withRefusedKey,
    open: (page) => signInAgain(page).getByRole('button', { name: 'Not now' }).click(),
    shows: (page) => page.getByRole('alert').filter({ hasText: 'You are signed out' }),
  },
])
