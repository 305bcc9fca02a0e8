import { DEMO_PROJECTS } from '../../../src/demo/sentinels.ts'
import { testViews } from '../../views.ts'

const { household, viewOnly } = DEMO_PROJECTS
const activity = `/projects/${household.uid}/settings/activity`

testViews([
  {
    name: 'the activity of a project, with views of the submissions',
    path: `${activity}?views=1`,
    open: (page) => page.getByText('Details', { exact: true }).or(page.getByText('Each of them')).first().click(),
    shows: (page) => page.getByText(/viewed the submissions \d+ times/).first(),
  },
  {
    name: 'activity that no entry matches',
    path: `${activity}?person=nobody`,
    shows: (page) => page.getByRole('heading', { name: 'No entry matches the filter' }),
  },
  {
    name: 'the activity for someone who does not manage the project',
    path: `/projects/${viewOnly.uid}/settings/activity`,
    shows: (page) => page.getByText(/Only people who manage this project/),
  },
  {
    name: 'the export of the activity',
    path: activity,
    open: (page) => page.getByRole('button', { name: 'Export…' }).click(),
    shows: (page) => page.getByRole('dialog', { name: 'Export the activity' }),
  },
  {
    name: 'the activity of the account',
    path: '/account/activity',
    shows: (page) => page.getByText(/requests with an API key/).first(),
  },
])
