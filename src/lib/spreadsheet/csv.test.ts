import { read, utils } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BYTE_ORDER_MARK, csvDialectOf, csvLine } from './csv.ts'
import { escapeFormula } from './escape-formula.ts'

const COMMA = { separator: ',', decimal: '.' } as const
const SEMICOLON = { separator: ';', decimal: ',' } as const

describe('csvLine', () => {
  it('quotes separators, quotes and line breaks, and leaves numbers and dates unquoted', () => {
    const cells = ['a,b', 'say "so"', 'two\nlines', ' x', null, { number: '2.50' }, { date: '2026-11-20 16:42:05' }]
    expect(csvLine(cells, COMMA)).toBe('"a,b","say ""so""","two\nlines"," x",,2.50,2026-11-20 16:42:05\r\n')
    expect(csvLine([{ number: '2.5' }, { number: '3' }], SEMICOLON)).toBe('2,5;3\r\n')
  })

  it('uses the dialect of the locale', () => {
    expect(csvDialectOf('en-GB')).toEqual(COMMA)
    expect(csvDialectOf('fr')).toEqual(SEMICOLON)
  })

  it('is read by another CSV reader with the same texts', () => {
    const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll('\r', ''))
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), fc.constantFrom(COMMA, SEMICOLON), (cells, style) => {
        const file = BYTE_ORDER_MARK + csvLine(['a'], style) + csvLine(cells, style)
        const book = read(file, { type: 'string', raw: true, FS: style.separator })
        const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {}
        const [, row = []] = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: true, blankrows: true })
        expect(cells.map((_, index) => row[index] ?? '')).toEqual(cells.map(escapeFormula))
      }),
    )
  })
})
