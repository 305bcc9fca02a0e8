import type { Locator, Page } from '@playwright/test'
import { type RunningServer, startServer } from '../scripts/lib/processes.ts'
import { expect } from './fixtures.ts'

/** Owned by `demo`: 1,060 submissions in English and French. */
export const SURVEY = '/projects/aHouseholdTurkana2026x/submissions'
/** 300 submissions to a form of 1,269 rows, in Arabic. */
export const WIDE = '/projects/aNeedsHudaydah1269rows/submissions'
/** Of joseph.ouma; `demo` may only look. */
export const SEEN = '/projects/aSmartNutritionBaidoa3/submissions'
/** Of fatuma; `demo` may set validation statuses. */
export const REVIEWED = '/projects/aCholeraLineListCentre/submissions'
export const DRAFT = '/projects/aPostDistributionDraft/submissions'
/** Its submissions answer 500. */
export const FAULTY = '/projects/aFaultDataUnreadable99/submissions'

export const grid = (page: Page) => page.getByRole('grid', { name: 'Submissions' })

/** A row of answers, counting from 1; the first two rows of the grid are heads. */
export const row = (page: Page, number: number) => page.locator(`[role=row][aria-rowindex="${number + 2}"]`)

/** A cell of it, counting from 1: status, title, … */
export const cell = (page: Page, rowNumber: number, column: number) =>
  row(page, rowNumber).locator(`[aria-colindex="${column}"]`)

/** The cell that the keyboard is on. */
export async function activeCell(page: Page): Promise<Locator> {
  const id = await grid(page).getAttribute('aria-activedescendant')
  return page.locator(`[id="${id}"]`)
}

export const panel = (page: Page) => page.getByRole('complementary', { name: 'One submission' })

export const status = (within: Locator) => within.getByRole('button', { name: /, validation status of / })

/** A KPI over HTTP, where other people are signed in too. */
export async function startKpi(allowedSite: string | undefined): Promise<RunningServer> {
  const allow = allowedSite === undefined ? [] : ['--allow-origin', new URL(allowedSite).origin]
  return startServer('demo-server', ['--port', '0', ...allow])
}

/** Signs in to it through the page, then opens a path of the app. Passwords there are the usernames. */
export async function signIn(page: Page, kpi: RunningServer, username: string, path: string) {
  await page.goto(`./#/connect?${new URLSearchParams({ next: path })}`)
  await page.getByRole('radio', { name: 'Another address' }).check()
  await page.getByLabel('Address of the server').fill(kpi.address)
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(username)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(path.replaceAll('/', '\\/')))
}
