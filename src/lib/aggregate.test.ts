import { describe, expect, it } from 'vitest'
import { aggregate } from './aggregate.ts'

const each = (...texts: string[]) => aggregate(texts.map((text) => (text === '' ? [] : [text])))

describe('an aggregate', () => {
  it('counts what is answered and what is blank', () => {
    expect(each('a', '', 'b', '')).toMatchObject({ answered: 2, blank: 2, numbers: null, frequent: null })
    expect(each()).toMatchObject({ answered: 0, blank: 0, numbers: null, frequent: null })
  })

  it('adds numbers that are texts by their size: decimals exactly, negative ones too', () => {
    expect(each('0.1', '0.2').numbers?.sum).toBe('0.3')
    expect(each('-1.5', '10', '9', '').numbers).toEqual({ sum: '17.5', mean: 17.5 / 3, least: -1.5, most: 10 })
    expect(each('-0.25', '0.2').numbers?.sum).toBe('-0.05')
    expect(each('007', '+3', '.5', '4.').numbers?.sum).toBe('14.5')
    expect(each('9007199254740993', '2').numbers?.sum).toBe('9007199254740995')
    expect(each('5', '5', '5').numbers).toEqual({ sum: '15', mean: 5, least: 5, most: 5 })
    expect(each('-5', '5').numbers?.sum).toBe('0')
  })

  it.each(['many', '1e5', '1,5', '-', '.', ' 3', '٣', 'Infinity'])('adds nothing where one answer is %j', (text) => {
    expect(each('1', text).numbers).toBeNull()
  })

  it('finds what is answered most often, the first of those as often', () => {
    expect(each('b', 'a', 'a', 'b').frequent).toEqual({ value: 'b', count: 2 })
    expect(each('a', 'b', 'b').frequent).toEqual({ value: 'b', count: 2 })
    expect(each('a', 'b').frequent).toBeNull()
  })

  it('counts several choices one by one', () => {
    const chosen = aggregate([['rain', 'tap'], ['tap'], [], ['well', 'tap', 'tap']])
    expect(chosen).toMatchObject({ answered: 3, blank: 1, frequent: { value: 'tap', count: 3 } })
  })

  it('keeps apart what objects inherit', () => {
    expect(each('constructor', 'constructor', '__proto__').frequent).toEqual({ value: 'constructor', count: 2 })
  })
})
