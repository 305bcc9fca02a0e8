import { describe, expect, it } from 'vitest'
import { tsvCell, tsvLine } from './tsv.ts'

describe('tsvCell', () => {
  it.each([
    '=1+1',
    '+254 700 1',
    '@SUM(A1)',
    '-cmd',
    '-1+2',
    ' =1',
    '\t=1',

    '--1',
    '-1 -2',
    '-1,=2',
    '\u200B=1',
    '\u0000=1',
    '\uFEFF@A1',
    '＝1+1',
    '＋1',
    '－cmd',
    '＠A1',
    '\r=1',
    '\u00A0=1',
  ])('escapes %j', (text) => {
    expect(tsvCell(text).replace(/^"/, '')).toMatch(/^'/)
  })

  it.each([
    '-7',
    '-1.25',
    '0012',
    '-1.2921, 36.8219',
    '-1.2921, -36.8219',
    '+254712345678',
    '-0.036 38.44 445.2 9.0',
    'a = b',
    '2026-11-20 16:42:07',
    '',
  ])('does not change %j', (text) => {
    expect(tsvCell(text)).toBe(text)
  })

  it('quotes cells that contain line breaks or tabs', () => {
    expect(tsvCell('two\nlines')).toBe('"two\nlines"')
    expect(tsvCell('a\t"b"')).toBe('"a\t""b"""')
    expect(tsvCell('"quoted"')).toBe('"""quoted"""')
    expect(tsvCell('6 "')).toBe('6 "')
  })
})

it('tsvLine joins cells with tabs', () => {
  expect(tsvLine(['a', '', 'b\tc'])).toBe('a\t\t"b\tc"')
})
