import type { Page } from '@playwright/test'
import { testViews } from '../../views.ts'

const EXPORTS = '/projects/aHouseholdTurkana2026x/submissions/exports'

/** The demo never ends exports with such a name, or lets them fail. */
const startAs = (name: string) => async (page: Page) => {
  await page.getByLabel('Name in the list (optional)').fill(name)
  await page.getByRole('button', { name: 'Export on the server' }).click()
}

testViews([
  {
    name: 'exports of the server, none yet',
    path: EXPORTS,
    shows: (page) => page.getByText('No exports yet'),
  },
  {
    name: 'an export that the server is creating',
    path: EXPORTS,
    open: startAs('never-ends'),
    shows: (page) => page.getByText('The server is creating the file'),
  },
  {
    name: 'an export that failed',
    path: EXPORTS,
    open: startAs('server-error'),
    shows: (page) => page.getByText('server closed the connection unexpectedly'),
  },
  {
    name: 'a finished export',
    path: EXPORTS,
    open: startAs('Weekly'),
    shows: (page) => page.getByText('Ready', { exact: true }),
  },
  {
    name: 'the choice of questions for an export',
    path: EXPORTS,
    open: (page) => page.getByRole('radio', { name: 'Only some' }).check(),
    shows: (page) => page.getByText('Choose at least one question').first(),
  },
  {
    name: 'the dialog for saving settings',
    path: EXPORTS,
    open: (page) => page.getByRole('button', { name: 'Save settings…' }).click(),
    shows: (page) => page.getByRole('dialog', { name: 'Save these settings' }),
  },
  {
    name: 'how other programs read a project',
    path: `${EXPORTS}/connect`,
    shows: (page) => page.getByRole('region', { name: 'Google Sheets' }),
  },
  {
    name: 'how other programs read a public project',
    path: '/projects/aWashMappingGarissaPub/submissions/exports/connect',
    shows: (page) => page.getByText('This project is public: everyone'),
  },
  {
    name: 'a project that no program can read yet',
    path: '/projects/aSmartNutritionBaidoa3/submissions/exports/connect',
    shows: (page) => page.getByText('No settings are saved yet'),
  },
])
