import type { CellObject } from '@e965/xlsx'
import { decodeText, parseCsv } from './parse-csv.ts'
import { type FileKind, fileKind } from './spreadsheet-kind.ts'

/** A file that is not a table; `kind` says what it is. */
export class NotATableError extends Error {
  override name = 'NotATable'
  readonly kind: FileKind | 'too-large'

  constructor(kind: FileKind | 'too-large') {
    super(kind)
    this.kind = kind
  }
}

/** Bytes, and rows of the first sheet, that are read at most. */
const MAX_SIZE = 30 * 1024 * 1024
const MAX_ROWS = 400_000

/**
 * Reads the first sheet of an XLSX or XLS file, or a CSV file, as texts. Blank rows are empty lists.
 * @throws NotATableError for other files, and for those that are too large
 */
export async function readTable(file: Blob): Promise<string[][]> {
  if (file.size > MAX_SIZE) throw new NotATableError('too-large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kind = fileKind(bytes)
  const rows =
    kind === 'text' ? parseCsv(decodeText(bytes)) : kind === 'xlsx' || kind === 'xls' ? await readWorkbook(bytes) : null
  if (!rows) throw new NotATableError(kind)
  if (rows.length > MAX_ROWS) throw new NotATableError('too-large')
  return rows
}

async function readWorkbook(bytes: Uint8Array): Promise<string[][]> {
  const { read } = await import('@e965/xlsx')
  try {
    const options = {
      dense: true,
      sheetRows: MAX_ROWS + 1,
      cellFormula: false,
      cellHTML: false,
      cellNF: false,
    } as const
    const workbook = read(bytes, options)
    const sheet = workbook.Sheets[workbook.SheetNames[0] ?? '']
    const data = (sheet?.['!data'] ?? []) as (CellObject | undefined)[][]
    return Array.from(data, (row) => Array.from(row ?? [], textOf))
  } catch {
    throw new NotATableError('damaged')
  }
}

const textOf = (cell: CellObject | undefined) => (cell?.v === undefined ? '' : String(cell.v))
