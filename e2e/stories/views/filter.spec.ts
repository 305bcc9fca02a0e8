import type { Page } from '@playwright/test'
import { SURVEY } from '../../submissions-page.ts'
import { testViews } from '../../views.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

const filterEditor = (page: Page) => page.getByRole('dialog', { name: 'Filter the submissions' })

/** Opens the editor of the filter, with a question chosen by a part of its name. */
async function filterBy(page: Page, part: string, question: string) {
  await button(page, /^Filters?( \(\d+\))?$/).click()
  await filterEditor(page).getByRole('combobox', { name: 'Question' }).last().fill(part)
  await filterEditor(page).getByRole('option', { name: question, exact: true }).click()
}

testViews([
  {
    name: 'a filter in the address that cannot be read',
    path: `${SURVEY}?${new URLSearchParams({ filter: '{"join":"or","parts":[{"join":"and","conditions":[]}]}' })}`,
    shows: (page) => page.getByRole('heading', { name: 'The filter in the address cannot be read' }),
  },
  {
    name: 'a number in a filter that may be two',
    path: SURVEY,
    open: async (page) => {
      await filterBy(page, 'people live', 'How many people live here?')
      await filterEditor(page).getByLabel('Number').fill('1.000')
    },
    shows: (page) => filterEditor(page).getByText('Which number do you mean?').first(),
  },
  {
    name: 'a new condition in a filter',
    path: SURVEY,
    open: (page) => button(page, 'Filter').click(),
    shows: (page) => filterEditor(page).getByRole('option', { name: 'Validation' }),
  },
  {
    name: 'a condition on many choices in a filter',
    path: SURVEY,
    open: (page) => filterBy(page, 'urgent', 'Most urgent needs'),
    shows: (page) => filterEditor(page).getByRole('combobox', { name: 'Choices' }),
  },
  {
    name: 'conditions, and changes that are not applied',
    path: `${SURVEY}?${new URLSearchParams({
      filter: JSON.stringify({
        join: 'and',
        parts: [
          { field: 'hh/people', test: { op: 'moreThan', number: '5' } },
          { field: '_submission_time', test: { op: 'last30Days' } },
        ],
      }),
    })}`,
    open: async (page) => {
      await button(page, 'Filters (2)').click()
      await filterEditor(page).getByLabel('Number').fill('6')
      await page.keyboard.press('Escape')
    },
    shows: (page) => button(page, 'Unapplied filter changes'),
  },
  {
    name: 'a group of conditions in a filter',
    path: SURVEY,
    open: async (page) => {
      await filterBy(page, 'sub-c', 'Sub-county')
      await filterEditor(page).getByRole('button', { name: 'Add a condition group' }).click()
    },
    shows: (page) => filterEditor(page).getByRole('group', { name: 'Condition group' }),
  },
])
