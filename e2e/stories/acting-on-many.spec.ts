import type { Page } from '@playwright/test'
import { setChaos, writesOf } from '../chaos.ts'
import { openAsColleague } from '../colleague.ts'
import { expect, expectAccessible, test, textOf } from '../fixtures.ts'
import { cell, grid, REVIEWED, row, SEEN, selection, status, SURVEY, tick } from '../submissions-page.ts'

const job = (page: Page) => page.getByRole('region', { name: 'What is done to many submissions' })
const act = (page: Page, name: string) => selection(page).getByRole('button', { name, exact: true }).click()
const choose = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true }).click()

test('A status for a few, and back again; then an answer for them, checked by the form', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  for (const number of [1, 2, 4]) await tick(page, number).click()
  await act(page, 'Status')
  await choose(page, 'On hold')
  await expect(job(page).getByRole('status')).toHaveText('3 submissions set to “On hold”')
  for (const number of [1, 2, 4]) await expect(status(row(page, number))).toHaveText('On hold')
  await expect(status(row(page, 3))).toHaveText('None')
  await expectAccessible(page)
  await job(page).getByRole('button', { name: 'Undo 3' }).click()
  await expect(job(page).getByRole('status')).toHaveText('3 old values written back')
  await expect(status(row(page, 1))).toHaveText('None')

  await act(page, 'Edit 3…')
  const dialog = page.getByRole('dialog', { name: 'Edit an answer of 3 submissions' })
  await dialog.getByLabel('Question').fill('Village')
  await page.getByRole('option', { name: 'Village', exact: true }).click()
  await expect(dialog.getByRole('button', { name: 'Change nothing' })).toBeDisabled()
  await dialog.getByLabel('New answer').fill('Kakuma')
  await expect(dialog.getByRole('status')).toContainText('have another answer')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Change 3 answers' }).click()
  await expect(job(page).getByRole('status')).toHaveText('3 answers changed')
  await expect(row(page, 1)).toContainText('Kakuma')
  await expect(row(page, 3)).not.toContainText('Kakuma')
  await job(page).getByRole('button', { name: 'Undo 3' }).click()
  await expect(row(page, 1)).not.toContainText('Kakuma')
})

test('The network goes in the middle of all that match: nothing twice, taken up where it was', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await tick(page, 1).click()
  await act(page, 'Select all 1,060')
  await setChaos(page, 'cut;on=write;after=2')
  await act(page, 'Status')
  await choose(page, 'Not approved')
  await expect(job(page)).toContainText('It stopped on the way')
  await expect(job(page)).toContainText(/\d+ are uncertain: no answer came/)
  await expect(job(page)).toContainText(/[1-9]\d+ submissions set to “Not approved”/)
  expect(await writesOf(page)).toHaveLength(3)

  await setChaos(page, '')
  await job(page).getByRole('button', { name: 'Go on' }).click()
  await expect(job(page).getByRole('status')).toHaveText(/^1,0\d\d submissions set/)
  await expect(job(page)).not.toContainText('uncertain')
  await expect(status(row(page, 1))).toHaveText('Not approved')
  await expect(selection(page)).toBeHidden()
})

test('All that match are counted again; another filter in mid-job leaves it to those it was begun with', async ({
  page,
  openDemo,
}) => {
  const having = (...verdicts: (string | null)[]) =>
    `${SURVEY}?${new URLSearchParams({
      filter: JSON.stringify({
        join: 'and',
        parts: [{ field: '_validation_status', test: { op: 'status', verdicts } }],
      }),
    })}`
  const matches = page.getByText(/^\d+ of 1,060 match$/)
  const approved = having('validation_status_approved')
  await openDemo(approved)
  const before = await textOf(matches)
  await page.goto(`./#${having(null)}`)
  await expect(status(row(page, 1))).toHaveText('None')
  const [count] = /^\d+/.exec(await textOf(matches)) ?? []
  await tick(page, 1).click()
  await act(page, `Select all ${count} that match`)

  // Meanwhile somebody else decides on one of them: it is counted again, and said.
  const colleague = await openAsColleague(page, having(null))
  await status(row(colleague, 2)).click()
  await colleague.getByRole('menuitemradio', { name: 'Not approved' }).click()
  await expect(status(row(colleague, 2))).toHaveText('Not approved')
  await expect(status(row(colleague, 2))).toHaveAttribute('aria-busy', 'false')
  await colleague.close()
  const left = Number(count) - 1
  await setChaos(page, 'latency:2500;on=write')
  await act(page, 'Status')
  await choose(page, 'On hold')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText(`There are ${left} now; ${count} were shown`)
  expect(await writesOf(page)).toEqual([])
  await dialog.getByRole('button', { name: `Set the status of ${left}` }).click()
  await expect(job(page).getByRole('status')).toHaveText(`Setting ${left} submissions to “On hold”`)

  await page.goto(`./#${approved}`)
  await expect(matches).toHaveText(before)
  await expect(job(page).getByRole('status')).toHaveText(`Setting ${left} submissions to “On hold”`)
  await expect(job(page).getByRole('status')).toHaveText(`${left} submissions set to “On hold”`)
  await expect(matches).toHaveText(before)
  await expect(status(row(page, 1))).toHaveText('Approved')
  await page.goto(`./#${having(null)}`)
  await expect(page.getByRole('heading', { name: 'No submission matches' })).toBeVisible()
})

