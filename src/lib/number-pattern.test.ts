import { assert, constantFrom, integer, nat, oneof, option, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberPattern, toDecimal } from './number-pattern.ts'

const digits = (count: number) => nat({ max: 10 ** count - 1 }).map((number) => String(number).padStart(count, '0'))

/** Texts of numbers as in submissions, sometimes with leading and trailing zeros. */
const numberText = tuple(
  oneof(nat({ max: 12 }), nat({ max: 1200 }), integer({ min: 0, max: 10 ** 9 })),
  option(oneof(digits(1), digits(2), digits(3))),
  nat({ max: 9 }),
  nat({ max: 3 }),
).map(([whole, fraction, zeros, sign]) => {
  const text = `${zeros === 0 ? '00' : ''}${whole}${fraction === null ? '' : `.${fraction}${zeros === 1 ? '0' : ''}`}`
  return sign === 0 ? `-${text}` : text
})

const isWithin = (text: string, from: string | null, to: string | null) =>
  (from === null || Number(text) >= Number(from)) && (to === null || Number(text) <= Number(to))

describe('numberPattern', () => {
  it('matches a number if and only if it is within the limits', () => {
    assert(
      property(numberText, option(numberText), option(numberText), (text, from, to) => {
        expect(new RegExp(numberPattern(from, to)).test(text)).toBe(isWithin(text, from, to))
      }),
      { numRuns: 1000 },
    )
  })

  it('distinguishes numbers that differ in the fraction only', () => {
    const near = tuple(
      constantFrom('', '-'),
      constantFrom('0', '1', '9', '10'),
      constantFrom('', '.0', '.04', '.1', '.2', '.25', '.250', '.3', '.9', '.95', '.999'),
    ).map((parts) => parts.join(''))
    assert(
      property(near, option(near), option(near), (text, from, to) => {
        expect(new RegExp(numberPattern(from, to)).test(text)).toBe(isWithin(text, from, to))
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves out one number, however it is written', () => {
    const small = oneof(numberText, constantFrom('0', '-0', '-0.0', '-0.5', '0.50', '007', '7', '7.0', '-7', '.5'))
    assert(
      property(small, small, option(small), (text, without, from) => {
        const pattern = new RegExp(numberPattern(from, null, without))
        expect(pattern.test(text)).toBe(isWithin(text, from, null) && Number(text) !== Number(without))
      }),
      { numRuns: 2000 },
    )
  })

  it('matches the limit itself, with or without extra zeros', () => {
    assert(
      property(numberText, (text) => {
        const pattern = new RegExp(numberPattern(text, text))
        expect(pattern.test(text)).toBe(true)
        expect(pattern.test(String(Number(text)))).toBe(true)
      }),
    )
  })

  it.each(['', 'abc', '1e5', '1.2.3', '-', '12 years', 'NaN'])('does not match %j', (text) => {
    expect(new RegExp(numberPattern(null, null)).test(text)).toBe(false)
    expect(new RegExp(numberPattern('0', null)).test(text)).toBe(false)
  })

  it.each(['2,5', '10,000', '−3', ' 3', '1 000', 'three'])('toDecimal returns null for %j', (text) => {
    expect(toDecimal(text)).toBeNull()
  })
})
