import type { Page } from '@playwright/test'
import { DEMO_PROJECTS } from '../../../src/demo/sentinels.ts'
import { expect } from '../../fixtures.ts'
import { testViews, type View } from '../../views.ts'

const { household, arabic } = DEMO_PROJECTS

const select = async (page: Page) => {
  for (const { name } of [household, arabic]) await page.getByRole('checkbox', { name }).check()
}
/** Opens the dialog of an action on the selection, from its button or from the menu. */
const act = (kind: RegExp) => async (page: Page) => {
  await select(page)
  const button = page.getByRole('region', { name: 'Selected projects' }).getByRole('button', { name: kind })
  const more = page.getByRole('button', { name: /^(More actions|Actions for 2 projects)$/ }).first()
  await expect(more).toBeVisible()
  if (!(await button.isVisible())) {
    await more.click()
    await page.getByRole('menuitem', { name: kind }).click()
  } else await button.click()
}
const dialog = (page: Page, name: RegExp) => page.getByRole('dialog', { name })

const VIEWS: View[] = [
  {
    name: 'the selected projects',
    path: '/projects',
    open: select,
    shows: (page) => page.getByText('2 selected'),
  },
  {
    name: 'the menu of a project',
    path: '/projects',
    open: (page) => page.getByRole('button', { name: household.name }).click(),
    shows: (page) => page.getByRole('menuitem', { name: 'Clone…' }),
    widths: [1440],
  },
  ...(
    [
      ['archiving', /^Archive 2/, /^Archive 2/],
      ['tagging', /^Tag 2/, /^Add tags/],
      ['sharing several projects', /^Share 2/, /^Share 2/],
      ['removing people from several projects', /^Stop sharing/, /^Stop sharing/],
      ['cloning', /^Clone 2/, /^Clone 2/],
      ['downloading forms', /^Download 2/, /^Download 2/],
      ['deleting several projects', /^Delete 2/, /^Delete 2/],
    ] as const
  ).map(([name, action, title]): View => ({
    name: `the question before ${name}`,
    path: '/projects',
    open: act(action),
    shows: (page) => dialog(page, title),
  })),
  {
    name: 'the dialog for a new project',
    path: '/projects?new',
    shows: (page) => dialog(page, /^New project/),
  },
  {
    name: 'the search for projects and pages',
    path: '/projects',
    open: async (page) => {
      await page.getByRole('button', { name: /Connection: Demo server/ }).click()
      await page.getByRole('menuitem', { name: 'Go to a project or page…' }).click()
    },
    shows: (page) => page.getByPlaceholder('Go to a project, a page or an action'),
  },
]

testViews(VIEWS)
