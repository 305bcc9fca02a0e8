import type { Page } from '@playwright/test'
import { testViews } from '../../views.ts'

const SCREEN = [1440] as const

async function planOne(page: Page) {
  const row = page.getByRole('row').filter({ hasText: 'Market price monitoring, weekly' })
  await row.locator('[data-column="2"]').click()
  await page.getByRole('menuitemradio', { name: 'Manager' }).click()
}

testViews([
  {
    name: 'all projects by all people',
    path: '/access',
    shows: (page) => page.getByText('WASH infrastructure mapping, Garissa').first(),
  },
  {
    name: 'a plan of changes of access',
    path: '/access',
    widths: SCREEN,
    open: planOne,
    shows: (page) => page.getByRole('heading', { name: 'Plan, nothing sent yet' }),
  },
  {
    name: 'what one person can do',
    path: '/access?person=amina',
    shows: (page) => page.getByRole('heading', { name: 'amina' }),
  },
  {
    name: 'who can do what in one project',
    path: '/access?project=aHouseholdTurkana2026x',
    shows: (page) => page.getByRole('heading', { name: 'Household vulnerability survey, Turkana 2026' }),
  },
  {
    name: 'the roles of a person in a project',
    path: '/access',
    widths: SCREEN,
    open: (page) =>
      page.getByRole('row').filter({ hasText: 'Market price monitoring, weekly' }).locator('[data-column="2"]').click(),
    shows: (page) => page.getByRole('menuitemradio', { name: 'Manager' }),
  },
  {
    name: 'the choice of what is exported of the access',
    path: '/access',
    open: (page) => page.getByRole('button', { name: 'Export…' }).click(),
    shows: (page) => page.getByRole('dialog', { name: 'Export who can do what' }),
  },
  {
    name: 'the rules for importing access',
    path: '/access',
    open: (page) => page.getByRole('button', { name: 'Import…' }).click(),
    shows: (page) => page.getByRole('dialog', { name: 'Import changes of access' }),
  },
  {
    name: 'the question before a person is replaced everywhere',
    path: '/access?person=fatuma',
    open: (page) => page.getByRole('button', { name: 'Replace in all projects…' }).click(),
    shows: (page) => page.getByRole('dialog', { name: 'Replace fatuma in all projects?' }),
  },
  {
    name: 'the team lists',
    path: '/access',
    open: async (page) => {
      await page.getByRole('button', { name: 'Team lists…' }).click()
      await page.getByRole('button', { name: 'New team list' }).click()
      await page.getByLabel('Name of the team').fill('North')
      await page.getByRole('textbox', { name: 'People' }).fill('amina')
      await page.getByRole('button', { name: 'Save' }).click()
    },
    shows: (page) => page.getByRole('button', { name: 'Delete North' }),
  },
  {
    name: 'a new team list with what is missing',
    path: '/access',
    open: async (page) => {
      await page.getByRole('button', { name: 'Team lists…' }).click()
      await page.getByRole('button', { name: 'New team list' }).click()
      await page.getByRole('button', { name: 'Save' }).click()
    },
    shows: (page) => page.getByText('Enter at least one username.'),
  },
])
