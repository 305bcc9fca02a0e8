import { type BookType, utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fileKind } from './spreadsheet-kind.ts'

const text = (content: string) => new TextEncoder().encode(content)

function workbook(bookType: BookType): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['type', 'name', 'label']]), 'survey')
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer)
}

/** A zip with only what `fileKind` reads: the entries and the end of the central directory. */
function zipOf(...names: string[]): Uint8Array {
  const entries = names.flatMap((name) => {
    const header = new Uint8Array(46)
    new DataView(header.buffer).setUint32(0, 0x02014b50, true)
    new DataView(header.buffer).setUint16(28, name.length, true)
    return [...header, ...text(name)]
  })
  const end = new Uint8Array(22)
  new DataView(end.buffer).setUint32(0, 0x06054b50, true)
  new DataView(end.buffer).setUint32(12, entries.length, true)
  return new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...entries, ...end])
}

/** An OLE2 container with one directory sector. */
function oleOf(...streams: string[]): Uint8Array {
  const bytes = new Uint8Array(512 * 3)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const view = new DataView(bytes.buffer)
  view.setUint16(0x1e, 9, true)
  view.setUint32(0x30, 1, true) // the directory is in sector 1
  view.setUint32(0x44, 0xfffffffe, true)
  for (let index = 1; index < 109; index += 1) view.setUint32(0x4c + 4 * index, 0xffffffff, true)
  view.setUint32(512, 0xfffffffd, true) // sector 0 is the allocation table
  view.setUint32(516, 0xfffffffe, true) // and the directory ends after its first sector
  for (const [index, name] of streams.entries()) {
    const entry = 1024 + 128 * index
    for (let at = 0; at < name.length; at += 1) view.setUint16(entry + 2 * at, name.charCodeAt(at), true)
    view.setUint16(entry + 64, 2 * name.length + 2, true)
  }
  return bytes
}

describe('fileKind', () => {
  it('detects the spreadsheets that KPI accepts', () => {
    expect(fileKind(workbook('xlsx'))).toBe('xlsx')
    expect(fileKind(workbook('xlsm'))).toBe('xlsx')
    expect(fileKind(workbook('biff8'))).toBe('xls')
    expect(fileKind(oleOf('Root Entry', 'Book'))).toBe('xls')
  })

  it.each([
    ['empty', new Uint8Array()],
    ['pdf', text('%PDF-1.7\n')],
    ['picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    ['text', text('type,name,label\ntext,q1,"Prénom"\n')],
    ['text', new Uint8Array([0x50, 0x72, 0xe9, 0x6e, 0x6f, 0x6d, 0x3b, 0x31, 0x0a])], // Latin-1
    ['text', new Uint8Array([0xff, 0xfe, 0x74, 0x00, 0x09, 0x00])], // "Unicode text" of Excel
    ['web-page', text('\n<!DOCTYPE html><html><body>Sign in</body></html>')],
    ['other', text('<?xml version="1.0"?><h:html/>')],
    ['other', new Uint8Array([1, 2, 3, 4])],
    ['document', zipOf('[Content_Types].xml', 'word/document.xml')],
    ['presentation', zipOf('[Content_Types].xml', 'ppt/presentation.xml')],
    ['open-document', workbook('ods')],
    ['binary-workbook', workbook('xlsb')],
    ['archive', zipOf('survey.csv', 'choices.csv')],
    ['password', oleOf('Root Entry', 'EncryptionInfo', 'EncryptedPackage')],
    ['document', oleOf('Root Entry', 'WordDocument')],
    ['presentation', oleOf('Root Entry', 'PowerPoint Document')],
    ['other', oleOf('Root Entry', 'Contents')],
  ] as const)('detects %s', (kind, bytes) => {
    expect(fileKind(bytes)).toBe(kind)
  })

  it('detects a truncated spreadsheet', () => {
    const [xlsx, xls] = [workbook('xlsx'), workbook('biff8')]
    expect(fileKind(xlsx.subarray(0, xlsx.length - 30))).toBe('damaged')
    expect(fileKind(xls.subarray(0, 600))).toBe('damaged')
  })

  it('returns "damaged" for a chain of sectors that is a loop', () => {
    const table = oleOf('Workbook')
    const header = new DataView(table.buffer)
    header.setUint32(0x44, 1, true) // the chain of the allocation table’s sectors continues in sector 1,
    header.setUint32(0x48, 0xffff_ffff, true)
    header.setUint32(1024 + 508, 1, true) // which names itself as the next
    expect(fileKind(table)).toBe('damaged')

    const directory = oleOf('Workbook')
    new DataView(directory.buffer).setUint32(516, 1, true)
    expect(fileKind(directory)).toBe('damaged')
  })

  it('returns a kind for any corrupted file', () => {
    const starts = [zipOf('xl/workbook.xml'), oleOf('Workbook')]
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 64 }), fc.nat(), (start, noise, at) => {
        const bytes = Uint8Array.from(start)
        bytes.set(noise, Math.min(at % bytes.length, bytes.length - noise.length))
        expect(typeof fileKind(bytes)).toBe('string')
      }),
    )
  })

  const examples = ['own', 'pyxform-examples', 'pyxform-bug-examples'].map((name) => `../shared/forms/${name}`)
  it.skipIf(!existsSync(examples[0] ?? ''))('detects the kind of every real form (skipped without them)', () => {
    for (const folder of examples) {
      for (const name of readdirSync(folder).filter((file) => /\.xlsx?$/.test(file))) {
        expect([name, fileKind(readFileSync(`${folder}/${name}`))]).toEqual([name, name.split('.').at(-1)])
      }
    }
  })
})
