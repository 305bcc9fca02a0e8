import type { Page } from '@playwright/test'
import { changeOf, DRAFT, MANAGED, OPEN, role, row, VIEW_ONLY, SURVEY } from '../../sharing-page.ts'
import { testViews } from '../../views.ts'

const switchOf = (page: Page, name: string) => page.getByRole('switch', { name, exact: true })

async function addPerson(page: Page, username: string) {
  await page.getByRole('button', { name: 'Add people' }).click()
  await page.getByLabel('Username').fill(username)
}

testViews([
  { name: 'who has access to a project', path: SURVEY, shows: (page) => row(page, 'enum_team_08') },
  {
    name: 'the form for adding people',
    path: SURVEY,
    open: async (page) => {
      await addPerson(page, 'n.alsabri')
      await page.getByRole('form', { name: 'Add people' }).getByLabel('Role').selectOption('Reviewer')
    },
    shows: (page) =>
      page.getByText('n.alsabri can view all submissions and set their validation status', { exact: false }),
  },
  {
    name: 'an account that cannot be added',
    path: SURVEY,
    open: async (page) => {
      await addPerson(page, 'nobody-here')
      await page.keyboard.press('Enter')
    },
    shows: (page) => page.getByText('No account with the username “nobody-here” on this server'),
  },
  {
    name: 'the question before somebody is removed',
    path: SURVEY,
    open: async (page) => {
      await page.getByRole('button', { name: 'More for fatuma' }).click()
      await page.getByRole('menuitem', { name: 'Remove…' }).click()
    },
    shows: (page) => page.getByRole('dialog', { name: 'Remove fatuma?' }),
  },
  {
    name: 'another role before it is saved',
    path: SURVEY,
    open: (page) => role(page, 'fatuma').selectOption('Collector'),
    shows: (page) => changeOf(page, 'fatuma').getByText('A Collector can only add submissions'),
  },
  {
    name: 'custom permissions',
    path: SURVEY,
    open: async (page) => {
      await role(page, 'yusuf').selectOption('Custom')
      await changeOf(page, 'yusuf').getByRole('checkbox', { name: 'Edit submissions' }).check()
    },
    shows: (page) => changeOf(page, 'yusuf').getByText('Included in Edit submissions.').first(),
  },
  {
    name: 'the rules for some submissions',
    path: SURVEY,
    open: async (page) => {
      await role(page, 'yusuf').selectOption('Custom')
      const change = changeOf(page, 'yusuf')
      await change.getByRole('checkbox', { name: 'Row-level access' }).check()
      await change.getByRole('radio', { name: 'Those that meet conditions' }).check()
    },
    shows: (page) => changeOf(page, 'yusuf').getByText('Complete the conditions to save.'),
  },
  {
    name: 'a list of people that was checked',
    path: SURVEY,
    open: async (page) => {
      await addPerson(page, 'n.alsabri, nobody-here, amina')
      await page.getByRole('button', { name: 'Check the usernames' }).click()
    },
    shows: (page) => page.getByRole('button', { name: 'Add 1 person' }),
  },
  {
    name: 'the difference to the people of another project',
    path: MANAGED,
    open: async (page) => {
      await page.getByRole('button', { name: 'Copy from a project…' }).click()
      await page.getByRole('dialog').getByRole('combobox', { name: 'Project' }).fill('Household vulnerability')
      await page.getByRole('option', { name: /Household vulnerability survey/ }).click()
    },
    shows: (page) => page.getByRole('heading', { name: /^Added: / }),
  },
  {
    name: 'the invitations to take over projects',
    path: '/transfers',
    shows: (page) => page.getByText('wants to hand 1 project over to you', { exact: false }),
  },
  {
    name: 'the question before a project is transferred',
    path: SURVEY.replace('sharing', 'settings'),
    open: (page) => page.getByRole('button', { name: 'Transfer…' }).click(),
    shows: (page) => page.getByRole('dialog', { name: 'Transfer this project?' }),
  },
  {
    name: 'a role that replaces access to some submissions',
    path: SURVEY,
    open: (page) => role(page, 'p.lefevre').selectOption('Viewer'),
    shows: (page) => changeOf(page, 'p.lefevre').getByText('p.lefevre will see all submissions. The restriction above'),
  },
  {
    name: 'custom permissions above the form for adding people',
    path: SURVEY,
    open: async (page) => {
      await role(page, 'p.lefevre').selectOption('Custom')
      await page.getByRole('button', { name: 'Add people' }).click()
    },
    shows: (page) => page.getByRole('form', { name: 'Add people' }),
  },
  {
    name: 'who has access to a project that one may only view',
    path: VIEW_ONLY,
    shows: (page) => page.getByText('Only the owner and managers decide who has access.', { exact: false }),
  },
  {
    name: 'the question before a project is left',
    path: VIEW_ONLY,
    open: (page) => row(page, 'demo').getByRole('button', { name: 'Leave…' }).click(),
    shows: (page) => page.getByRole('dialog', { name: 'Leave this project?' }),
  },
  {
    name: 'a project that nobody else has access to',
    path: DRAFT,
    shows: (page) => page.getByRole('heading', { name: 'Nobody else has access' }),
  },

  {
    name: 'a project that is open to the public',
    path: OPEN,
    shows: (page) => page.getByText('Public: anyone can view this form and its submissions'),
  },
  {
    name: 'the question before submissions become public',
    path: SURVEY,
    open: (page) => switchOf(page, 'Anyone can view submissions').click(),
    shows: (page) => page.getByRole('dialog', { name: 'Let anyone read 1,060 submissions?' }),
  },
  {
    name: 'the question before form and submissions become private',
    path: OPEN,
    open: (page) => switchOf(page, 'Anyone can view this form').click(),
    shows: (page) => page.getByRole('dialog', { name: 'Turn both off?' }),
  },
  {
    name: 'the question before a form becomes public',
    path: SURVEY,
    open: (page) => switchOf(page, 'Anyone can view this form').click(),
    shows: (page) => page.getByRole('dialog', { name: 'Let anyone view this form?' }),
  },
  {
    name: 'the question before anyone may submit',
    path: SURVEY,
    open: (page) => switchOf(page, 'Anyone can submit without signing in').click(),
    shows: (page) => page.getByRole('dialog', { name: 'Let anyone submit without signing in?' }),
  },
])
