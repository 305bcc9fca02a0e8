import { read, utils } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asText } from './as-text.ts'
import { BYTE_ORDER_MARK, csvLine, csvStyleOf } from './csv.ts'

const COMMA = { separator: ',', decimal: '.' } as const
const SEMICOLON = { separator: ';', decimal: ',' } as const

describe('a line of CSV', () => {
  it('quotes what would end a cell, and keeps numbers and days plain', () => {
    const cells = ['a,b', 'say "so"', 'two\nlines', ' x', null, { number: '2.50' }, { date: '2026-11-20 16:42:05' }]
    expect(csvLine(cells, COMMA)).toBe('"a,b","say ""so""","two\nlines"," x",,2.50,2026-11-20 16:42:05\r\n')
    expect(csvLine([{ number: '2.5' }, { number: '3' }], SEMICOLON)).toBe('2,5;3\r\n')
  })

  it('is in the way of the language', () => {
    expect(csvStyleOf('en-GB')).toEqual(COMMA)
    expect(csvStyleOf('fr')).toEqual(SEMICOLON)
  })

  it('holds, for another reader, the texts that were put in, whatever they are', () => {
    const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll('\r', ''))
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), fc.constantFrom(COMMA, SEMICOLON), (cells, style) => {
        const file = BYTE_ORDER_MARK + csvLine(['a'], style) + csvLine(cells, style)
        const book = read(file, { type: 'string', raw: true, FS: style.separator })
        const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {}
        const [, row = []] = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: true, blankrows: true })
        expect(cells.map((_, index) => row[index] ?? '')).toEqual(cells.map(asText))
      }),
    )
  })
})
