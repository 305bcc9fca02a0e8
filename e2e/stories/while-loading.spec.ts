import type { Page } from '@playwright/test'
import { setChaos } from '../chaos.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'
import { SURVEY } from '../submissions-page.ts'

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
