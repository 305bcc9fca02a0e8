import type { Page } from '@playwright/test'
import { importLine, pick, workbook } from '../../import-page.ts'
import { testViews } from '../../views.ts'

const form = workbook('hh_survey.xlsx', {
  survey: [
    ['type', 'name', 'label::English (en)', 'label::Swahili (sw)', 'relevant'],
    ['text', 'head', 'Head of household', 'Mkuu wa kaya', ''],
    ['select_one relation_type', 'relation', 'Relation to the head', '', ''],
    ['integer', 'under5', 'Children under five', 'Watoto', '${hh_sise} > 0'],
  ],
})

async function check(page: Page) {
  await pick(page, form)
  await importLine(page, form.name).getByRole('link', { name: 'See the errors' }).click()
}

testViews([
  {
    name: 'the findings of a form beside its sheet',
    path: '/imports',
    open: check,
    shows: (page) => page.getByRole('heading', { name: '2 errors stop the import' }),
  },
  {
    name: 'a finding in the sheet, on a phone',
    path: '/imports',
    widths: [390],
    open: async (page) => {
      await check(page)
      await page.getByRole('button', { name: /No question is called/ }).click()
    },
    shows: (page) => page.getByRole('grid', { name: 'Sheet survey' }),
  },
  {
    name: 'the question before a form with errors is imported anyway',
    path: '/imports',
    open: async (page) => {
      await pick(page, form)
      await importLine(page, form.name).getByRole('button', { name: 'Import anyway…' }).click()
    },
    shows: (page) => page.getByRole('dialog', { name: 'Import hh_survey.xlsx with 2 errors?' }),
  },
  {
    name: 'the check of a file that is no longer here',
    path: '/imports/check/none',
    shows: (page) => page.getByRole('heading', { name: 'The file is no longer here' }),
  },
])
