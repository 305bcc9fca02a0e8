import type { Page } from '@playwright/test'
import { DEMO_PROJECTS, SENTINELS } from '../../../src/demo/sentinels.ts'
import { KEYS } from '../../../src/lib/browser-storage.ts'
import { setChaos } from '../../chaos.ts'
import { expect } from '../../fixtures.ts'
import { PHONE, testViews } from '../../views.ts'

const { public: publicProject, household, draft, archived, viewOnly, openToSubmit, questionsChanged } = DEMO_PROJECTS
const projectPath = ({ uid }: { uid: string }, part = '') => `/projects/${uid}${part}`

const dialog = (page: Page) => page.getByRole('dialog')
const table = (page: Page) => page.getByRole('table', { name: 'Projects' })
const mainButton = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true })
const connectionMenu = (page: Page) => page.getByRole('button', { name: /^Connection: Demo server/ })
const householdLink = (page: Page) => page.getByRole('link', { name: household.name })

async function openDeployment(page: Page, button: 'Deploy' | 'Redeploy') {
  await mainButton(page, button).click()
  await dialog(page).getByRole('button', { name: button, exact: true }).waitFor()
}

const confirmDeployment = (page: Page) => dialog(page).getByRole('button', { name: 'Deploy', exact: true }).click()

async function openMenuItem(page: Page, name: string) {
  await mainButton(page, 'More').click()
  await page.getByRole('menuitem', { name }).click()
}

