/** What a sheet of a spreadsheet program holds; its heads are one of the rows. */
export const XLSX_LIMITS = { rows: 1_048_576, columns: 16_384 } as const
