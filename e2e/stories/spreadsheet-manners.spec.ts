import { expect, expectAccessible, test, textOf, useLanguage } from '../fixtures.ts'
import { activeCell, cell, grid, panel, row, SURVEY } from '../submissions-page.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('Cells are marked by keyboard and mouse, and copied for a spreadsheet', async ({ page, openDemo }) => {
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

  // Escape gives up what is marked, and nothing else.
  await page.keyboard.press('Escape')
  await expect(marked).toHaveCount(0)
  await expect(activeCell(page)).toHaveAttribute('aria-colindex', '2')

  // With Shift a click marks; it opens nothing.
  await cell(page, 1, 1).click({ position: { x: 120, y: 4 }, button: 'right' })
  await page.keyboard.press('Escape')
  await cell(page, 4, 2)
    .getByRole('button')
    .click({ modifiers: ['Shift'] })
  await expect(marked).toHaveCount(8)
  await expect(panel(page)).toBeHidden()

  // Pulling marks, and pulls the table along at its edge.
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

  // The names go with a whole column.
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Space')
  await page.keyboard.press('Control+c')
  await expect(page.getByText('100 rows, 1 column copied.')).toBeVisible()
  expect((await copied()).split('\n').slice(0, 2)).toEqual(['Household code', await textOf(cell(page, 1, 2))])
})

test('Right to left, the arrows mark the way they point', async ({ page, openDemo }) => {
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

test('A column has a menu, by keyboard and mouse: sorted, summed up, copied, filtered by', async ({
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
  await expect(menu).toHaveAccessibleDescription(/^Of these 100 rows\s*Mean [\d.]+\s*Sum \d+/)
  await menu.getByRole('menuitem', { name: 'Copy this column' }).press('Enter')
  await expect(page.getByText('100 rows, 1 column copied.')).toBeVisible()
  await expect(grid(page)).toBeFocused()
  // What is summed up is what the rows say.
  const [, ...answers] = (await page.evaluate(async () => navigator.clipboard.readText())).split('\n')
  const sum = answers.reduce((total, answer) => total + Number(answer), 0)
  await page.keyboard.press('Shift+F10')
  await expect(menu).toHaveAccessibleDescription(new RegExp(`Sum ${sum} `))
  await menu.getByRole('menuitem', { name: 'Sort descending' }).press('Enter')
  await expect(people).toHaveAttribute('aria-sort', 'descending')

  const code = grid(page).getByRole('columnheader', { name: 'Household code' })
  const open = async () => {
    await code.hover()
    await code.getByRole('button', { name: 'Menu of' }).click()
  }
  await open()
  await expect(menu).toBeVisible()
  await expectAccessible(page)
  await open()
  await menu.getByRole('menuitem', { name: 'Filter by this column…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Filter the submissions' })
  await expect(dialog.getByRole('combobox', { name: 'Question' })).toHaveValue('Household code')
})

test('Alt and an arrow go from one open submission to the next', async ({ page, openDemo }) => {
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
