import type { FormContent } from '#/lib/xlsform/form-content.ts'
import { toSheets } from '#/lib/xlsform/to-sheets.ts'

/** Writes the form as an `.xlsx` file [0353]. */
export async function writeWorkbook(content: FormContent, title: string): Promise<ArrayBuffer> {
  const { utils, write } = await import('@e965/xlsx')
  const workbook = utils.book_new()
  for (const [name, rows] of Object.entries(toSheets(content, { title }))) {
    utils.book_append_sheet(workbook, utils.json_to_sheet(rows), name)
  }
  return write(workbook, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer
}
