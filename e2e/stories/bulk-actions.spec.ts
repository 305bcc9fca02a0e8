import type { Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { setChaos, writesOf } from '../chaos.ts'
import { openAsColleague } from '../colleague.ts'
import { expect, test, textOf } from '../fixtures.ts'
import { cell, grid, REVIEWED, row, VIEW_ONLY, selection, status, SURVEY, rowCheckbox } from '../submissions-page.ts'

const job = (page: Page) => page.getByRole('region', { name: 'Action on many submissions' })
const act = (page: Page, name: string) => selection(page).getByRole('button', { name, exact: true }).click()
const choose = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true }).click()

test('A manager sets the status of three submissions, undoes it, and edits one answer of all three', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  for (const number of [1, 2, 4]) await rowCheckbox(page, number).click()
  await act(page, 'Status')
  await choose(page, 'On hold')
  await expect(job(page).getByRole('status')).toHaveText('3 submissions set to “On hold”')
  for (const number of [1, 2, 4]) await expect(status(row(page, number))).toHaveText('On hold')
  await expect(status(row(page, 3))).toHaveText('None')
  await job(page).getByRole('button', { name: 'Undo for 3 submissions' }).click()
  await expect(job(page).getByRole('status')).toHaveText('Undone: 3 submissions are as before')
  await expect(status(row(page, 1))).toHaveText('None')

  // Beside the result of an action there is room for one button.
  await act(page, 'Actions for 3 submissions')
  await choose(page, 'Edit 3…')
  const dialog = page.getByRole('dialog', { name: 'Edit an answer of 3 submissions' })
  await dialog.getByLabel('Question').fill('Village')
  await page.getByRole('listbox').getByRole('option', { name: 'Village', exact: true }).click()
  await expect(dialog.getByRole('button', { name: 'Change nothing' })).toBeDisabled()
  await dialog.getByLabel('New answer').fill('Kakuma')
  await expect(dialog.getByRole('status')).toContainText('have another answer')
  await dialog.getByRole('button', { name: 'Change 3 answers' }).click()
  await expect(job(page).getByRole('status')).toHaveText('3 answers changed')
  await expect(row(page, 1)).toContainText('Kakuma')
  await expect(row(page, 3)).not.toContainText('Kakuma')
  await job(page).getByRole('button', { name: 'Undo for 3 submissions' }).click()
  await expect(row(page, 1)).not.toContainText('Kakuma')
})

test('The network fails during a bulk action on all matches: it resumes, and nothing is written twice', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await rowCheckbox(page, 1).click()
  await act(page, 'Select all 1,060 submissions')
  await setChaos(page, 'cut;on=write;after=2')
  await act(page, 'Status')
  await choose(page, 'Not approved')
  const question = page.getByRole('dialog', { name: 'Set 1,060 submissions to “Not approved”?' })
  await expect(question.getByRole('list', { name: 'Their status now' }).getByRole('listitem')).toHaveText([
    /^\d+ Approved$/,
    /^\d+ None$/,
    /^\d+ Not approved$/,
    /^\d+ On hold$/,
  ])
  await question.getByRole('button', { name: 'Set 1,060 submissions to “Not approved”' }).click()
  await expect(job(page)).toContainText('The action stopped before it was finished')
  await expect(job(page)).toContainText(/\d+ may not have been saved: the server did not answer/)
  await expect(job(page)).toContainText(/[1-9]\d+ submissions set to “Not approved”/)
  expect(await writesOf(page)).toHaveLength(3)

  await setChaos(page, '')
  await job(page).getByRole('button', { name: 'Continue' }).click()
  await expect(job(page).getByRole('status')).toHaveText(/^1,0\d\d submissions set/)
  await expect(job(page)).not.toContainText('may not have been saved')
  await expect(status(row(page, 1))).toHaveText('Not approved')
  await expect(selection(page)).toBeHidden()
})

