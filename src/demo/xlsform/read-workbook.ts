import { readCells, UnreadableSpreadsheet } from '#/lib/spreadsheet/read-cells.ts'
import { formRowsOf } from '#/lib/xlsform/form-rows.ts'
import { ImportError, type Sheets } from '#/lib/xlsform/sheets.ts'

/** Reads the filled cells of a spreadsheet. @throws ImportError for anything but a spreadsheet */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheets> {
  const cells = await readCells(bytes).catch((error: unknown) => {
    if (!(error instanceof UnreadableSpreadsheet)) throw error
    throw new ImportError('XlsFormatException', 'Unsupported format, or corrupt file')
  })
  return formRowsOf(cells).sheets
}
