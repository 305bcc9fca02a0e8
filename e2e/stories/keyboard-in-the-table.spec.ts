import { expect, test, textOf, useLanguage } from '../fixtures.ts'
import { activeCell, cell, grid, panel, row, SURVEY } from '../submissions-page.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('A manager selects cells by keyboard and mouse, and copies them for a spreadsheet', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  const marked = page.locator('[role=gridcell][aria-selected=true]')
  const copied = async () => page.evaluate(async () => navigator.clipboard.readText())
  await cell(page, 2, 2).click({ position: { x: 140, y: 4 } })
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(marked).toHaveCount(4)
  await expect(page.getByText('2 rows, 2 columns selected')).toBeAttached()
  await page.keyboard.press('Control+c')
  await expect(page.getByText('2 rows, 2 columns copied.')).toBeVisible()
  const texts = await Promise.all(
    [2, 3].map(async (at) => `${await textOf(cell(page, at, 1))}\t${await textOf(cell(page, at, 2))}`),
  )
  expect(await copied()).toBe(texts.join('\n'))

  // Escape clears the selected cells, and nothing else.
  await page.keyboard.press('Escape')
  await expect(marked).toHaveCount(0)
  await expect(activeCell(page)).toHaveAttribute('aria-colindex', '2')

  // Shift and a click select cells; they open nothing.
  await cell(page, 1, 1).click({ position: { x: 120, y: 4 }, button: 'right' })
  await page.keyboard.press('Escape')
  await cell(page, 4, 2)
    .getByRole('link')
    .click({ modifiers: ['Shift'] })
  await expect(marked).toHaveCount(8)
  await expect(panel(page)).toBeHidden()

  // Dragging selects cells, and scrolls the table at its edge.
  const from = await cell(page, 5, 3).boundingBox()
  const table = await grid(page).boundingBox()
  if (!from || !table) throw new Error('nothing to pull')
  await page.mouse.move(from.x + 20, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(from.x + 200, from.y + 80, { steps: 3 })
  await expect(page.getByText('3 rows, 2 columns selected')).toBeAttached()
  await page.mouse.move(from.x + 200, table.y + table.height + 30, { steps: 3 })
  await expect(row(page, 40)).toBeVisible()
  await page.mouse.up()

  // A whole column is copied with its header.
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Space')
  await page.keyboard.press('Control+c')
  await expect(page.getByText('100 rows, 1 column copied.')).toBeVisible()
  expect((await copied()).split('\n').slice(0, 2)).toEqual(['Household code', await textOf(cell(page, 1, 2))])
})

test('In a right-to-left table, Shift and an arrow select cells in the direction of the arrow', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await expect(cell(page, 1, 2)).toBeVisible()
  await useLanguage(page, 'en-XB')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(page.locator('[role=gridcell][aria-selected=true]')).toHaveCount(3)
  await expect(activeCell(page)).toHaveAttribute('aria-colindex', '4')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await expect(activeCell(page)).toHaveAttribute('aria-colindex', '1')
  await expect(page.locator('[role=gridcell][aria-selected=true]')).toHaveCount(1)
})

test('A manager sorts, totals, copies and filters by a column through its menu, by keyboard and mouse', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await expect(cell(page, 1, 2)).toBeVisible()
  await grid(page).focus()
  const people = grid(page).getByRole('columnheader', { name: /^How many people live here/ })
  for (let step = 1; step < 14; step += 1) await page.keyboard.press('ArrowRight')
  await expect(people).toBeInViewport()
  const at = Number(await people.getAttribute('aria-colindex'))
  await cell(page, 3, at - 1).click()
  await page.keyboard.press('Alt+ArrowDown')
  const menu = page.getByRole('menu')
  await expect(menu).toHaveAccessibleDescription(/^Totals for these 100 rows\s*Mean: [\d.]+\s*Sum: \d+/)
  await menu.getByRole('menuitem', { name: 'Copy this column' }).press('Enter')
  await expect(page.getByText('100 rows, 1 column copied.')).toBeVisible()
  await expect(grid(page)).toBeFocused()
  // The sum is that of the rows.
  const [, ...answers] = (await page.evaluate(async () => navigator.clipboard.readText())).split('\n')
  const sum = answers.reduce((total, answer) => total + Number(answer), 0)
  await page.keyboard.press('Alt+ArrowDown')
  await expect(menu).toHaveAccessibleDescription(new RegExp(`Sum: ${sum}\\s`))
  await menu.getByRole('menuitem', { name: 'Sort 9 → 1' }).press('Enter')
  await expect(people).toHaveAttribute('aria-sort', 'descending')

  const code = grid(page).getByRole('columnheader', { name: 'Household code' })
  await code.hover()
  await code.getByRole('button', { name: 'Menu of' }).click()
  await menu.getByRole('menuitem', { name: 'Filter by this column…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Filter the submissions' })
  await expect(dialog.getByRole('combobox', { name: 'Question' })).toHaveValue('Household code')
})

test('Alt and an arrow key open the next or previous submission', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await cell(page, 2, 3).dblclick()
  await expect(row(page, 2)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(row(page, 3)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(row(page, 2)).toHaveAttribute('aria-current', 'true')
  await expect(panel(page)).toBeVisible()
  await expect(grid(page)).toBeFocused()
})
