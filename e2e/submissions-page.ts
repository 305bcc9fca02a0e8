import type { Locator, Page } from '@playwright/test'
import { connect, fillIn } from '../tooling/kpi-server.ts'
import type { RunningServer } from '../tooling/processes.ts'
import { expect } from './fixtures.ts'

/** Owned by `demo`: 1,060 submissions in English and French. */
export const SURVEY = '/projects/aHouseholdTurkana2026x/submissions'
/** 300 submissions to a form of 1,269 rows, in Arabic. */
export const WIDE = '/projects/aNeedsHudaydah1269rows/submissions'
/** The same with every column: by itself the table of a wide form starts with a few. */
export const WHOLE_WIDE = `${WIDE}?columns=*`
/** 96 submissions to two versions of a form, `households` named `users` in the older one. */
export const TWO_VERSIONS = '/projects/aBoreholesManderaRenew/submissions'
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

/** A cell of it: 0 for its tick, then status, title, … */
export const cell = (page: Page, rowNumber: number, column: number) =>
  row(page, rowNumber).locator(`[aria-colindex="${column + 1}"]`)

/** The cell that the keyboard is on, wherever that goes: the one that the grid names. */
export const activeCell = (page: Page) =>
  page.locator('xpath=//*[@role="gridcell"][@id=ancestor::*[@role="grid"]/@aria-activedescendant]')

/** The checkbox before a row. */
export const tick = (page: Page, rowNumber: number) => cell(page, rowNumber, 0).getByRole('checkbox')

/** What is selected, and what can be done to it. */
export const selection = (page: Page) => page.getByRole('region', { name: 'Selection' })

export const panel = (page: Page) => page.getByRole('complementary', { name: 'One submission' })

export const status = (within: Locator) => within.getByRole('button', { name: /, validation status of / })

/** Signs in to a KPI through the page, then opens a path of the app. */
export async function signIn(page: Page, kpi: Pick<RunningServer, 'address'>, username: string, path: string) {
  await page.goto(`./#/connect?${new URLSearchParams({ next: path })}`)
  await fillIn(page, kpi.address, username)
  await connect(page)
  await expect(page).toHaveURL(new RegExp(path.replaceAll(/[/?]/g, '\\$&')))
  await expect(page.getByLabel('Address of the server')).toHaveCount(0) // the address changes first
}
