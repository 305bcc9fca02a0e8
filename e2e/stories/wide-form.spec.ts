import type { Page } from '@playwright/test'
import { expect, test, useLanguage } from '../fixtures.ts'
import {
  activeCell,
  cell,
  grid,
  panel,
  row,
  selection,
  status,
  rowCheckbox,
  WHOLE_WIDE,
  WIDE,
} from '../submissions-page.ts'

const nodes = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length)

/** Requires that neither headers nor frozen columns cover the active cell. */
async function expectUncovered(page: Page) {
  const active = activeCell(page)
  await expect(active).toBeInViewport({ ratio: 0.95 }) // heights are not whole pixels
  const isOnTop = () =>
    active.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const inset = 3
      const corners = [
        [left + inset, top + inset],
        [right - inset, top + inset],
        [left + inset, bottom - inset],
        [right - inset, bottom - inset],
      ] as const
      return corners.every(([x, y]) => element.contains(document.elementFromPoint(x, y)))
    })
  await expect.poll(isOnTop, 'nothing covers the current cell').toBe(true)
}

for (const language of ['en', 'en-XB'] as const) {
  test(`The last of 1,269 questions is reached by keyboard, and never covered (${language})`, async ({
    page,
    openDemo,
  }) => {
    await openDemo(WHOLE_WIDE)
    await expect(page.getByText('300 submissions')).toBeVisible()
    await useLanguage(page, language)
    await expect(cell(page, 1, 2)).toBeVisible()
    const columns = Number(await grid(page).getAttribute('aria-colcount'))
    expect(columns).toBeGreaterThan(900)
    expect(await nodes(page)).toBeLessThan(5000)
    const sort = page.getByRole('combobox', { name: 'Sort' }).getByRole('option')
    await expect(sort, 'the browser need not measure more').toHaveCount(1)
    await sort.locator('..').focus()
    await expect.poll(() => sort.count()).toBeGreaterThan(900)

    await grid(page).focus()
    await page.keyboard.press('End')
    await expect(activeCell(page)).toHaveAttribute('aria-colindex', String(columns))
    await expectUncovered(page)
    await expect(grid(page).locator(`[role=columnheader][aria-colindex="${columns}"]`)).toBeInViewport()
    // Status and title stay visible.
    await expect(cell(page, 1, 1)).toBeInViewport({ ratio: 0.95 })
    await expect(cell(page, 1, 2)).toBeInViewport({ ratio: 0.95 })
    expect(await nodes(page)).toBeLessThan(5000)

    const backward = language === 'en' ? 'ArrowLeft' : 'ArrowRight'
    for (let step = 1; step <= 12; step += 1) {
      await page.keyboard.press(backward)
      await expect(activeCell(page)).toHaveAttribute('aria-colindex', String(columns - step))
      await expectUncovered(page)
    }
    await page.keyboard.press('PageDown')
    await page.keyboard.press('PageDown')
    await expectUncovered(page)
    await page.keyboard.press('Control+End')
    await expectUncovered(page)
    await page.keyboard.press('PageUp')
    await expectUncovered(page)
    await page.keyboard.press('Control+Home')
    await expect(activeCell(page)).toHaveAttribute('aria-colindex', '1')
    await expect(cell(page, 1, 3)).toBeInViewport({ ratio: 0.95 })
    expect(await nodes(page)).toBeLessThan(5000)
  })
}

