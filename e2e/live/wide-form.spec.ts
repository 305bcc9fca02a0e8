import { cell, grid, panel, row, selection, status, rowCheckbox } from '../submissions-page.ts'
import { expectSame } from './evidence.ts'
import { expect, submissionsOf, test } from './fixtures.ts'
import { makeWithRows, readRows, setStatus, statusOf } from './rows.ts'
import { WIDE_CONTENT, wideRow } from './wide-content.ts'

/** The newest first, as the table shows them. */
const STATUSES = ['None', 'On hold', 'Not approved', 'Approved'] as const

test('Statuses of a form with sixty questions are the server’s: in the table, the panel and the page, and after an undo', async ({
  page,
  lab,
  openApp,
}) => {
  const { project, rows } = await makeWithRows(lab, 'wide', [1, 2, 3, 4].map(wideRow), WIDE_CONTENT)
  await setStatus(lab, project, rows.slice(0, 1), 'validation_status_approved')
  await setStatus(lab, project, rows.slice(1, 2), 'validation_status_not_approved')
  await setStatus(lab, project, rows.slice(2, 3), 'validation_status_on_hold')
  const before = await readRows(lab, project)
  await openApp(submissionsOf(project))
  const expectStatuses = async () => {
    for (const [at, name] of STATUSES.entries()) await expect(status(row(page, at + 1))).toHaveText(name)
  }
  await expectStatuses()
  await expect(cell(page, 1, 2)).toHaveText('Text 4')
  await page.goto(`./#${submissionsOf(project)}?columns=*`)
  await expect(grid(page)).toHaveAttribute('aria-colcount', /^6\d$/)
  await expectStatuses()

  await cell(page, 3, 2).getByRole('link').click()
  await expect(status(panel(page))).toHaveText('Not approved')
  await expect(panel(page).getByText('Question 1', { exact: true })).toBeVisible()
  await panel(page).getByRole('link', { name: 'Open full page' }).click()
  await expect(grid(page)).toBeHidden()
  await expect(status(page.getByRole('main'))).toHaveText('Not approved')
  await page.goto(`./#${submissionsOf(project)}`)

  const job = page.getByRole('region', { name: 'Action on many submissions' })
  for (const number of [1, 2, 3, 4]) await rowCheckbox(page, number).click()
  await selection(page).getByRole('button', { name: 'Status', exact: true }).click()
  await page.getByRole('menuitem', { name: 'None', exact: true }).click()
  await expect(job.getByRole('status')).toHaveText('3 submissions set to “None”')
  await expectSame('all set to none', (await readRows(lab, project)).map(statusOf), [null, null, null, null])
  await job.getByRole('button', { name: 'Undo for 3 submissions' }).click()
  await expect(job.getByRole('status')).toHaveText('Undone: 3 submissions are as before')
  await expectSame('written back', (await readRows(lab, project)).map(statusOf), before.map(statusOf))
  await expectStatuses()
})