test('Deleting by keyboard asks for the number, counts again, and spares what others changed', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  const colleague = await openAsColleague(page, SURVEY)
  for (const tab of [colleague, page]) await expect(tick(tab, 1)).toBeVisible()
  await grid(page).focus()
  for (const key of ['Shift+Space', 'ArrowDown', 'Shift+Space', 'ArrowDown', 'Shift+Space']) {
    await page.keyboard.press(key)
  }
  await expect(selection(page).getByRole('status')).toHaveText('3 selected')
  const spared = await textOf(cell(page, 4, 2))

  // Meanwhile somebody else deletes one of them.
  await tick(colleague, 2).click()
  await act(colleague, 'Delete 1…')
  await colleague.getByRole('textbox').fill('1')
  await colleague.getByRole('button', { name: 'Delete 1 submission' }).click()
  await expect(job(colleague).getByRole('status')).toHaveText('1 submission deleted')
  await colleague.close()

  await selection(page).getByRole('button', { name: 'Delete 3…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Delete 2 submissions?' })
  await expect(dialog.getByRole('alert')).toContainText('There are 2 now; 3 were shown')
  const confirm = dialog.getByRole('button', { name: 'Delete 2 submissions' })
  await expect(confirm).toBeDisabled()
  await dialog.getByRole('textbox').fill('3')
  await expect(confirm).toBeDisabled()
  const file = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download the 2 first' }).press('Enter')
  expect((await file).suggestedFilename()).toContain('(2)')
  await expectAccessible(page)
  await dialog.getByRole('textbox').fill('2')
  await expect(confirm).toBeEnabled()
  await confirm.press('Enter')
  await expect(job(page).getByRole('status')).toHaveText('2 submissions deleted')
  await expect(cell(page, 1, 2)).toHaveText(spared)
  await expect(page.getByText('1,057 submissions')).toBeVisible()
  await expect(page.getByText('deleted meanwhile')).toHaveCount(0) // they know
})

test('On a phone: a duplicate of one, and the way to the web form', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo(SURVEY)
  await page
    .getByRole('checkbox', { name: /^Select / })
    .first()
    .click()
  await act(page, 'Do with 1…')
  await choose(page, 'Open in web form…')
  const link = page.getByRole('link', { name: /^Submission \d+/ })
  await expect(link).toHaveAttribute('href', /^https:\/\/ee\.demo\.invalid\/edit\//)
  await page.getByRole('button', { name: 'Close' }).last().click()
  await act(page, 'Do with 1…')
  await expectAccessible(page)
  await choose(page, 'Duplicate 1…')
  await page.getByRole('button', { name: 'Make 1 duplicate' }).click()
  await expect(job(page).getByRole('status')).toHaveText('1 duplicate made')
  await expect(page.getByRole('link', { name: 'Submissions 1,061' })).toBeVisible()
})

test('What one may not do is not offered', async ({ page, openDemo }) => {
  await openDemo(REVIEWED)
  await tick(page, 1).click()
  await expect(selection(page).getByRole('button', { name: 'Status', exact: true })).toBeVisible()
  await expect(selection(page).getByRole('button', { name: /Delete|Edit|Duplicate/ })).toHaveCount(0)
  await page.goto(`./#${SEEN}`)
  await expect(page.getByRole('heading', { name: /^SMART nutrition survey/ })).toBeVisible()
  // What was selected in one project is not selected in another.
  await expect(selection(page)).toBeHidden()
  await tick(page, 1).click()
  await expect(selection(page).getByRole('status')).toHaveText('1 selected')
  await expect(selection(page).getByRole('button', { name: 'Open in web form…' })).toBeVisible()
  await expect(selection(page).getByRole('button', { name: 'Status', exact: true })).toHaveCount(0)
})