test('A bulk action recounts all matches first, and another filter does not change which submissions it concerns', async ({
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
  const matches = page.getByText(/^\d+ of 1,060 submissions match$/)
  const approved = having('validation_status_approved')
  await openDemo(approved)
  const before = await textOf(matches)
  await page.goto(`./#${having(null)}`)
  await expect(status(row(page, 1))).toHaveText('None')
  const [count] = /^\d+/.exec(await textOf(matches)) ?? []
  await rowCheckbox(page, 1).click()
  await act(page, `Select all ${count} matching submissions`)

  // Meanwhile a colleague changes one of them: the matches are recounted, and the page says so.
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
  await dialog.getByRole('button', { name: `Set ${left} submissions to “On hold”` }).click()
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

test('A manager deletes submissions by keyboard: the number is asked for, and recounted after a colleague’s change', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  const colleague = await openAsColleague(page, SURVEY)
  for (const tab of [colleague, page]) await expect(rowCheckbox(tab, 1)).toBeVisible()
  await grid(page).focus()
  for (const key of ['Shift+Space', 'ArrowDown', 'Shift+Space', 'ArrowDown', 'Shift+Space']) {
    await page.keyboard.press(key)
  }
  await expect(selection(page).getByRole('status')).toHaveText('3 submissions selected')
  const spared = await textOf(cell(page, 4, 2))

  // Meanwhile a colleague deletes one of them.
  await rowCheckbox(colleague, 2).click()
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
  await dialog.getByRole('button', { name: 'Download 2 submissions first' }).press('Enter')
  expect((await file).suggestedFilename()).toContain('(2)')
  await expectAccessible(page)
  await dialog.getByRole('textbox').fill('2')
  await expect(confirm).toBeEnabled()
  await confirm.press('Enter')
  await expect(job(page).getByRole('status')).toHaveText('2 submissions deleted')
  await expect(cell(page, 1, 2)).toHaveText(spared)
  await expect(page.getByText('1,057 submissions')).toBeVisible()
  await expect(page.getByText('have moved up')).toHaveCount(0) // they deleted them themselves
})

test('On a phone, a manager opens a submission in the web form, and duplicates it', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo(SURVEY)
  await page
    .getByRole('checkbox', { name: /^Select / })
    .first()
    .click()
  await act(page, 'Actions for 1 submission')
  await choose(page, 'Open in web form…')
  const link = page.getByRole('link', { name: /^Submission \d+/ })
  await expect(link).toHaveAttribute('href', /#\/demo\/web-form/)
  await page.getByRole('button', { name: 'Close' }).last().click()
  await act(page, 'Actions for 1 submission')
  await choose(page, 'Duplicate 1…')
  await page.getByRole('button', { name: 'Make 1 duplicate' }).click()
  await expect(job(page).getByRole('status')).toHaveText('1 duplicate made')
  await expect(page.getByRole('link', { name: 'Submissions 1,061' })).toBeVisible()
})

test('Actions without permission are not offered', async ({ page, openDemo }) => {
  await openDemo(REVIEWED)
  await rowCheckbox(page, 1).click()
  await expect(selection(page).getByRole('button', { name: 'Status', exact: true })).toBeVisible()
  await expect(selection(page).getByRole('button', { name: /Delete|Edit|Duplicate/ })).toHaveCount(0)
  await page.goto(`./#${VIEW_ONLY}`)
  await expect(page.getByRole('heading', { name: /^SMART nutrition survey/ })).toBeVisible()
  // The selection of one project does not apply to another.
  await expect(selection(page)).toBeHidden()
  await rowCheckbox(page, 1).click()
  await expect(selection(page).getByRole('status')).toHaveText('1 submission selected')
  await expect(selection(page).getByRole('button', { name: 'Open in web form…' })).toBeVisible()
  await expect(selection(page).getByRole('button', { name: 'Status', exact: true })).toHaveCount(0)
})

test('More than 100 submissions get another status after one question, which counts those of this page', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await grid(page).getByRole('checkbox', { name: 'Select all rows on this page' }).click()
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(rowCheckbox(page, 1)).not.toBeChecked()
  await rowCheckbox(page, 1).click()
  await rowCheckbox(page, 2).click()
  await expect(selection(page).getByRole('status')).toContainText('102 submissions selected')
  await act(page, 'Status')
  await choose(page, 'Approved')
  const question = page.getByRole('dialog', { name: 'Set 102 submissions to “Approved”?' })
  await expect(question.getByRole('list', { name: 'Their status now' })).toBeVisible()
  await expect(question).toContainText('The status of 100 submissions on other pages is not counted here.')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(job(page)).toHaveCount(0)
  await act(page, 'Status')
  await choose(page, 'Approved')
  await question.getByRole('button', { name: 'Set 102 submissions to “Approved”' }).click()
  await expect(job(page).getByRole('status')).toHaveText(/^\d+ submissions set to “Approved”$/)
})
