import { utils, write } from '@e965/xlsx'
import type { Locator, Page } from '@playwright/test'

/** A file to choose. Its name says nothing about its content. */
export interface Picked {
  name: string
  mimeType: string
  buffer: Buffer
}

/** A spreadsheet of these sheets. */
export function workbook(name: string, sheets: Record<string, readonly (readonly string[])[]>): Picked {
  const book = utils.book_new()
  for (const [sheet, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), sheet)
  }
  const bookType = name.endsWith('.xls') ? 'biff8' : 'xlsx'
  return { name, mimeType: '', buffer: write(book, { type: 'buffer', bookType }) as Buffer }
}

/** Chooses files as a person does, by the button of the page or of an import. */
export async function pick(
  page: Page,
  files: Picked | Picked[],
  button: Locator = page.getByRole('button', { name: 'Import XLSForm' }),
) {
  const chooser = page.waitForEvent('filechooser')
  await button.first().click()
  await (await chooser).setFiles(files)
}

/** An import in the list. */
export const importLine = (page: Page, name: string) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: name })
