import type { Page } from '@playwright/test'
import { setChaos } from '../chaos.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'
import { grid, row, SURVEY, tick, WIDE } from '../submissions-page.ts'

const project = SURVEY.replace('/submissions', '')
const progress = (name: string) => (page: Page) => page.getByRole('progressbar', { name })

/** What is on its way, with which requests, and where the page says so. */
const WAITING = [
  { what: 'the list of projects', slow: '/assets/$', path: '/projects', said: (page: Page) => page.getByRole('table', { name: 'Projects' }) },
  { what: 'the chart of a project', slow: '/counts/', path: project, said: progress('Loading the submissions per day') },
  { what: 'the table', slow: '/data/', path: SURVEY, said: (page: Page) => page.getByText('Loading the submissions', { exact: true }) },
  { what: 'one submission', slow: '/data/', path: `${SURVEY}/1001`, said: progress('Loading the submission') },
  { what: 'the panel', slow: '/data/', path: `${SURVEY}?submission=1001`, said: progress('Loading the submission') },
] // prettier-ignore

for (const { what, slow, path, said } of WAITING) {
  test(`While ${what} is on its way, the page says so, for every eye and ear`, async ({ page, openDemo }) => {
    await openDemo('/imports')
    await setChaos(page, `latency:60000;path=${slow}`)
    await page.goto(`./#${path}`)
    await expect(said(page)).toBeVisible()
    await expectAccessible(page)
  })
}

test('From one project’s table to another’s, no former row stands under the new name, nor can one be selected', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await tick(page, 1).click()
  await setChaos(page, 'latency:60000;path=/data/')
  await page.goto(`./#${WIDE}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('مسح احتياجات الأسر، الحديدة')
  await expect(page.getByText('Loading the submissions', { exact: true })).toBeVisible()
  await expect(grid(page).getByRole('checkbox')).toHaveCount(0)

  await setChaos(page, '')
  await page.goto(`./#${SURVEY}`)
  await expect(row(page, 1)).toBeVisible()
  await expect(tick(page, 1)).not.toBeChecked()
})
