import { assert, constantFrom, nat, option, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, parseNumber } from './number-text.ts'

const parse = (typed: string, locale = 'en-GB') => parseNumber(typed, { locale })
const number = (text: string) => ({ kind: 'number', text })

describe('parseNumber', () => {
  it.each([
    ['12', '12'],
    [' 12 ', '12'],
    ['+12', '12'],
    ['-2.5', '-2.5'],
    ['−2.5', '-2.5'],
    ['2,5', '2.5'],
    ['2.50', '2.50'],
    ['.5', '0.5'],
    ['12.', '12'],
    ['0.125', '0.125'],
    ['0,125', '0.125'],
    ['1234.567', '1234.567'],
    ['1234,567', '1234.567'],
    ['12,3456', '12.3456'],
    ['1,000,000', '1000000'],
    ['1.000.000', '1000000'],
    ['12,34,567', '1234567'],
    ['1,234.5', '1234.5'],
    ['1.234,5', '1234.5'],
    ['1 234 567', '1234567'],
    ['1\u202F234,5', '1234.5'],
    ["1'234.5", '1234.5'],
    ['1’234', '1234'],
    ['١٢٣', '123'],
    ['١٢٫٥', '12.5'],
    ['١٬٢٣٤٫٥', '1234.5'],
    ['۱۲۳', '123'],
    ['१२३', '123'],
    ['\u200F-٢', '-2'],
  ])('parses %j as %j', (typed, text) => {
    expect(parse(typed)).toEqual(number(text))
    expect(parse(typed, 'fr')).toEqual(number(text))
  })

  it.each([
    '',
    ' ',
    '-',
    'ten',
    '1e5',
    '1.2.3',
    '1,2,3',
    '12 years',
    '1 2',
    '1 000 00',
    '1,000 000',
    '1..5',
    'Infinity',
    '0x10',
  ])('does not parse %j', (typed) => {
    expect(parse(typed)).toEqual({ kind: 'none' })
  })

  it.each([
    ['10,000', '10000', '10'],
    ['1.000', '1', '1000'],
    ['2.125', '2.125', '2125'],
    ['-2.125', '-2.125', '-2125'],
    ['١٠,٠٠٠', '10000', '10'],
  ])('%j is ambiguous: %j or %j, the format of the locale first', (typed, first, second) => {
    expect(parse(typed)).toEqual({ kind: 'ambiguous', texts: [first, second] })
    expect(parse(typed, 'fr')).toEqual({ kind: 'ambiguous', texts: [second, first] })
  })

  it.each([
    ['1,5', '1.5'],
    ['36,825', '36.825'],
    ['36.825', '36.825'],
  ])('parses %j as %j in a coordinate', (typed, text) => {
    expect(parseNumber(typed, { locale: 'en-GB', form: 'coordinate' })).toEqual(number(text))
  })

  it.each(['1.234,5', '1 234', '1,000,000'])('does not parse %j in a coordinate', (typed) => {
    expect(parseNumber(typed, { locale: 'en-GB', form: 'coordinate' })).toEqual({ kind: 'none' })
  })

  it.each([
    ['10,000', '10000'],
    ['1.000', '1000'],
    ['1\u00A0000', '1000'],
  ])('parses %j as %j if numbers are whole', (typed, text) => {
    expect(parseNumber(typed, { locale: 'en-GB', form: 'whole' })).toEqual(number(text))
  })

  it.each(['1.5', '-1', '1,0000', '12.'])('does not parse %j if numbers are whole', (typed) => {
    expect(parseNumber(typed, { locale: 'en-GB', form: 'whole' })).toEqual({ kind: 'none' })
  })

  it('includes the value of a number that Intl.NumberFormat wrote in any locale', () => {
    const fraction = option(nat({ max: 9999 }).map(String), { nil: '' })
    const locales = constantFrom('en-GB', 'fr', 'de', 'de-CH', 'es', 'pt', 'sw', 'hi', 'ar-EG', 'fa')
    assert(
      property(nat({ max: 10 ** 9 }), fraction, locales, constantFrom('en-GB', 'fr'), (whole, digits, from, to) => {
        const value = digits === '' ? String(whole) : `${whole}.${digits}`
        const typed = new Intl.NumberFormat(from, { minimumFractionDigits: digits.length }).format(Number(value))
        const parsed = parseNumber(typed, { locale: to })
        const texts = parsed.kind === 'number' ? [parsed.text] : parsed.kind === 'ambiguous' ? parsed.texts : []
        expect(texts.map(Number)).toContain(Number(value))
      }),
    )
  })

  it('parses what formatNumber returns as the same number', () => {
    expect(formatNumber('10000', 'en-GB')).toBe('10000')
    expect(formatNumber('-2.5', 'fr')).toBe('-2,5')
    assert(
      property(tuple(nat(), option(nat({ max: 99 }))), constantFrom('en-GB', 'fr'), ([whole, part], locale) => {
        const text = part === null ? String(whole) : `${whole}.${part}`
        expect(parseNumber(formatNumber(text, locale), { locale })).toEqual(number(text))
      }),
    )
  })
})
