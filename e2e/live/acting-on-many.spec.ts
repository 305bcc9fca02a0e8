import type { Page } from '@playwright/test'
import { cell, grid, row, selection, status, rowCheckbox } from '../submissions-page.ts'
import { expectSame } from './evidence.ts'
import { expect, submissionsOf, test } from './fixtures.ts'
import { answersOf, makeWithRows, type RawRow, readRows, statusOf, withPlainStatus } from './rows.ts'
import { manyRows } from './table-rows.ts'

const job = (page: Page) => page.getByRole('region', { name: 'Action on many submissions' })
const act = (page: Page, name: string) => selection(page).getByRole('button', { name, exact: true }).click()

/** Selects rows of the table, counted from 1: the newest is the first. */
async function select(page: Page, numbers: readonly number[]) {
  for (const number of numbers) await rowCheckbox(page, number).click()
}
/** The rows behind those numbers; `rows` has the oldest first. */
const chosen = (rows: readonly RawRow[], numbers: readonly number[]) =>
  new Set(numbers.flatMap((number) => rows.at(-number)?._id ?? []))

test('Statuses are set for a few and written back; no other row changes', async ({ page, lab, openApp }) => {
  const { project, rows: before } = await makeWithRows(lab, 'statuses', manyRows(8))
  const numbers = [1, 2, 4]
  const ids = chosen(before, numbers)
  await openApp(submissionsOf(project))
  await select(page, numbers)
  await act(page, 'Status')
  await page.getByRole('menuitem', { name: 'On hold', exact: true }).click()
  await expect(job(page).getByRole('status')).toHaveText('3 submissions set to “On hold”')
  for (const number of numbers) await expect(status(row(page, number))).toHaveText('On hold')
  const onHold = (each: RawRow) =>
    ids.has(each._id) ? { ...each, _validation_status: 'validation_status_on_hold' } : withPlainStatus(each)
  await expectSame('three on hold', (await readRows(lab, project)).map(withPlainStatus), before.map(onHold))

  // Undo writes each old status back: here one of them was approved meanwhile, and is left alone.
  await status(row(page, 2)).click()
  await page.getByRole('menuitemradio', { name: 'Approved', exact: true }).click()
  await expect(status(row(page, 2))).toHaveText('Approved')
  await expect(status(row(page, 2))).toHaveAttribute('aria-busy', 'false')
  await job(page).getByRole('button', { name: 'Undo for 3 submissions' }).click()
  await expect(job(page).getByRole('status')).toHaveText('Undone: 2 submissions are as before')
  const approved = (each: RawRow) =>
    each._id === before.at(-2)?._id
      ? { ...each, _validation_status: 'validation_status_approved' }
      : withPlainStatus(each)
  await expectSame('two written back', (await readRows(lab, project)).map(withPlainStatus), before.map(approved))
})

test('A status for all that there are, and back', async ({ page, lab, openApp }) => {
  const { project, rows: before } = await makeWithRows(lab, 'all', manyRows(35))
  await openApp(`${submissionsOf(project)}?size=30`)
  await rowCheckbox(page, 1).click()
  await act(page, 'Select all 35 submissions')
  await act(page, 'Status')
  await page.getByRole('menuitem', { name: 'Approved', exact: true }).click()
  await page.getByRole('button', { name: 'Set 35 submissions to “Approved”' }).click()
  await expect(job(page).getByRole('status')).toHaveText('35 submissions set to “Approved”')
  const approved = (await readRows(lab, project)).map(statusOf)
  await expectSame('all approved', approved, Array<string>(35).fill('validation_status_approved'))
  await job(page).getByRole('button', { name: 'Undo for 35 submissions' }).click()
  await expect(job(page).getByRole('status')).toHaveText('Undone: 35 submissions are as before')
  await expectSame('none again', (await readRows(lab, project)).map(withPlainStatus), before.map(withPlainStatus))
})

