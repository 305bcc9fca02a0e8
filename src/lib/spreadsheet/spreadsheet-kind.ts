import { oleStreamNames } from './ole-streams.ts'
import { zipEntryNames } from './zip-entries.ts'

/** The kind of a file by its content, because names can be wrong. KPI accepts the first two. */
export type FileKind =
  | 'xlsx'
  | 'xls'
  | 'empty'
  | 'damaged' // starts like a spreadsheet, but is truncated
  | 'password' // encrypted by Excel
  | 'binary-workbook' // .xlsb
  | 'open-document' // such as .ods
  | 'document'
  | 'presentation'
  | 'archive'
  | 'pdf'
  | 'picture'
  | 'web-page'
  | 'text' // such as CSV
  | 'other'

const SIGNATURES: readonly (readonly [kind: FileKind | 'zip' | 'ole', bytes: readonly number[]])[] = [
  ['zip', [0x50, 0x4b]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
]

/** Detects the kind of a file, so that a wrong file is refused before it is uploaded. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  const kind = SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0]
  if (kind === 'zip') return zipKind(bytes)
  if (kind === 'ole') return oleKind(bytes)
  return kind ?? textKind(bytes)
}

function zipKind(bytes: Uint8Array): FileKind {
  const names = zipEntryNames(bytes)
  if (!names) return 'damaged'
  const has = (start: string) => names.some((name) => name.toLowerCase().startsWith(start))
  if (has('xl/workbook.bin')) return 'binary-workbook'
  if (has('xl/')) return 'xlsx'
  if (has('word/')) return 'document'
  if (has('ppt/')) return 'presentation'
  return names.includes('mimetype') && names.includes('content.xml') ? 'open-document' : 'archive'
}

/** OLE2 containers: Office files up to 2003, and newer files with a password. */
function oleKind(bytes: Uint8Array): FileKind {
  const streams = oleStreamNames(bytes)
  if (!streams) return 'damaged'
  if (streams.includes('EncryptedPackage')) return 'password'
  if (streams.includes('Workbook') || streams.includes('Book')) return 'xls'
  if (streams.includes('WordDocument')) return 'document'
  return streams.includes('PowerPoint Document') ? 'presentation' : 'other'
}

const SAMPLE = 4096

function textKind(bytes: Uint8Array): FileKind {
  const sample = bytes.subarray(0, SAMPLE)
  const isUtf16 = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)
  const isControl = (byte: number) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d
  if (!isUtf16 && sample.some(isControl)) return 'other'
  const start = new TextDecoder().decode(sample).trimStart().toLowerCase()
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'web-page'
  return start.startsWith('<') ? 'other' : 'text'
}
