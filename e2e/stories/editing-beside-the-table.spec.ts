import type { Page } from '@playwright/test'
import { expect, test, textOf } from '../fixtures.ts'
import { activeCell, cell, grid, panel, row, SURVEY, VIEW_ONLY, WHOLE_WIDE } from '../submissions-page.ts'

const AGE = 'Age of the head of household'

const pencil = (page: Page, question: string) =>
  panel(page).getByRole('button', { name: new RegExp(`^Edit the answer to .*${question}`) })
const input = (page: Page, question: string) => panel(page).getByRole('textbox', { name: question })
const answer = (page: Page, question: string) =>
  panel(page)
    .locator('dl > div')
    .filter({ has: page.getByText(question, { exact: true }) })
    .locator('dd')

test('A manager edits an answer in the panel: editor, buttons and errors are in view; Ctrl+Z undoes it', async ({
  page,
  openDemo,
}) => {
  await page.setViewportSize({ width: 1366, height: 625 })
  await openDemo(SURVEY)
  await cell(page, 1, 2).getByRole('link').click()
  const before = (await textOf(answer(page, AGE))).trim()
  const save = panel(page).getByRole('button', { name: 'Save the answer' })

  // At the lower edge.
  await pencil(page, AGE).evaluate((button) => button.scrollIntoView({ block: 'end' }))
  await pencil(page, AGE).click()
  await expect(input(page, AGE)).toBeFocused()
  await expect(save).toBeInViewport({ ratio: 1 })
  await input(page, AGE).fill('5')
  await expect(panel(page).getByText('This answer breaks the form’s rule: ⁨. >= 12 and . <= 110⁩')).toBeVisible()
  await expect(save).toBeInViewport({ ratio: 1 })

  // What is typed is not lost by Escape, nor by another row.
  await page.keyboard.press('Escape')
  await cell(page, 4, 4).click()
  const asked = page.getByRole('dialog', { name: 'Leave without saving?' })
  await asked.getByRole('button', { name: 'Stay' }).click()
  await expect(input(page, AGE)).toHaveValue('5')
  await expect(row(page, 1)).toHaveAttribute('aria-current', 'true')

  await input(page, AGE).fill('77')
  await page.keyboard.press('Enter')
  await expect(answer(page, AGE)).toContainText(`Saved. It was: ${before}`)
  await expect(pencil(page, AGE)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(answer(page, AGE)).toContainText('Saved. It was: 77')
  // There is nothing else to undo: the next one leaves the answer alone.
  await page.keyboard.press('ControlOrMeta+z')
  await panel(page).getByRole('button', { name: 'Next submission' }).click()
  await panel(page).getByRole('button', { name: 'Previous submission' }).click()
  await expect(answer(page, AGE)).toHaveText(before)
})

test('F2 in a cell edits its answer, and saving leads back to the cell; what cannot be edited says why', async ({
  page,
  openDemo,
}) => {
  await openDemo(`${SURVEY}?columns=_submitted_by+hh%2Fvillage+hh%2Fwater_photo`)
  const village = grid(page).getByRole('columnheader', { name: /^Village/ })
  await expect(village).toBeVisible()
  const at = Number(await village.getAttribute('aria-colindex')) - 1
  const before = await textOf(cell(page, 3, at))
  await cell(page, 3, at).click()
  await page.keyboard.press('F2')
  await expect(input(page, 'Village')).toBeFocused()
  await input(page, 'Village').fill('Lodwar')
  await page.keyboard.press('ControlOrMeta+Enter') // Enter alone begins a new line
  await expect(cell(page, 3, at)).toHaveText('Lodwar')
  await expect(grid(page)).toBeFocused()
  await expect(activeCell(page)).toHaveText('Lodwar')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cell(page, 3, at)).toHaveText(before)

  await page.keyboard.press('F2')
  await expect(input(page, 'Village')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(grid(page)).toBeFocused()

  await cell(page, 3, at - 1).click()
  await page.keyboard.press('F2')
  await expect(page.getByText('The server fills in this column. It cannot be edited.')).toBeVisible()
})

test('F2 edits an answer of a form of a thousand questions, far down in the panel', async ({ page, openDemo }) => {
  await openDemo(WHOLE_WIDE)
  await expect(cell(page, 1, 2)).toBeVisible()
  // To the last remarks, from the end.
  await grid(page).focus()
  await page.keyboard.press('End')
  const headOfActive = async () => {
    const at = await activeCell(page).getAttribute('aria-colindex')
    return grid(page).locator(`[role=columnheader][aria-colindex="${at}"]:not([aria-colspan])`).textContent()
  }
  for (let step = 0; step < 40 && !(await headOfActive())?.startsWith('ملاحظات'); step += 1) {
    await page.keyboard.press('ArrowLeft')
  }
  await expect(activeCell(page)).not.toHaveAttribute('data-loading')
  await page.keyboard.press('F2')
  const editor = panel(page).locator('form')
  await expect(editor.locator('input, textarea').first()).toBeFocused()
  await expect(editor.getByRole('button', { name: 'Save the answer' })).toBeInViewport({ ratio: 1 })
})

test('Who may only view is told so by F2, and sees no pencils in the panel', async ({ page, openDemo }) => {
  await openDemo(VIEW_ONLY)
  await cell(page, 1, 2).getByRole('link').click()
  await expect(panel(page).getByText(/^Submitted /)).toBeVisible()
  await expect(panel(page).getByRole('button', { name: /^Edit the answer/ })).toHaveCount(0)
  await page.keyboard.press('F2')
  await expect(page.getByText('You don’t have permission to edit submissions.')).toBeVisible()
})
