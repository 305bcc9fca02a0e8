import { utils, write } from '@e965/xlsx'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { startI18n } from '#/i18n/i18n.ts'
import { loadNamespaces } from '#/i18n/load-namespaces.ts'
import { FormCheck } from './FormCheck.tsx'

beforeAll(async () => {
  await startI18n()
  await loadNamespaces('form-check')
})

afterEach(cleanup)

function form(sheets: Record<string, string[][]>): File {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name)
  return new File([write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer], 'form.xlsx')
}

function show(file: File, isHeld = true) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider>
        <MemoryRouter>
          <FormCheck
            file={file}
            isHeld={isHeld}
            importsPath="/imports"
            footer={<button type="button">Cancel</button>}
          />
        </MemoryRouter>
      </MantineProvider>
    </QueryClientProvider>,
  )
  return screen.findByRole('region', { name: 'Findings' })
}

const broken = () =>
  form({
    survey: [
      ['type', 'name', 'label', 'relevant'],
      ['text', 'heads', 'Heads', ''],
      ['integer', 'size', 'Size', '${hesds} != ""'],
      ['select_one no_list', 'pick', 'Pick', ''],
    ],
    choices: [
      ['list_name', 'name', 'label'],
      ['other', 'a', 'A'],
    ],
  })

it('lists errors before warnings, each with its place, and shows the first in its sheet', async () => {
  const findings = await show(broken())
  const buttons = within(findings).getAllByRole('button')
  expect(buttons.map(({ textContent }) => textContent)).toEqual([
    'No question is called “hesds”survey · row 3 · column relevantDid you mean “heads”?',
    'The choice list “no_list” does not existsurvey · row 4 · column type',
    'No question uses the choice list “other”choices · row 2 · column list_name',
  ])
  expect(within(findings).getByRole('heading', { name: '2 errors stop the import' })).toBeTruthy()
  expect(buttons[0]?.getAttribute('aria-current')).toBe('true')
  expect(screen.getByRole('tab', { name: 'survey 2 errors' }).getAttribute('aria-selected')).toBe('true')
  expect(screen.getByText(/3 questions · 1 choice list · 1 language · checked in/)).toBeTruthy()
})

it('walks through the findings, and comes to the sheet of each', async () => {
  const user = userEvent.setup()
  const findings = await show(broken())
  const next = screen.getByRole('button', { name: 'Next finding' })
  const current = () => findings.querySelector('[aria-current]')?.textContent
  await user.click(next)
  expect(current()).toMatch(/^The choice list “no_list”/)
  await user.click(next)
  expect(current()).toMatch(/^No question uses/)
  expect(screen.getByRole('grid', { name: 'Sheet choices' })).toBeTruthy()
  await user.click(next)
  expect(current()).toMatch(/^No question is called/)
  expect(screen.getByRole('grid', { name: 'Sheet survey' })).toBeTruthy()
})

it('says what it does not know of a form without findings', async () => {
  await show(form({ survey: [['type', 'name', 'label'], ['text', 'a', 'A']] }), false) // prettier-ignore
  expect(screen.getByRole('heading', { name: 'No findings' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Next finding' })).toBeNull()
})

it('says that a file cannot be checked, and keeps what can be done', async () => {
  void show(new File(['%PDF'], 'form.xlsx')).catch(() => null)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('The form could not be checked')
  expect(screen.getByRole('button', { name: 'Cancel' })).toBeTruthy()
})
