import type { Page } from '@playwright/test'
import { expect, expectAccessible, test, textOf, useLanguage } from '../fixtures.ts'
import { activeCell, cell, grid, SURVEY, WHOLE_WIDE } from '../submissions-page.ts'

const bar = (page: Page) => page.getByRole('search')
const field = (page: Page) => bar(page).getByRole('textbox', { name: 'Find in these rows' })

/** Looks for a text from within the table; says on which of how many cells that leads. */
async function find(page: Page, text: string, told: string | RegExp) {
  await grid(page).focus()
  await page.keyboard.press('Control+f')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type(text)
  await expect(bar(page).getByText(told, { exact: true })).toBeVisible()
}

test('The keyboard finds a cell in the rows that are there, goes from one to the next, and back into the table', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  const code = await textOf(cell(page, 7, 2))
  await find(page, code.toLowerCase(), '1 of 1')
  await expect(activeCell(page)).toHaveText(code)
  await expect(cell(page, 7, 2)).toHaveAttribute('data-found')
  await expect(field(page)).toHaveAccessibleDescription(/^Only the 100 rows of this page are searched, of 1,060/)
  await expect(bar(page).getByRole('status')).toHaveText(new RegExp(`^1 of 1: .Household code., row 7: .${code}.$`))

  // Far to the side and further down, without accents; never covered by what stays in place.
  await field(page).fill('RÀTE cheaper food')
  await expect(bar(page).getByText('No match').first()).toBeVisible()
  await field(page).fill('ÀTE cheaper food')
  const told = bar(page).getByText(/^\d+ of \d+$/)
  await expect(told).toBeVisible()
  const number = async () => Number.parseInt(await told.innerText(), 10)
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
  await expect(page.locator('[data-found]').first()).toHaveCSS('outline-style', 'dashed')
  await page.emulateMedia({ forcedColors: 'none' })

  // F3 goes on in the table, too, as long as something is looked for there.
  await grid(page).focus()
  await page.keyboard.press('F3')
  await expect.poll(number).toBe(begun + 2)
  const found = (await grid(page).getAttribute('aria-activedescendant')) ?? ''
  await field(page).press('Escape')
  await expect(bar(page)).toBeHidden()
  await expect(grid(page)).toBeFocused()
  await expect(grid(page)).toHaveAttribute('aria-activedescendant', found)
  await expect(page.locator('[data-found]')).toHaveCount(0)
})

test('Elsewhere the browser’s own search is the browser’s', async ({ page, openDemo }) => {
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

test('In a form of 1,269 questions it is said that not all answers have come', async ({ page, openDemo }) => {
  await openDemo(WHOLE_WIDE)
  await expect(cell(page, 1, 2)).toBeVisible()
  await page.getByRole('button', { name: 'Find in the rows shown' }).click()
  const name = await textOf(cell(page, 3, 2))
  await field(page).fill(name)
  await expect(bar(page).getByText(/^1 of \d+$/)).toBeVisible()
  await expect(bar(page).getByText(/The answers of [\d,]+ columns have not come yet/)).toBeVisible()
  await expectAccessible(page)
})

test('Right to left, and in one scroll over all, what is found comes into sight', async ({ page, openDemo }) => {
  await openDemo(`${SURVEY}?scroll=1`)
  await expect(cell(page, 1, 2)).toHaveText(/\d$/)
  await useLanguage(page, 'en-XB')
  await grid(page).focus()
  await page.keyboard.press('Control+End')
  await expect(cell(page, 1060, 2)).toHaveText(/\d$/)
  await find(page, 'tanker', /^\d+ of \d+$/)
  await expect(bar(page).getByText(/^Only the \d+ rows loaded so far are searched, of 1,060/)).toBeVisible()
  for (let step = 1; step <= 3; step += 1) {
    await page.keyboard.press('Enter')
    await expect(activeCell(page)).toBeInViewport({ ratio: 0.95 })
    await expect(activeCell(page)).toHaveAttribute('data-found')
  }
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('Cards are found, too', async ({ page, openDemo }) => {
    await openDemo(SURVEY)
    const cards = page.getByRole('list', { name: 'Submissions' })
    await expect(cards.getByRole('article').first()).toBeVisible()
    await page.getByRole('button', { name: 'Find in the rows shown' }).tap()
    await field(page).fill('Turkana south')
    await expect(bar(page).getByText(/^1 of \d+$/)).toBeVisible()
    for (const [name, told] of [
      ['Next match', /^2 of \d+$/],
      ['Next match', /^3 of \d+$/],
      ['Previous match', /^2 of \d+$/],
    ] as const) {
      await bar(page).getByRole('button', { name }).tap()
      await expect(bar(page).getByText(told)).toBeVisible()
      const current = cards.locator('[data-current]')
      await expect(current).toBeInViewport({ ratio: 0.9 })
      await expect(current.locator('[data-found]')).toContainText('Turkana South')
    }
    await expectAccessible(page)
    await bar(page).getByRole('button', { name: 'Close the search' }).tap()
    await expect(bar(page)).toBeHidden()
  })
})
