import type { CellSheet } from '#/lib/spreadsheet/read-cells.ts'

/** Pixels. */
export const ROW_HEIGHT = 28
export const HEAD_HEIGHT = 30
/** The numbers of the rows. */
export const NUMBERS_WIDTH = 52

const MIN_WIDTH = 64
const MAX_WIDTH = 300
const CHARACTER = 7.4
const PADDING = 22
/** Rows by which the width of a column is estimated. */
const SAMPLE = 300

export interface SheetColumn {
  key: string
  size: number
}

/** The columns of a sheet, as wide as most of their texts. */
export function sheetColumns({ rows }: CellSheet): SheetColumn[] {
  const sample = rows.slice(0, SAMPLE)
  const count = sample.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: count }, (_, column) => {
    const longest = sample.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0)
    const size = Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, longest * CHARACTER + PADDING)))
    return { key: String(column), size }
  })
}
