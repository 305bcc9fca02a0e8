import type { CellObject, Range } from '@e965/xlsx'
import { cellText } from './cell-text.ts'
import { ImportFault, type SheetRow, type Sheets } from './sheets.ts'

/** How `.xlsx` and `.xls` begin; KPI takes nothing else [0230-0233]. */
const XLSX = [0x50, 0x4b, 0x03, 0x04]
const XLS = [0xd0, 0xcf, 0x11, 0xe0]

/** `nodim`: what a sheet says of its own size is not to be relied on. */
const READ_OPTIONS = { cellDates: false, cellNF: true, cellText: false, nodim: true }

/**
 * The filled cells of a spreadsheet. A workbook of one sheet need not call it `survey` [0220-g].
 * @throws ImportFault for anything else than a spreadsheet
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheets> {
  if (!startsWith(bytes, XLSX) && !startsWith(bytes, XLS)) throw corrupt()
  const { read, utils } = await import('@e965/xlsx')
  const workbook = (() => {
    try {
      return read(bytes, READ_OPTIONS)
    } catch {
      throw corrupt()
    }
  })()
  const dates = { from1904: workbook.Workbook?.WBProps?.date1904 === true, withTime: startsWith(bytes, XLS) }
  const names = workbook.SheetNames
  return Object.fromEntries(
    names.map((name) => {
      const sheet = workbook.Sheets[name] ?? {}
      const cellAt = (r: number, c: number) => sheet[utils.encode_cell({ r, c })] as CellObject | undefined
      const rows = rowsOf(utils.decode_range(sheet['!ref'] ?? 'A1'), (r, c) => cellText(cellAt(r, c), dates))
      return [names.length === 1 ? 'survey' : name, rows]
    }),
  )
}

const startsWith = (bytes: Uint8Array, signature: number[]) => signature.every((byte, at) => bytes[at] === byte)
const corrupt = () => new ImportFault('XlsFormatException', 'Unsupported format, or corrupt file')

/** Rows below the first, by its headings; blank ones are left out. */
function rowsOf({ s, e }: Range, textAt: (r: number, c: number) => string): SheetRow[] {
  const headings = new Map<string, number>()
  for (let c = s.c; c <= e.c; c++) {
    const heading = textAt(s.r, c)
    if (heading === '') continue
    if (headings.has(heading)) throw new ImportFault('PyXFormError', `Duplicate column header: ${heading}`)
    headings.set(heading, c)
  }
  return Array.from({ length: e.r - s.r }, (_, at) => at + s.r + 1)
    .map((r) => [...headings].map(([heading, c]) => [heading, textAt(r, c)] as const).filter(([, text]) => text !== ''))
    .filter((cells) => cells.length > 0)
    .map((cells) => Object.fromEntries(cells))
}
