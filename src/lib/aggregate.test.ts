import { describe, expect, it } from 'vitest'
import { aggregate } from './aggregate.ts'

const each = (...texts: string[]) => aggregate(texts.map((text) => (text === '' ? [] : [text])))

describe('aggregate', () => {
  it('counts answered and blank values', () => {
    expect(each('a', '', 'b', '')).toMatchObject({ answered: 2, blank: 2, numbers: null, mostFrequent: null })
    expect(each()).toMatchObject({ answered: 0, blank: 0, numbers: null, mostFrequent: null })
  })

  it('sums numbers exactly, with decimals and signs', () => {
    expect(each('0.1', '0.2').numbers?.sum).toBe('0.3')
    expect(each('-1.5', '10', '9', '').numbers).toEqual({ sum: '17.5', mean: 17.5 / 3, min: -1.5, max: 10 })
    expect(each('-0.25', '0.2').numbers?.sum).toBe('-0.05')
    expect(each('007', '+3', '.5', '4.').numbers?.sum).toBe('14.5')
    expect(each('9007199254740993', '2').numbers?.sum).toBe('9007199254740995')
    expect(each('5', '5', '5').numbers).toEqual({ sum: '15', mean: 5, min: 5, max: 5 })
    expect(each('-5', '5').numbers?.sum).toBe('0')
  })

  it.each(['many', '1e5', '1,5', '-', '.', ' 3', '٣', 'Infinity'])('has no sum if one value is %j', (text) => {
    expect(each('1', text).numbers).toBeNull()
  })

  it('returns the most frequent value, the first of several', () => {
    expect(each('b', 'a', 'a', 'b').mostFrequent).toEqual({ value: 'b', count: 2 })
    expect(each('a', 'b', 'b').mostFrequent).toEqual({ value: 'b', count: 2 })
    expect(each('a', 'b').mostFrequent).toBeNull()
  })

  it('counts each choice of a multiple choice', () => {
    const chosen = aggregate([['rain', 'tap'], ['tap'], [], ['well', 'tap', 'tap']])
    expect(chosen).toMatchObject({ answered: 3, blank: 1, mostFrequent: { value: 'tap', count: 3 } })
  })

  it('counts values named like properties of Object.prototype', () => {
    expect(each('constructor', 'constructor', '__proto__').mostFrequent).toEqual({ value: 'constructor', count: 2 })
  })
})
