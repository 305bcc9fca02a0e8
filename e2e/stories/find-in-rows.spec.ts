import type { Page } from '@playwright/test'
import { expect, test, textOf, useLanguage } from '../fixtures.ts'
import { activeCell, cell, grid, SURVEY, WHOLE_WIDE } from '../submissions-page.ts'

const bar = (page: Page) => page.getByRole('search')
const field = (page: Page) => bar(page).getByRole('textbox', { name: 'Find in these rows' })

/** Searches for a text from within the table, and requires the given position, such as `1 of 3`. */
async function find(page: Page, text: string, message: string | RegExp) {
  await grid(page).focus()
  await page.keyboard.press('Control+f')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type(text)
  await expect(bar(page).getByText(message, { exact: true })).toBeVisible()
}

test('A manager finds text in the loaded rows by keyboard, goes from match to match, and returns to the table', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  const code = await textOf(cell(page, 7, 2))
  await find(page, code.toLowerCase(), '1 of 1')
  await expect(activeCell(page)).toHaveText(code)
  await expect(cell(page, 7, 2)).toHaveAttribute('data-match')
  await expect(field(page)).toHaveAccessibleDescription(/^Searching 100 of 1,060 rows \(this page, visible columns\)/)
  await expect(bar(page).getByRole('status')).toHaveText(new RegExp(`^1 of 1: .Household code., row 7: .${code}.$`))

  // Far to the side and further down, ignoring accents; never covered by frozen columns.
  await field(page).fill('RÀTE cheaper food')
  await expect(bar(page).getByText('No match').first()).toBeVisible()
  await field(page).fill('ÀTE cheaper food')
  const message = bar(page).getByText(/^\d+ of \d+$/)
  await expect(message).toBeVisible()
  const number = async () => Number.parseInt(await message.innerText(), 10)
  const begun = await number()
  await expect(activeCell(page)).toBeInViewport({ ratio: 0.95 })
  await expect(activeCell(page)).toContainText('Ate cheaper food')
  const first = await grid(page).getAttribute('aria-activedescendant')
  await page.keyboard.press('Shift+Enter')
  await expect.poll(number).toBe(begun - 1)
  await expect(activeCell(page)).toBeInViewport({ ratio: 0.95 })
  await page.keyboard.press('F3')
  await expect(grid(page)).toHaveAttribute('aria-activedescendant', first ?? '')
  await page.keyboard.press('Enter')
  await expect.poll(number).toBe(begun + 1)
  await page.emulateMedia({ forcedColors: 'active' })
  await expect(page.locator('[data-match]').first()).toHaveCSS('outline-style', 'dashed')
  await page.emulateMedia({ forcedColors: 'none' })

  // F3 works in the table, too, as long as the search is open.
  await grid(page).focus()
  await page.keyboard.press('F3')
  await expect.poll(number).toBe(begun + 2)
  const found = (await grid(page).getAttribute('aria-activedescendant')) ?? ''
  await field(page).press('Escape')
  await expect(bar(page)).toBeHidden()
  await expect(grid(page)).toBeFocused()
  await expect(grid(page)).toHaveAttribute('aria-activedescendant', found)
  await expect(page.locator('[data-match]')).toHaveCount(0)
})

test('A manager searches all submissions on the server, as a filter that can be removed', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await expect(cell(page, 1, 2)).toBeVisible()
  await find(page, 'kaikor', /^\d+ of \d+$/)
  await bar(page).getByRole('button', { name: 'Search all 1,060 submissions' }).click()
  const chips = page.getByRole('list', { name: 'Active filters' }).getByRole('listitem')
  await expect(chips).toHaveText([/^Any text question contains “.kaikor.”$/])
  await expect(page.getByText(/^\d+ of 1,060 submissions match$/)).toBeVisible()
  await expect(field(page)).toHaveValue('kaikor')
  await expect(page.locator('[data-match]').first()).toContainText('Kaikor')
  await page.reload()
  await expect(chips).toHaveCount(1)
  await chips.getByRole('button', { name: 'Remove this condition' }).click()
  await expect(page.getByText('1,060 submissions')).toBeVisible()
})

test('No letter is lost that is typed while the search loads', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await grid(page).focus()
  await page.context().setOffline(true) // the code of the search cannot come
  await page.keyboard.press('Control+f')
  await page.keyboard.type('Kaikor')
  await expect(field(page)).toHaveValue('Kaikor')
  await page.context().setOffline(false)
})

test('Outside the table, the browser’s own search opens', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await expect(cell(page, 1, 2)).toBeVisible()
  await page.evaluate(() => {
    addEventListener('keydown', (event) => (document.title = `${event.key} ${event.defaultPrevented}`))
  })
  await page.getByRole('button', { name: 'Filter', exact: true }).focus()
  await page.keyboard.press('Control+f')
  await expect(page).toHaveTitle('f false')
  await expect(bar(page)).toBeHidden()
  await grid(page).focus()
  await page.keyboard.press('F3')
  await expect(page).toHaveTitle('F3 false')
  await page.keyboard.press('Control+f')
  await expect(page).toHaveTitle('f true')
})

test('In a form of 1,269 questions, the search says that not all answers are loaded', async ({ page, openDemo }) => {
  await openDemo(WHOLE_WIDE)
  await expect(cell(page, 1, 2)).toBeVisible()
  await page.getByRole('button', { name: 'Find in the rows shown' }).click()
  const name = await textOf(cell(page, 3, 2))
  await field(page).fill(name)
  await expect(bar(page).getByText(/^1 of \d+$/)).toBeVisible()
  await expect(bar(page).getByText(/[\d,]+ columns are still loading/)).toBeVisible()
})

test('In a right-to-left, continuous table, the search scrolls to each match', async ({ page, openDemo }) => {
  await openDemo(`${SURVEY}?scroll=1`)
  await expect(cell(page, 1, 2)).toHaveText(/\d$/)
  await useLanguage(page, 'en-XB')
  await grid(page).focus()
  await page.keyboard.press('Control+End')
  await expect(cell(page, 1060, 2)).toHaveText(/\d$/)
  await find(page, 'tanker', /^\d+ of \d+$/)
  await expect(bar(page).getByText(/^Searching \d+ of 1,060 rows \(loaded so far/)).toBeVisible()
  for (let step = 1; step <= 3; step += 1) {
    await page.keyboard.press('Enter')
    await expect(activeCell(page)).toBeInViewport({ ratio: 0.95 })
    await expect(activeCell(page)).toHaveAttribute('data-match')
  }
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the search goes from card to card', async ({ page, openDemo }) => {
    await openDemo(SURVEY)
    const cards = page.getByRole('list', { name: 'Submissions' })
    await expect(cards.getByRole('article').first()).toBeVisible()
    await page.getByRole('button', { name: 'More controls' }).tap()
    await page.getByRole('button', { name: 'Find in the rows shown' }).tap()
    await field(page).fill('Turkana south')
    await expect(bar(page).getByText(/^1 of \d+$/)).toBeVisible()
    for (const [name, message] of [
      ['Next match', /^2 of \d+$/],
      ['Next match', /^3 of \d+$/],
      ['Previous match', /^2 of \d+$/],
    ] as const) {
      await bar(page).getByRole('button', { name }).tap()
      await expect(bar(page).getByText(message)).toBeVisible()
      const current = cards.locator('[data-current]')
      await expect(current).toBeInViewport({ ratio: 0.9 })
      await expect(current.locator('[data-match]')).toContainText('Turkana South')
    }
    await bar(page).getByRole('button', { name: 'Close the search' }).tap()
    await expect(bar(page)).toBeHidden()
  })
})
