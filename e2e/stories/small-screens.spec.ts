import type { Locator, Page } from '@playwright/test'
import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { cell, grid, SURVEY, sortBy } from '../submissions-page.ts'

const { household } = DEMO_PROJECTS
const cards = (page: Page) => page.getByRole('list', { name: 'Submissions' }).getByRole('article')
const FILTERED = `${SURVEY}?${new URLSearchParams({
  filter: JSON.stringify({ join: 'and', parts: [{ field: 'hh/people', test: { op: 'answered' } }] }),
})}`

/** Scrolls to an element: it is visible, nothing covers it, and the page is not wider than the screen. */
async function expectReachable(element: Locator) {
  await element.scrollIntoViewIfNeeded()
  await expect(element).toBeInViewport()
  const covering = await element.evaluate((one) => {
    const { left, top, width, height } = one.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    // A card opens by a link that covers all of it.
    const place = one.closest('article') ?? one.closest('label') ?? one
    return hit === null || place.contains(hit) || hit.contains(one) ? null : hit.outerHTML.slice(0, 200)
  })
  expect(covering).toBeNull()
  expect(await element.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

for (const [width, height] of [
  [320, 256],
  [342, 192],
] as const) {
  test.describe(`At 400 % zoom, ${width} × ${height}`, () => {
    test.use({ viewport: { width, height } })

    test('the list, a project and its sharing can be read and pressed', async ({ page, openDemo }) => {
      await openDemo()
      await expectReachable(page.getByRole('searchbox'))
      await expectReachable(page.getByRole('button', { name: /^All/ }))
      const project = page.getByRole('link', { name: household.name })
      await expectReachable(project)
      await expectReachable(page.getByText(/^1–50 of \d+$/))
      await project.click()
      await expectReachable(page.getByRole('region', { name: 'Details' }).getByText('demo (you)'))
      await expectReachable(page.getByRole('link', { name: 'Sharing', exact: true }))
      await page.getByRole('link', { name: 'Sharing', exact: true }).click()
      await expectReachable(page.getByRole('switch', { name: 'Anyone can view this form', exact: true }))
    })

    test('submissions can be read, filtered and opened', async ({ page, openDemo }) => {
      await openDemo(SURVEY)
      await expectReachable(page.getByRole('button', { name: 'Filter', exact: true }))
      await expectReachable(page.getByRole('button', { name: 'Export…' }))
      await expectReachable(cards(page).nth(1).getByRole('checkbox'))
      await expectReachable(cards(page).nth(4).getByText('Village'))
      await page.goto(`./#${FILTERED}`)
      await expectReachable(page.getByText(/^[\d,]+ of 1,060 submissions match$/))
      await expectReachable(page.getByRole('button', { name: 'Remove this condition' }))
      await cards(page).first().getByRole('heading').click()
      const sheet = page.getByRole('dialog')
      await expectReachable(sheet.getByText('How many people live here?'))
      await expectReachable(sheet.getByRole('button', { name: 'Close', exact: false }).last())
    })
  })
}

test.describe('A phone on its side', () => {
  test.use({ viewport: { width: 844, height: 390 } })

  test('shows several rows, and the whole table once the page is scrolled', async ({ page, openDemo }) => {
    await openDemo(SURVEY)
    await expect(cell(page, 4, 2)).toBeInViewport()
    await page.getByRole('button', { name: 'Next page' }).scrollIntoViewIfNeeded()
    await expect(page.getByRole('button', { name: 'Next page' })).toBeInViewport({ ratio: 1 })
    await grid(page).scrollIntoViewIfNeeded()
    await expect(cell(page, 8, 2)).toBeInViewport({ ratio: 1 })
  })
})

test.describe('On a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  /** The most that headings and controls take, in pixels. */
  const HEADING = 220
  const topOf = async (element: Locator) => (await element.boundingBox())?.y ?? Infinity

  test('the first project and the first submission begin near the top, with a filter too', async ({
    page,
    openDemo,
  }) => {
    await openDemo()
    await expect(page.getByRole('link', { name: household.name })).toBeVisible()
    expect(await topOf(page.getByRole('row').first())).toBeLessThanOrEqual(HEADING)
    await page.goto(`./#${SURVEY}`)
    await expect(cards(page).first()).toBeVisible()
    expect(await topOf(cards(page).first())).toBeLessThanOrEqual(HEADING)
    await page.goto(`./#${FILTERED}`)
    await expect(page.getByText(/^[\d,]+ of 1,060 submissions match$/)).toBeVisible()
    await expect(cards(page).first()).toBeVisible()
    expect(await topOf(cards(page).first())).toBeLessThanOrEqual(HEADING)
  })

  test('the top bar has the project and the way back; the current tab is visible', async ({ page, openDemo }) => {
    await openDemo(`/projects/${household.uid}/settings`)
    const bar = page.getByRole('banner')
    await expect(bar.getByRole('heading', { name: household.name, level: 1 })).toBeVisible()
    await expect(bar.getByText('Deployed')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Settings', exact: true })).toBeInViewport({ ratio: 1 })
    await page.getByRole('button', { name: /^Menu/ }).tap()
    await page.getByRole('menuitem', { name: 'Imports' }).tap()
    await expect(page.getByRole('heading', { name: 'Imports', level: 1 })).toBeVisible()
    await page.goBack()
    await expect(bar.getByRole('heading', { name: household.name, level: 1 })).toBeVisible()
    await bar.getByRole('link', { name: 'Projects' }).tap()
    await expect(page.getByRole('link', { name: household.name })).toBeVisible()
  })

  test('order, labels and search are behind one button', async ({ page, openDemo }) => {
    await openDemo(SURVEY)
    await page.getByRole('button', { name: 'More controls' }).tap()
    const more = page.getByRole('dialog')
    await more.getByRole('combobox', { name: 'Labels' }).selectOption('Labels, Français (fr)')
    await sortBy(more, '_submitted_by')
    await expect(page).toHaveURL(/sort=_submitted_by/)
    await expect(page.getByText('All 1,060 submissions are sorted.')).toBeVisible()
    await expect(page.getByRole('list', { name: 'Submissions' })).toHaveAttribute('aria-busy', 'false')
    await expectAccessible(page)
    await more.getByRole('button', { name: 'Find in the rows shown' }).tap()
    await expect(page.getByRole('search').getByRole('textbox', { name: 'Find in these rows' })).toBeVisible()
  })
})

test.describe('At 1366 pixels', () => {
  test.use({ viewport: { width: 1366, height: 625 } })

  test('ten conditions of a filter leave the toolbar where it is', async ({ page, openDemo }) => {
    const controls = ['Views', /^Columns: /, 'Export…', 'Find in the rows shown'] as const
    const places = async () =>
      Promise.all(controls.map(async (name) => page.getByRole('button', { name }).boundingBox()))
    await openDemo(SURVEY)
    await expect(cell(page, 1, 2)).toHaveText(/\S/)
    const before = await places()
    expect(new Set(before.map((box) => box && box.y + box.height / 2)).size).toBe(1)
    const ten = Array.from({ length: 10 }, (_, from) => ({
      field: 'hh/people',
      test: { op: 'number', from: String(from), to: '99' },
    }))
    await page.goto(`./#${SURVEY}?${new URLSearchParams({ filter: JSON.stringify({ join: 'and', parts: ten }) })}`)
    await expect(page.getByText(/ of 1,060 submissions match$/)).toBeVisible()
    expect(await places()).toEqual(before)
    await expect(cell(page, 5, 2)).toBeInViewport({ ratio: 1 })
  })
})
