import { expect, test, useLanguage } from '../fixtures.ts'
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
    [2, 3].map(async (at) => `${await cell(page, at, 1).textContent()}\t${await cell(page, at, 2).textContent()}`),
  )
  expect(await copied()).toBe(texts.join('\n'))

  // Escape gives up what is marked, and nothing else.
  await page.keyboard.press('Escape')
  await expect(marked).toHaveCount(0)
  await expect(await activeCell(page)).toHaveAttribute('aria-colindex', '2')

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
  expect((await copied()).split('\n').slice(0, 2)).toEqual(['Household code', await cell(page, 1, 2).textContent()])
})

test('Right to left, the arrows mark the way they point', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await expect(cell(page, 1, 2)).toBeVisible()
  await useLanguage(page, 'en-XB')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(page.locator('[role=gridcell][aria-selected=true]')).toHaveCount(3)
  await expect(await activeCell(page)).toHaveAttribute('aria-colindex', '4')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await expect(await activeCell(page)).toHaveAttribute('aria-colindex', '1')
  await expect(page.locator('[role=gridcell][aria-selected=true]')).toHaveCount(1)
})
