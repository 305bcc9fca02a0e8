import type { Locator, Page } from '@playwright/test'

/** Owned by `demo`: 1,060 submissions in English and French. */
export const SURVEY = '/projects/aHouseholdTurkana2026x/submissions'
/** 300 submissions to a form of 1,269 rows, in Arabic. */
export const WIDE = '/projects/aNeedsHudaydah1269rows/submissions'
/** The same with every column: by itself the table of a wide form starts with a few. */
export const WHOLE_WIDE = `${WIDE}?columns=*`
/** 96 submissions to two versions of a form, `households` named `users` in the older one. */
export const TWO_VERSIONS = '/projects/aBoreholesManderaRenew/submissions'
/** 233 interviews with recordings: transcripts, translations and an analysis were added to most. */
export const INTERVIEWS = '/projects/aSeedFairInterviewArua/submissions'
/** Of joseph.ouma; `demo` may only view. */
export const VIEW_ONLY = '/projects/aSmartNutritionBaidoa3/submissions'
/** Of fatuma; `demo` may set validation statuses. */
export const REVIEWED = '/projects/aCholeraLineListCentre/submissions'
/** Of amina; yusuf may see the form, but not the submissions. */
export const FORM_ONLY = '/projects/arj5663TBHeuu6URupMN9T/submissions'
export const DRAFT = '/projects/aPostDistributionDraft/submissions'
/** The server responds with 500 to requests for its submissions. */
export const FAULTY = '/demo?faults&next=/projects/aFaultDataUnreadable99/submissions'

export const grid = (page: Page) => page.getByRole('grid', { name: 'Submissions' })

/** A row of the body, counting from 1; the first two rows of the grid are headers. */
export const row = (page: Page, number: number) => page.locator(`[role=row][aria-rowindex="${number + 2}"]`)

/** A cell of a row: 0 is its checkbox, then status, title, … */
export const cell = (page: Page, rowNumber: number, column: number) =>
  row(page, rowNumber).locator(`[aria-colindex="${column + 1}"]`)

/** The cell that `aria-activedescendant` names. */
export const activeCell = (page: Page) =>
  page.locator('xpath=//*[@role="gridcell"][@id=ancestor::*[@role="grid"]/@aria-activedescendant]')

/** The checkbox of a row. */
export const rowCheckbox = (page: Page, rowNumber: number) => cell(page, rowNumber, 0).getByRole('checkbox')

/** The bar with the number of selected rows and the actions on them. */
export const selection = (page: Page) => page.getByRole('region', { name: 'Selection' })

/** Opens the menu of views, and chooses an item of it. */
export async function chooseInViews(
  page: Page,
  item: string | RegExp,
  role: 'menuitem' | 'menuitemradio' = 'menuitem',
) {
  await page.getByRole('button', { name: /^Views?\b/ }).click()
  await page.getByRole(role, { name: item, exact: true }).click()
}

export const panel = (page: Page) => page.getByRole('complementary', { name: 'One submission' })

export const status = (within: Locator) => within.getByRole('button', { name: /, validation status of / })

/** Sorts the rows by the control above them, which lists the columns once it has the focus. */
export async function sortBy(within: Page | Locator, column: string) {
  const control = within.getByRole('combobox', { name: 'Sort' })
  await control.focus()
  await control.selectOption(column)
}
