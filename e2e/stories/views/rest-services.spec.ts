import type { Page } from '@playwright/test'
import { DEMO_PROJECTS } from '../../../src/demo/sentinels.ts'
import { testViews, type View } from '../../views.ts'

const { household, draft, viewOnly } = DEMO_PROJECTS
const services = (uid: string) => `/projects/${uid}/settings/services`
const press = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).click()

const VIEWS: View[] = [
  {
    name: 'the REST services of a project',
    path: services(DEMO_PROJECTS.public.uid),
    shows: (page) => page.getByText('Water points dashboard'),
  },
  {
    name: 'a project without REST services',
    path: services(draft.uid),
    shows: (page) => page.getByText('No REST services'),
  },
  {
    name: 'why somebody may not see the REST services',
    path: services(viewOnly.uid),
    shows: (page) => page.getByText('You cannot see the REST services of this project'),
    widths: [390],
  },
  {
    name: 'REST services that could not be loaded',
    path: services(household.uid),
    chaos: '500;path=/hooks/',
    shows: (page) => page.getByText('The services could not be loaded'),
    widths: [1440],
  },
  {
    name: 'the form of a REST service',
    path: `${services(DEMO_PROJECTS.public.uid)}?edit=new`,
    open: async (page) => {
      await page.getByLabel('Address').fill('http://localhost/')
      await page.getByLabel('Chosen fields').check()
      await page.getByLabel('The other side asks for a username and password').check()
      await page.getByRole('button', { name: 'Add a header' }).click()
      await page.getByRole('button', { name: 'Add the service' }).click()
    },
    shows: (page) => page.getByText('Enter a username'),
  },
  {
    name: 'the log of a REST service, and the request that it sends',
    path: services(household.uid),
    open: async (page) => {
      await press(/^Log and details/)(page)
      await press(/^Show the request/)(page)
    },
    shows: (page) => page.getByText(/^The request for submission/),
  },
  {
    name: 'the question before a REST service is deleted',
    path: services(household.uid),
    open: press(/^Delete Food security/),
    shows: (page) => page.getByRole('dialog', { name: /^Delete the service/ }),
  },
]

testViews(VIEWS)
