/** Maximal size of a sheet. The header counts as a row. */
export const XLSX_LIMITS = { rows: 1_048_576, columns: 16_384 } as const
