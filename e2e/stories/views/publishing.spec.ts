import { DEMO_PROJECTS } from '../../../src/demo/sentinels.ts'
import { testViews } from '../../views.ts'

const { household, public: wash, twoVersions } = DEMO_PROJECTS

testViews([
  {
    name: 'the versions of a form',
    path: `/projects/${twoVersions.uid}/form/versions`,
    shows: (page) => page.getByRole('heading', { name: 'Version 1' }),
  },
  {
    name: 'the question before a version is brought back',
    path: `/projects/${twoVersions.uid}/form/versions`,
    open: (page) => page.getByRole('button', { name: 'Bring back this version…: Version 1' }).click(),
    shows: (page) => page.getByRole('dialog', { name: 'Bring back version 1?' }),
  },
  {
    name: 'the form of a publishing note',
    path: `/projects/${twoVersions.uid}/form/versions`,
    open: (page) => page.getByRole('button', { name: 'Add note: Version 2' }).click(),
    shows: (page) => page.getByRole('button', { name: 'Save note' }),
  },
  {
    name: 'what a redeploy would publish',
    path: `/projects/${wash.uid}`,
    open: async (page) => {
      await page.locator('header, main').getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('menuitem', { name: /^Redeploy/ }).click()
    },
    shows: (page) => page.getByText('A media file that collectors do not have yet: wards.csv'),
  },
  {
    name: 'the links to the web form',
    path: `/projects/${household.uid}`,
    open: (page) => page.getByRole('button', { name: 'Other links, and code for websites' }).click(),
    shows: (page) => page.getByText('In a website, once per browser'),
  },
])
