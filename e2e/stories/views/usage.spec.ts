import { testViews } from '../../views.ts'

testViews([
  {
    name: 'the usage of the account',
    path: '/account/usage',
    shows: (page) => page.getByRole('table', { name: 'By project' }),
  },
  {
    name: 'usage that cannot be loaded',
    path: '/account/usage',
    chaos: '500;path=_usage',
    shows: (page) => page.getByText('The usage could not be loaded'),
  },
])
