/** A row of a spreadsheet: filled cells by column heading. */
export type SheetRow = Record<string, string>

/** A workbook: rows by sheet name. An XLSForm has `survey`, `choices` and `settings`. */
export type Sheets = Record<string, SheetRow[]>

/** An error in a spreadsheet. Type and message end up in `messages` of the import [0220-b]. */
export class ImportError extends Error {
  override readonly name = 'ImportFault'
  readonly errorType: string

  constructor(errorType: string, message: string) {
    super(message)
    this.errorType = errorType
  }
}
