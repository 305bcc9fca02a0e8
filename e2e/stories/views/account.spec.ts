import { PHONE, testViews } from '../../views.ts'

testViews([
  {
    name: 'the profile',
    path: '/account',
    shows: (page) => page.getByRole('region', { name: 'Profile' }).getByLabel('Full name'),
  },
  {
    name: 'the profile without a required answer',
    path: '/account',
    open: async (page) => {
      await page.getByLabel('Full name').fill('')
      await page.getByRole('button', { name: 'Save profile' }).click()
    },
    shows: (page) => page.getByText(/required/i).first(),
    widths: [PHONE],
  },
  {
    name: 'the API key and the sign-ins',
    path: '/account/security',
    open: (page) => page.getByRole('button', { name: 'Show the API key' }).click(),
    shows: (page) => page.locator('code'),
  },
  {
    name: 'the question before the API key is renewed',
    path: '/account/security',
    open: (page) => page.getByRole('button', { name: 'Renew the API key…' }).click(),
    shows: (page) => page.getByRole('dialog', { name: 'Renew the API key?' }),
  },
  {
    name: 'the question before signing out everywhere',
    path: '/account/security',
    open: (page) => page.getByRole('button', { name: 'Sign out everywhere…' }).click(),
    shows: (page) => page.getByRole('dialog', { name: 'Sign out of all sessions?' }),
  },
  {
    name: 'the organization and its members',
    path: '/account/organization',
    shows: (page) => page.getByRole('region', { name: 'Members' }),
  },
  {
    name: 'the project views',
    path: '/account/views',
    shows: (page) => page.getByLabel('Search by name'),
  },
  {
    name: 'a page that the account does not have',
    path: '/account/nothing',
    shows: (page) => page.getByRole('link', { name: 'Back to Projects' }),
    widths: [PHONE],
  },
])