test('An answer is written for a few, also where there was none, and written back', async ({ page, lab, openApp }) => {
  const { project, rows: before } = await makeWithRows(lab, 'editing', manyRows(8))
  const numbers = [1, 3, 5]
  const ids = chosen(before, numbers)
  const expectRows = async (name: string, change: (row: RawRow) => object) => {
    const after = await readRows(lab, project)
    const others = (rows: RawRow[]) => rows.filter(({ _id }) => !ids.has(_id))
    await expectSame(`${name}: rows that were not chosen`, others(after), others(before))
    const those = (rows: RawRow[]) => rows.filter(({ _id }) => ids.has(_id))
    const expected = those(before).map((each) => change(answersOf(each) as RawRow))
    await expectSame(`${name}: rows that were chosen`, those(after).map(answersOf), expected)
  }

  await openApp(submissionsOf(project))
  await select(page, numbers)
  await act(page, 'Edit 3…')
  const dialog = page.getByRole('dialog', { name: 'Edit an answer of 3 submissions' })
  await dialog.getByLabel('Question').fill('Head of household')
  await page.getByRole('listbox').getByRole('option', { name: 'Head of household', exact: true }).click()
  await dialog.getByLabel('New answer').fill('Zawadi <& "co">')
  await dialog.getByRole('button', { name: 'Change 3 answers' }).click()
  await expect(job(page).getByRole('status')).toHaveText('3 answers changed')
  await expectRows('edited', (each) => ({ ...each, 'household/head': 'Zawadi <& "co">' }))
  await job(page).getByRole('button', { name: 'Undo for 3 submissions' }).click()
  await expect(job(page).getByRole('status')).toHaveText('Undone: 3 submissions are as before')
  await expectRows('written back', (each) => each)
})

test('Duplicates have the answers of their originals, which stay as they are', async ({ page, lab, openApp }) => {
  const { project, rows: before } = await makeWithRows(lab, 'duplicates', manyRows(6))
  await openApp(submissionsOf(project))
  await select(page, [2, 4])
  await act(page, 'More actions')
  await page.getByRole('menuitem', { name: 'Duplicate 2…' }).click()
  await page.getByRole('button', { name: 'Make 2 duplicates' }).click()
  await expect(job(page).getByRole('status')).toHaveText('2 duplicates made')
  await page.getByRole('button', { name: 'Show them' }).click()
  await expect(page.getByText('8 submissions', { exact: true })).toBeVisible()
  const after = await readRows(lab, project)
  await expectSame('the originals', after.slice(0, 6), before)

  const questions = (each: RawRow) =>
    Object.entries(answersOf(each))
      .filter(([key]) => !/^(_|start$|end$|meta\/)/.test(key))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const originals = [before.at(-2), before.at(-4)].flatMap((each) => (each ? [each] : []))
  const byName = (rows: RawRow[]) =>
    rows.toSorted((a, b) => (String(a['name']) < String(b['name']) ? -1 : 1)).map(questions)
  await expectSame('the duplicates', byName(after.slice(6)), byName(originals))
  await expectSame('their statuses', after.slice(6).map(statusOf), [null, null])
})

test('What is deleted is gone, and nothing else', async ({ page, lab, openApp }) => {
  const { project, rows: before } = await makeWithRows(lab, 'deleting', manyRows(8))
  const numbers = [1, 3, 8]
  const ids = chosen(before, numbers)
  await openApp(submissionsOf(project))
  await select(page, numbers)
  await act(page, 'Delete 3…')
  const dialog = page.getByRole('dialog', { name: 'Delete 3 submissions?' })
  await dialog.getByRole('textbox').fill('3')
  await dialog.getByRole('button', { name: 'Delete 3 submissions' }).click()
  await expect(job(page).getByRole('status')).toHaveText('3 submissions deleted')
  const left = before.filter(({ _id }) => !ids.has(_id))
  await expectSame('the rows that are left', await readRows(lab, project), left)
  await expect(page.getByText('5 submissions', { exact: true })).toBeVisible()
  await expect(cell(page, 1, 2)).toHaveText(String(left.at(-1)?.['name']))
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '7')
})