test('While scrolling, headers show names only; complete headers and answers follow when it stops', async ({
  page,
  openDemo,
}) => {
  await openDemo(WHOLE_WIDE)
  await expect(cell(page, 1, 2)).toHaveText(/\S/)
  // Measured in the page: by the time a test asks, scrolling has stopped.
  const passing = await grid(page).evaluate(async (element) => {
    const frames: { names: number; buttons: number; waiting: number }[] = []
    for (let step = 1; step <= 10; step += 1) {
      element.scrollBy({ left: 2000 })
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      const heads = [...element.querySelectorAll('[role=columnheader][aria-sort]')].filter(
        (head) => Number(head.getAttribute('aria-colindex')) > 3,
      )
      frames.push({
        names: heads.filter(({ textContent }) => textContent.trim() !== '').length,
        buttons: heads.filter((head) => head.querySelector('button')).length,
        waiting: element.querySelectorAll('[data-loading]').length,
      })
    }
    return frames
  })
  // Some frames suffice: on a busy machine scrolling may pause between two.
  const passed = passing.filter(({ buttons, waiting }) => buttons === 0 && waiting === 0)
  expect(passed.length).toBeGreaterThan(0)
  for (const { names } of passed) expect(names).toBeGreaterThan(3)
  const inSight = page.getByRole('columnheader').nth(6)
  await expect(inSight.getByRole('button', { name: /^Menu/ })).toBeAttached()
  const at = await inSight.getAttribute('aria-colindex')
  const answer = row(page, 1).locator(`[aria-colindex="${at}"]`)
  await expect(answer).toBeVisible()
  await expect(answer).not.toHaveAttribute('data-loading')
})

test('The active cell stays active, however far the manager scrolls', async ({ page, openDemo }) => {
  await openDemo(WHOLE_WIDE)
  await expect(cell(page, 1, 2)).toBeVisible()
  await grid(page).focus()
  await page.keyboard.press('ArrowDown')
  await grid(page).evaluate((element) => element.scrollTo(90_000, 2400))
  await expect(row(page, 80)).toBeVisible()
  // Its answers are loaded when it is visible.
  await expect(grid(page).getByRole('gridcell', { name: 'Loading' })).toHaveCount(0)
  await expect(row(page, 80).getByRole('gridcell').last()).toHaveText(/\S/)
  await expect(activeCell(page)).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await expectUncovered(page)
  await expect(activeCell(page)).toHaveAttribute('aria-colindex', '2')
})

test('The panel shows a submission of a thousand answers without rendering them all', async ({ page, openDemo }) => {
  await openDemo(WIDE)
  await cell(page, 1, 2).getByRole('link').click()
  await expect(panel(page).getByRole('heading', { level: 3 }).first()).toBeVisible()
  expect(await nodes(page)).toBeLessThan(5000)
  const answers = panel(page).getByRole('region').first()
  await answers.focus()
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(panel(page).getByRole('heading', { name: 'Calculated or automatic' })).toBeInViewport({ timeout: 500 })
  }).toPass()
  expect(await nodes(page)).toBeLessThan(5000)
})

test('Statuses of a wide form are correct in the table, the panel, the page and on cards, and after an undo', async ({
  page,
  openDemo,
}) => {
  const part = { field: '_validation_status', test: { op: 'status', verdicts: ['validation_status_approved'] } }
  const filter = JSON.stringify({ join: 'and', parts: [part] })
  await openDemo(`${WIDE}?${new URLSearchParams({ filter })}`)
  await expect(status(row(page, 1))).toHaveText('Approved')
  await expect(status(row(page, 2))).toHaveText('Approved')

  const job = page.getByRole('region', { name: 'Action on many submissions' })
  for (const number of [1, 2]) await rowCheckbox(page, number).click()
  await selection(page).getByRole('button', { name: 'Status', exact: true }).click()
  await page.getByRole('menuitem', { name: 'None', exact: true }).click()
  await expect(job.getByRole('status')).toHaveText('2 submissions set to “None”')
  await job.getByRole('button', { name: 'Undo for 2 submissions' }).click()
  await expect(job.getByRole('status')).toHaveText('Undone: 2 submissions are as before')
  await expect(status(row(page, 1))).toHaveText('Approved')

  await cell(page, 1, 2).getByRole('link').click()
  await expect(status(panel(page))).toHaveText('Approved')
  await page.keyboard.press('Alt+Enter')
  await expect(grid(page)).toBeHidden()
  await expect(status(page.getByRole('main'))).toHaveText('Approved')

  await page.goBack()
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(status(page.getByRole('article').first())).toHaveText('Approved')
})
