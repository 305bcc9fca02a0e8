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
  heads: readonly string[]
}

export interface Workbook {
  /** The next row of a sheet. */
  add: (sheet: number, cells: readonly Cell[]) => void
  /** How many texts were too long for a cell, and were cut. */
  cut: () => number
  file: () => Blob
}

/** The file does not fit into the format. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

const BUFFER = 64 * 1024
const PART = 1024 * 1024
/** Without its 64-bit extension a zip holds nothing larger. */
const LARGEST = 0xff_ff_ff_ff

/**
 * A workbook that is packed while it is written: what is held is its compressed bytes, in a blob. Cells are texts,
 * numbers and dates; there is no way to write a formula.
 */
export function createWorkbook(sheets: readonly NewSheet[]): Workbook {
  const out = collector()
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

  let cut = 0
  const onCut = () => (cut += 1)
  const files = sheets.map(({ heads }, index) => {
    const file = new ZipDeflate(`xl/worksheets/sheet${index + 1}.xml`, { level: 1 })
    zip.add(file)
    return openSheet(file, heads, onCut)
  })
  return {
    add: (sheet, cells) => files[sheet]?.add(cells),
    cut: () => cut,
    file: () => {
      for (const file of files) file.end()
      zip.end()
      return out.blob()
    },
  }
}

function openSheet(file: ZipDeflate, heads: readonly string[], onCut: () => void) {
  if (heads.length > XLSX_LIMITS.columns) throw new TooLarge()
  const columns = heads.map((_, index) => columnLetters(index))
  let text = sheetStart(heads.length)
  let row = 0
  let size = 0
  const push = (isEnd = false) => {
    const bytes = strToU8(text)
    text = ''
    size += bytes.length
    if (size > LARGEST) throw new TooLarge()
    file.push(bytes, isEnd)
  }
  const add = (cells: readonly Cell[], isHead = false) => {
    row += 1
    if (row > XLSX_LIMITS.rows) throw new TooLarge()
    text += `<row r="${row}">`
    for (const [index, cell] of cells.entries()) {
      if (cell !== null) text += cellXml(cell, `${columns[index] ?? columnLetters(index)}${row}`, isHead, onCut)
    }
    text += '</row>'
    if (text.length > BUFFER) push()
  }
  add(heads, true)
  return {
    add: (cells: readonly Cell[]) => add(cells),
    end: () => {
      text += SHEET_END
      push(true)
    },
  }
}

/** Gathers bytes in blobs, which a browser may keep out of the page's memory. */
function collector() {
  const blobs: Blob[] = []
  let chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const fold = () => {
    blobs.push(new Blob(chunks))
    chunks = []
    size = 0
  }
  return {
    add: (chunk: Uint8Array<ArrayBuffer>) => {
      chunks.push(chunk)
      size += chunk.length
      if (size > PART) fold()
    },
    blob: () => {
      fold()
      return new Blob(blobs, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
    },
  }
}
