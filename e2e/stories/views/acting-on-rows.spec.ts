import type { Page } from '@playwright/test'
import { selection, SURVEY, rowCheckbox } from '../../submissions-page.ts'
import { PHONE, testViews } from '../../views.ts'

const SCREEN_ONLY = [1440] as const
const PHONE_ONLY = [PHONE] as const

const dialog = (page: Page) => page.getByRole('dialog')
const cards = (page: Page) => page.getByRole('list', { name: 'Submissions' }).getByRole('article')
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

async function selectRows(page: Page, ...numbers: number[]) {
  for (const number of numbers) await rowCheckbox(page, number).click()
}

testViews([
  {
    name: 'selected rows',
    path: SURVEY,
    widths: SCREEN_ONLY,
    open: (page) => selectRows(page, 2, 4, 5),
    shows: (page) => selection(page).getByText('3 submissions selected'),
  },
  {
    name: 'a selected card',
    path: SURVEY,
    widths: PHONE_ONLY,
    open: (page) => cards(page).nth(1).getByRole('checkbox').click(),
    shows: (page) => selection(page).getByText('1 submission selected'),
  },
  {
    name: 'what can be done with a selected card',
    path: SURVEY,
    widths: PHONE_ONLY,
    open: async (page) => {
      await cards(page).first().getByRole('checkbox').click()
      await button(page, 'Actions for 1 submission').click()
    },
    shows: (page) => page.getByRole('menuitem', { name: 'Duplicate 1…' }),
  },
  {
    name: 'a status that was set for many',
    path: SURVEY,
    widths: SCREEN_ONLY,
    open: async (page) => {
      await selectRows(page, 1, 2, 4)
      await selection(page).getByRole('button', { name: 'Status', exact: true }).click()
      await page.getByRole('menuitem', { name: 'On hold', exact: true }).click()
    },
    shows: (page) => page.getByText('3 submissions set to “On hold”'),
  },
  {
    name: 'the question before all get another status',
    path: SURVEY,
    open: async (page) => {
      await selectRows(page, 1)
      await selection(page).getByRole('button', { name: 'Select all 1,060' }).click()
      await selection(page).getByRole('button', { name: 'Status', exact: true }).click()
      await page.getByRole('menuitem', { name: 'On hold', exact: true }).click()
    },
    shows: (page) => dialog(page).getByRole('list', { name: 'Their status now' }),
  },
  {
    name: 'an answer that is edited for many',
    path: SURVEY,
    open: async (page) => {
      await selectRows(page, 1)
      await selection(page).getByRole('button', { name: 'Edit 1…' }).click()
      await dialog(page).getByLabel('Question').fill('Village')
      await page.getByRole('listbox').getByRole('option', { name: 'Village', exact: true }).click()
      await dialog(page).getByLabel('New answer').fill('Kakuma')
    },
    widths: SCREEN_ONLY,
    shows: (page) => dialog(page).getByText(/another answer/),
  },
  {
    name: 'the question before many are deleted',
    path: SURVEY,
    widths: SCREEN_ONLY,
    open: async (page) => {
      await selectRows(page, 1, 2)
      await selection(page).getByRole('button', { name: 'Delete 2…' }).click()
    },
    shows: (page) => page.getByRole('dialog', { name: 'Delete 2 submissions?' }),
  },
  {
    name: 'the choices of an export',
    path: SURVEY,
    open: (page) => button(page, 'Export…').click(),
    shows: (page) => dialog(page).getByText('All 1,060 submissions of the project'),
  },
])
