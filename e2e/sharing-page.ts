import type { Locator, Page } from '@playwright/test'

/** Owned by `demo`, shared with people in every role. */
export const SURVEY = '/projects/aHouseholdTurkana2026x/sharing'
/** Of p.lefevre; `demo` manages it. */
export const MANAGED = '/projects/aMenagesNordKivu2epass/sharing'
/** Of joseph.ouma; `demo` may only view. */
export const VIEW_ONLY = '/projects/aSmartNutritionBaidoa3/sharing'
/** Of demo alone, without submissions. */
export const DRAFT = '/projects/aPostDistributionDraft/sharing'
/** Anyone can view the form and the submissions. */
export const OPEN = '/projects/aWashMappingGarissaPub/sharing'

export const people = (page: Page) => page.getByRole('region', { name: 'People' })

/** The entry of one person in the list. */
export const row = (page: Page, username: string) =>
  people(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(username, { exact: true }).first() })

export const role = (page: Page, username: string) => page.getByRole('combobox', { name: `Role of ${username}` })

/** The selected option of a select. */
export const selectedOption = (select: Locator) => select.locator('option:checked')

/** A change of one person's access before it is saved. */
export const changeOf = (page: Page, username: string) =>
  page.getByRole('group', { name: `Change of access for ${username}` })

export async function remove(page: Page, username: string) {
  await page.getByRole('button', { name: `More for ${username}` }).click()
  await page.getByRole('menuitem', { name: 'Remove…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove from the project' }).click()
}