testViews([
  { name: 'the list of projects', path: '/projects', shows: householdLink },
  {
    name: 'the projects that match a search',
    path: '/projects?q=turkana+household',
    shows: (page) => page.getByText('1 project matches'),
  },
  {
    name: 'the list of projects with filters',
    path: '/projects?country=KEN&modified=2020-01-01..&owner=demo',
    shows: (page) => page.getByRole('button', { name: /^Country: .*Kenya/ }),
  },
  {
    name: 'the panel of filters',
    path: '/projects?country=KEN&modified=2020-01-01..&owner=joseph',
    open: (page) => page.getByRole('button', { name: /^Filters/ }).click(),
    shows: (page) => dialog(page).getByRole('option', { name: 'Uganda' }),
  },
  {
    name: 'the choice of columns of the list',
    path: '/projects',
    open: (page) => page.getByRole('button', { name: 'Columns', exact: true }).click(),
    shows: (page) => dialog(page).getByRole('checkbox', { name: 'Description' }),
  },
  {
    name: 'the menu of views of the list',
    path: '/projects',
    open: (page) => page.getByRole('button', { name: 'Views', exact: true }).click(),
    shows: (page) => page.getByRole('menuitemradio', { name: 'All projects' }),
  },
  {
    name: 'the views of the list',
    path: '/projects',
    open: async (page) => {
      await page.getByRole('button', { name: 'Views', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Save view…' }).click()
    },
    shows: (page) => page.getByRole('dialog', { name: 'Views of the list' }),
  },
  {
    name: 'a search that matches no project',
    path: '/projects?q=zebra+crossing',
    shows: (page) => page.getByRole('heading', { name: 'No project matches' }),
  },
  {
    name: 'a list with one project that cannot be read',
    path: '/projects',
    chaos: 'unreadable-item;on=read',
    shows: (page) => page.getByRole('list', { name: 'Items that could not be read' }).getByRole('listitem'),
  },
  {
    name: 'the list of projects while it is read again',
    path: '/projects',
    open: async (page) => {
      await table(page).waitFor()
      await page.goto('./#/imports')
      await setChaos(page, 'latency:60000;path=/assets/$')
      await page.goto('./#/projects')
    },
    shows: table,
  },
  {
    name: 'the menu of connections in the demo',
    path: '/projects',
    open: (page) => connectionMenu(page).click(),
    shows: (page) => page.getByRole('menuitem', { name: 'Leave the demo' }),
  },
  {
    name: 'the bar that says what the demo is',
    path: '/demo',
    connections: () => [],
    open: async (page) => {
      await page.evaluate((key) => localStorage.removeItem(key), KEYS.demoBarClosed)
      await page.reload()
    },
    shows: (page) => page.getByRole('region', { name: 'About the demo' }).getByText(/\d+ example projects/),
  },
  {
    name: 'the page in place of a web form',
    path: `/demo/web-form?project=${household.uid}`,
    connections: () => [],
    shows: (page) => page.getByRole('heading', { name: 'Here the web form would open' }),
  },
  {
    name: 'the question before the demo is reset',
    path: '/projects',
    open: async (page) => {
      await connectionMenu(page).click()
      await page.getByRole('menuitem', { name: 'Reset the demo' }).click()
    },
    shows: (page) => page.getByRole('dialog', { name: 'Reset the demo?' }),
  },
  {
    name: 'a page that does not exist',
    path: '/nowhere',
    shows: (page) => page.getByRole('alert').filter({ hasText: 'This page does not exist' }),
  },
  {
    name: 'a project that is gone, or not shared',
    path: '/projects/aNobodyKnowsThisProject',
    shows: (page) => page.getByRole('alert').filter({ hasText: 'Deleted, or not shared with you' }),
  },

  {
    name: 'the summary of a project',
    path: projectPath(household),
    shows: (page) => page.getByRole('region', { name: 'Submissions' }).getByText('1,060'),
  },
  {
    name: 'the submissions per day as a table',
    path: projectPath(household),
    open: (page) => page.getByRole('button', { name: 'Show as a table' }).click(),
    shows: (page) => page.getByRole('region', { name: 'Submissions' }).getByRole('row').last(),
  },
  {
    name: 'the summary while its chart is loaded',
    path: projectPath(household),
    chaos: 'latency:60000;path=/counts/',
    shows: (page) => page.getByRole('progressbar', { name: 'Loading the submissions per day' }),
  },
  {
    name: 'the summary of an archived project',
    path: projectPath(archived),
    shows: (page) => page.getByText('This project does not accept submissions'),
  },
  {
    name: 'the summary of a project whose new name is not deployed',
    path: projectPath(openToSubmit),
    shows: (page) => page.getByText('Collectors still see the old name'),
  },
  {
    name: 'the menu of a project',
    path: projectPath(household),
    widths: [1440],
    open: (page) => mainButton(page, 'More').click(),
    shows: (page) => page.getByRole('menuitem', { name: /Redeploy….*media files/ }),
  },
  {
    name: 'the menu of a project in the top bar of a phone',
    path: projectPath(household),
    widths: [PHONE],
    open: (page) => page.getByRole('banner').getByRole('button', { name: 'More', exact: true }).click(),
    shows: (page) => page.getByRole('menuitem', { name: /Redeploy….*media files/ }),
  },
  {
    name: 'the question before a project is archived',
    path: projectPath(household),
    open: (page) => openMenuItem(page, 'Archive…'),
    shows: (page) => dialog(page).getByText('Form is not active'),
  },
  {
    name: 'the question before a form is deployed',
    path: projectPath(draft),
    open: (page) => openDeployment(page, 'Deploy'),
    shows: (page) => dialog(page).getByText(/The form \(\d+ questions\) goes live/),
  },
  {
    name: 'a project that has just been deployed',
    path: projectPath(draft),
    open: async (page) => {
      await openDeployment(page, 'Deploy')
      await confirmDeployment(page)
      await dialog(page).getByRole('button', { name: 'Collect with the KoboCollect app' }).click()
      await dialog(page).getByText('Enter this server URL').waitFor()
    },
    shows: (page) => dialog(page).getByRole('img', { name: 'QR code of the link to the web form' }),
  },
  {
    name: 'the question before changed questions are deployed',
    path: projectPath(questionsChanged),
    open: (page) => openDeployment(page, 'Redeploy'),
    shows: (page) => dialog(page).getByText(/2,015 submissions already sent are not affected/),
  },
  {
    name: 'the link and the QR code on the summary of a deployed project',
    path: projectPath(household),
    open: async (page) => {
      await page.getByRole('button', { name: 'Show QR code' }).click()
      await page.getByRole('button', { name: 'Copy link' }).click()
    },
    shows: (page) => page.getByRole('img', { name: 'QR code of the link to the web form' }),
  },
  {
    name: 'the submissions of a draft',
    path: projectPath(draft, '/submissions'),
    shows: (page) => page.getByRole('button', { name: 'Deploy this form' }),
  },
  {
    name: 'the settings of a project that one owns',
    path: projectPath(household, '/settings'),
    shows: (page) => page.getByRole('button', { name: 'Archive…' }),
  },
  {
    name: 'the menu of a public project',
    path: projectPath(publicProject),
    widths: [1440],
    open: (page) => mainButton(page, 'More').click(),
    shows: (page) => page.getByRole('menuitem', { name: 'Archive…' }),
  },
  {
    name: 'the reason why a form was not deployed',
    path: `/demo?faults&next=${projectPath(SENTINELS.doesNotCompile)}`,
    open: async (page) => {
      await openDeployment(page, 'Deploy')
      await confirmDeployment(page)
    },
    shows: (page) => dialog(page).getByRole('alert').filter({ hasText: 'The server found an error in the form' }),
  },

  {
    name: 'what became of the names of the old API',
    path: '/api-guide',
    shows: (page) => page.getByRole('region', { name: 'One project' }),
  },
  {
    name: 'the questions of a form',
    path: projectPath(household, '/form'),
    shows: (page) => page.getByRole('list', { name: 'Form' }),
  },
  {
    name: 'what the device records, at the end of a form',
    path: projectPath(draft, '/form'),
    open: (page) => page.getByText(/^Recorded by the device/).click(),
    shows: (page) => page.getByRole('list', { name: /^Recorded by the device/ }),
  },
  {
    name: 'the settings of a project that one may only view',
    path: projectPath(viewOnly, '/settings'),
    shows: (page) => page.getByText(/ask its owner, joseph/),
  },
  {
    name: 'the question before a project is deleted',
    path: projectPath(household, '/settings'),
    open: (page) => page.getByRole('button', { name: 'Delete the project…' }).click(),
    shows: (page) => dialog(page).getByText('this cannot be undone later'),
  },
  {
    name: 'the question before a changed form is left',
    path: projectPath(household, '/settings'),
    open: async (page) => {
      const name = page.getByLabel('Name', { exact: true })
      // What asks is loaded after the page.
      await expect(async () => {
        await page.goto(`./#${projectPath(household, '/settings')}`)
        await expect(name).toHaveValue(household.name)
        await name.fill('Household survey')
        await page.getByRole('link', { name: 'Form', exact: true }).click()
        await expect(dialog(page)).toBeVisible({ timeout: 2000 })
      }).toPass()
    },
    shows: (page) => page.getByRole('dialog', { name: 'Leave without saving?' }),
  },

  { name: 'the page of imports', path: '/imports', shows: (page) => page.getByText('No imports yet') },
  {
    name: 'importing from links',
    path: '/imports',
    open: (page) => page.getByRole('button', { name: 'Import from links…' }).click(),
    shows: (page) => dialog(page).getByRole('textbox', { name: 'Links to XLSForms' }),
  },
  {
    name: 'replacing a form',
    path: projectPath(household, '/form?replace'),
    shows: (page) => page.getByRole('button', { name: 'Choose the XLSForm' }),
  },
])
