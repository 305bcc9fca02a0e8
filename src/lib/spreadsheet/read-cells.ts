import type { CellObject } from '@e965/xlsx'
import { cellText } from './cell-text.ts'

/** Signatures of `.xlsx` and `.xls` files; KPI accepts no others [0230-0233]. */
const XLSX = [0x50, 0x4b, 0x03, 0x04]
const XLS = [0xd0, 0xcf, 0x11, 0xe0]

/** `nodim`: the size that a sheet declares may be wrong. */
const READ_OPTIONS = { cellDates: false, cellNF: true, cellText: false, nodim: true }

/** A sheet of a workbook: the text of every cell, as pyxform reads it. `rows[0]` is the first row of the sheet. */
export interface CellSheet {
  name: string
  rows: readonly (readonly string[])[]
}

/** A file that is no spreadsheet, or a damaged one. */
export class UnreadableSpreadsheet extends Error {
  override readonly name = 'UnreadableSpreadsheet'
}

/** Reads the cells of an `.xlsx` or `.xls` file. @throws UnreadableSpreadsheet */
export async function readCells(bytes: Uint8Array): Promise<CellSheet[]> {
  const isXls = startsWith(bytes, XLS)
  if (!startsWith(bytes, XLSX) && !isXls) throw new UnreadableSpreadsheet()
  const { read, utils } = await import('@e965/xlsx')
  const workbook = (() => {
    try {
      return read(bytes, READ_OPTIONS)
    } catch (cause) {
      throw new UnreadableSpreadsheet(undefined, { cause })
    }
  })()
  const dates = { from1904: workbook.Workbook?.WBProps?.date1904 === true, withTime: isXls }
  return workbook.SheetNames.map((name) => {
    const sheet = workbook.Sheets[name] ?? {}
    const { e: end } = utils.decode_range(sheet['!ref'] ?? 'A1')
    const cellAt = (r: number, c: number) => sheet[utils.encode_cell({ r, c })] as CellObject | undefined
    const rows = Array.from({ length: end.r + 1 }, (_row, r) =>
      Array.from({ length: end.c + 1 }, (_cell, c) => cellText(cellAt(r, c), dates)),
    )
    return { name, rows }
  })
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte)
