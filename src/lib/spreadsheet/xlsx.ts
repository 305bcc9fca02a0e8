import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Cell } from './cell.ts'
import { cellXml, columnLetters, xmlText } from './xlsx-cells.ts'
import { XLSX_LIMITS } from './xlsx-limits.ts'
import {
  contentTypes,
  RELATIONS,
  SHEET_END,
  sheetNames,
  sheetStart,
  STYLES,
  workbookRelations,
  workbookXml,
} from './xlsx-parts.ts'

export interface NewSheet {
  name: string
  headers: readonly string[]
}

export interface Workbook {
  /** Appends a row to the sheet with this index. */
  addRow: (sheet: number, cells: readonly Cell[]) => void
  /** How many texts were truncated, because they were too long for a cell. */
  truncatedCount: () => number
  file: () => Blob
}

/** The data exceeds the limits of the format. */
export class TooLargeError extends Error {
  override name = 'TooLarge'
}

const BUFFER = 64 * 1024
const MAX_CHUNKS_SIZE = 1024 * 1024
/** Bytes of one file in a zip without the 64-bit extension. */
const MAX_FILE_SIZE = 0xff_ff_ff_ff

/**
 * Creates a workbook that is compressed while it is written, so that memory holds only compressed bytes. Cells are texts,
 * numbers and dates; formulas cannot be written.
 * @throws TooLargeError if a sheet has too many columns or, from `addRow` and `file`, too many rows or bytes
 */
export function createWorkbook(sheets: readonly NewSheet[]): Workbook {
  const out = blobBuilder()
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    out.add(chunk)
  })
  const writeFile = (path: string, text: string) => {
    const file = new ZipDeflate(path, { level: 1 })
    zip.add(file)
    file.push(strToU8(text), true)
  }
  const names = sheetNames(sheets.map(({ name }) => name))
  writeFile('[Content_Types].xml', contentTypes(names))
  writeFile('_rels/.rels', RELATIONS)
  writeFile('xl/workbook.xml', workbookXml(names, xmlText))
  writeFile('xl/_rels/workbook.xml.rels', workbookRelations(names))
  writeFile('xl/styles.xml', STYLES)

  let truncated = 0
  const onTruncate = () => (truncated += 1)
  const files = sheets.map(({ headers }, index) => {
    const file = new ZipDeflate(`xl/worksheets/sheet${index + 1}.xml`, { level: 1 })
    zip.add(file)
    return openSheet(file, headers, onTruncate)
  })
  return {
    addRow: (sheet, cells) => files[sheet]?.add(cells),
    truncatedCount: () => truncated,
    file: () => {
      for (const file of files) file.end()
      zip.end()
      return out.blob()
    },
  }
}

function openSheet(file: ZipDeflate, headers: readonly string[], onTruncate: () => void) {
  if (headers.length > XLSX_LIMITS.columns) throw new TooLargeError()
  const columns = headers.map((_, index) => columnLetters(index))
  let text = sheetStart(headers.length)
  let row = 0
  let size = 0
  const push = (isEnd = false) => {
    const bytes = strToU8(text)
    text = ''
    size += bytes.length
    if (size > MAX_FILE_SIZE) throw new TooLargeError()
    file.push(bytes, isEnd)
  }
  const add = (cells: readonly Cell[], isHeader = false) => {
    row += 1
    if (row > XLSX_LIMITS.rows) throw new TooLargeError()
    text += `<row r="${row}">`
    for (const [index, cell] of cells.entries()) {
      if (cell !== null) text += cellXml(cell, `${columns[index] ?? columnLetters(index)}${row}`, isHeader, onTruncate)
    }
    text += '</row>'
    if (text.length > BUFFER) push()
  }
  add(headers, true)
  return {
    add: (cells: readonly Cell[]) => add(cells),
    end: () => {
      text += SHEET_END
      push(true)
    },
  }
}

/** Collects bytes in blobs, which a browser can store outside the memory of the page. */
function blobBuilder() {
  const blobs: Blob[] = []
  let chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const flush = () => {
    blobs.push(new Blob(chunks))
    chunks = []
    size = 0
  }
  return {
    add: (chunk: Uint8Array<ArrayBuffer>) => {
      chunks.push(chunk)
      size += chunk.length
      if (size > MAX_CHUNKS_SIZE) flush()
    },
    blob: () => {
      flush()
      return new Blob(blobs, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
    },
  }
}
