/** A row of a spreadsheet: its filled cells by column heading. */
export type SheetRow = Record<string, string>

/** A workbook by sheet name, as an XLSForm has them: `survey`, `choices`, `settings`. */
export type Sheets = Record<string, SheetRow[]>

/** Why KPI refuses a spreadsheet: ends up in `messages` of the import [0220-b]. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault'
  readonly errorType: string

  constructor(errorType: string, message: string) {
    super(message)
    this.errorType = errorType
  }
}
