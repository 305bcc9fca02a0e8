import { escapeFormula } from './escape-formula.ts'

/** Decodes a text file as spreadsheets save it: UTF-8, UTF-16 with a byte order mark, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const SEPARATORS = [',', ';', '\t'] as const

/** The separator that is most frequent in the first line, outside of quotes. */
function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/)
  const line = text.slice(0, end < 0 ? undefined : end).replaceAll(/"[^"]*"/g, '')
  const counts = SEPARATORS.map((separator) => line.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}

/** Takes away the apostrophe of {@link escapeFormula}. */
function unescaped(cell: string): string {
  const text = cell.slice(1)
  return cell.startsWith("'") && escapeFormula(text) === cell ? text : cell
}

/**
 * The cells of a CSV file, row by row; blank rows are empty lists, so that row numbers are those that a spreadsheet shows.
 * An apostrophe that was put before a formula is left out again.
 */
export function parseCsv(content: string): string[][] {
  const text = content.replace(/^\u{FEFF}/u, '')
  const separator = separatorOf(text)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    row.push(unescaped(cell))
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push(row.every((one) => one === '') ? [] : row)
    row = []
  }
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (text[index + 1] === '"') {
        cell += '"'
        index += 1
      } else isQuoted = false
    } else if (character === '"' && cell === '') isQuoted = true
    else if (character === separator) endCell()
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[index + 1] === '\n') index += 1
      endRow()
    } else cell += character
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}
