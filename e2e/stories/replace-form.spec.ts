import { utils, write } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { expectAccessible } from '../accessible.ts'
import { setChaos, writesOf } from '../chaos.ts'
import { openAsColleague } from '../colleague.ts'
import { expect, test } from '../fixtures.ts'

const { household, draft, viewOnly } = DEMO_PROJECTS
const replacing = (uid: string) => `/projects/${uid}/form?replace`

type Rows = string[][]
const QUESTIONS: Rows = [['type', 'name', 'label'], ['text', 'head', 'Name of the head of household'], ['integer', 'size', 'People']] // prettier-ignore

function form(name: string, sheets: Record<string, Rows> = { survey: QUESTIONS }) {
  const book = utils.book_new()
  for (const [sheet, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), sheet)
  return { name, mimeType: '', buffer: write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer }
}

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true })

async function pick(page: Page, file: ReturnType<typeof form>, name = 'Choose the XLSForm') {
  const chooser = page.waitForEvent('filechooser')
  await button(page, name).click()
  await (await chooser).setFiles(file)
}

test('A manager replaces a form: sees the check and the losses, replaces, and is led to redeploy', async ({
  page,
  openDemo,
}) => {
  await openDemo(`/projects/${household.uid}/form`)
  await page.getByRole('link', { name: 'Replace the form…' }).click()
  const saved = page.waitForEvent('download')
  await button(page, 'Download the current form first').click()
  expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/)

  await pick(page, form('v2.xlsx', { survey: QUESTIONS, settings: [['form_title'], ['Household survey, round 2']] }))
  await expect(page.getByRole('region', { name: 'Confirm' })).toContainText(
    `the project is renamed from “${household.name}” to “Household survey, round 2”`,
  )
  await expect(page.getByRole('main')).toContainText('colours, comments, column widths')
  await expectAccessible(page)
  await setChaos(page, '')
  await button(page, 'Replace the form').click()
  await expect(page.getByText('The form was replaced')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('main')).toContainText('Unpublished changes: questions.')
  expect(await writesOf(page)).toEqual(['POST /api/v2/imports/'])
  await expectAccessible(page)
  await button(page, 'Redeploy…').click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Redeploy', exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Household survey, round 2')
})

test('A form that someone else changed meanwhile is not replaced before the manager has seen it', async ({
  page,
  openDemo,
}) => {
  await openDemo(replacing(draft.uid))
  await pick(page, form('v2.xlsx'))
  await expect(button(page, 'Replace the form')).toBeVisible()
  const colleague = await openAsColleague(page, `/projects/${draft.uid}/settings`)
  await colleague.getByRole('textbox', { name: 'Name' }).first().fill('Changed by a colleague')
  await colleague.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(colleague.getByRole('heading', { name: 'Changed by a colleague', level: 1 })).toBeVisible()

  await setChaos(page, '')
  await button(page, 'Replace the form').click()
  await expect(page.getByRole('alert')).toContainText('The form was changed while this page was open')
  expect(await writesOf(page)).toEqual([])
  await expectAccessible(page)
  await button(page, 'Replace that version too').click()
  await expect(page.getByText('The form was replaced')).toBeVisible({ timeout: 20_000 })
})

test('A manager asks the server whether a form deploys, and nothing is left of the trial', async ({
  page,
  openDemo,
}) => {
  await openDemo(replacing(draft.uid))
  await pick(page, form('sound.xlsx'))
  const trial = page.getByRole('region', { name: 'Will it deploy?' })
  await expect(trial).toContainText(/a temporary project named “Temporary project for a test \w+” is created, deployed/)
  await setChaos(page, '')
  await trial.getByRole('button', { name: 'Ask the server' }).click()
  await expect(trial).toContainText('The server deploys this form', { timeout: 20_000 })
  await expectAccessible(page)
  expect((await writesOf(page)).map((write) => write.replace(/\/a\w{20,}/, '/…'))).toEqual([
    'POST /api/v2/imports/',
    'POST /api/v2/assets/…/deployment/',
    'DELETE /api/v2/assets/…/',
  ])

  const survey = [['type', 'name', 'label'], ['calculate', 'a', ''], ['text', 'b', '${nowhere}']] // prettier-ignore
  await pick(page, form('broken.xlsx', { survey }), 'Choose another file')
  await trial.getByRole('button', { name: 'Ask the server' }).click()
  await expect(trial.getByRole('alert')).toContainText('The server does not deploy this form', { timeout: 20_000 })
  await expect(button(page, 'Replace anyway')).toBeVisible()
  await expectAccessible(page)
})

test('A trial whose project could not be deleted offers that again, also after a reload', async ({
  page,
  openDemo,
}) => {
  await openDemo(replacing(draft.uid))
  await pick(page, form('sound.xlsx'))
  const trial = page.getByRole('region', { name: 'Will it deploy?' })
  await expect(trial).toBeVisible()
  await setChaos(page, '502;on=delete')
  await trial.getByRole('button', { name: 'Ask the server' }).click()
  await expect(trial.getByRole('alert')).toContainText('A temporary project was left', { timeout: 20_000 })
  await expectAccessible(page)

  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await page.goto('./#/imports')
  const left = page.getByRole('main').getByRole('alert')
  await expect(left).toContainText(/Temporary project for a test/)
  await setChaos(page, '')
  await left.getByRole('button', { name: 'Delete what is left' }).click()
  await expect(left).toBeHidden()
  expect((await writesOf(page)).map((write) => write.replace(/\/a\w{20,}/, '/…'))).toEqual(['DELETE /api/v2/assets/…/'])
})

test('An upload without an answer is not repeated: the manager looks at the form first', async ({ page, openDemo }) => {
  await openDemo(replacing(draft.uid))
  await pick(page, form('v2.xlsx'))
  await expect(button(page, 'Replace the form')).toBeVisible()
  await setChaos(page, 'answer-lost;on=post')
  await button(page, 'Replace the form').click()
  await expect(page.getByRole('alert')).toContainText('We do not know whether the form was replaced')
  await expectAccessible(page)
  await expect(async () => {
    await button(page, 'Check the form now').click()
    await expect(page.getByText('The form is another one now')).toBeVisible({ timeout: 1000 })
  }).toPass()
  expect(await writesOf(page)).toEqual(['POST /api/v2/imports/'])
})

test('Replacing is offered to those who may change the form only, and fits a phone', async ({ page, openDemo }) => {
  await openDemo(`/projects/${viewOnly.uid}/form`)
  await expect(page.getByRole('button', { name: 'Download XLSForm' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Replace the form…' })).toBeHidden()
  await page.goto(`./#${replacing(viewOnly.uid)}`)
  await expect(page.getByText('You cannot change this form')).toBeVisible()

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`./#${replacing(household.uid)}`)
  await pick(page, form('a_form_with_a_rather_long_name_that_has_no_spaces_2026-11-21_final_v8.xlsx'))
  await expect(button(page, 'Replace the form')).toBeVisible()
  expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBeLessThanOrEqual(390)
})
