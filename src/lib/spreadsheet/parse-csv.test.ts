import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from './csv.ts'
import { decodeText, parseCsv } from './parse-csv.ts'

describe('parseCsv', () => {
  it('keeps the numbers of rows, quotes and line breaks', () => {
    expect(parseCsv('\u{FEFF}a,b\r\n\r\n"x, ""y""","1\n2"\r\n')).toEqual([['a', 'b'], [], ['x, "y"', '1\n2']])
    expect(parseCsv('a;b;c\n1;"2;3";')).toEqual([
      ['a', 'b', 'c'],
      ['1', '2;3', ''],
    ])
    expect(parseCsv('a\tb\n1\t2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(parseCsv('')).toEqual([])
  })

  it('reads back what was written', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', 'é', '=', '-', '@') })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (cells) => {
        const line = csvLine(['h', ...cells.map(() => 'h')], { separator: ';', decimal: ',' })
        const [, row] = parseCsv(line + csvLine(['x', ...cells], { separator: ';', decimal: ',' }))
        expect(row).toEqual(['x', ...cells])
      }),
    )
  })
})

describe('decodeText', () => {
  it('knows the encodings of spreadsheets', () => {
    expect(decodeText(new TextEncoder().encode('é'))).toBe('é')
    expect(decodeText(Uint8Array.of(0xe9))).toBe('é')
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0xe9, 0))).toBe('é')
  })
})
