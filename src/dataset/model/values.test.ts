import { describe, expect, it } from 'vitest'
import { answerOf, selectedValuesOf, entriesOf, pointCount, pointOf, timeOf } from './values.ts'

describe('answerOf', () => {
  it('gives null for an empty text, but not for a zero', () => {
    expect(answerOf({ a: '' }, 'a')).toBeNull()
    expect(answerOf({}, 'a')).toBeNull()
    expect(answerOf({ a: '0' }, 'a')).toBe('0')
    expect(answerOf({ a: 0 }, 'a')).toBe('0')
  })
})

describe('entriesOf', () => {
  it('gives the entries of a repeat group, and [] for any other value', () => {
    expect(entriesOf({ member: [{ 'member/name': 'A' }, null] }, 'member')).toEqual([{ 'member/name': 'A' }])
    expect(entriesOf({ member: '3' }, 'member')).toEqual([])
  })
})

describe('pointOf', () => {
  it('keeps all digits', () => {
    expect(pointOf('3.1190 35.5973 512.0 4.7')).toEqual({ latitude: '3.1190', longitude: '35.5973', accuracy: 5 })
  })

  it('gives null for an accuracy that is missing or zero', () => {
    expect(pointOf('-11.2 27.6')?.accuracy).toBeNull()
    expect(pointOf('-11.2 27.6 0 0')?.accuracy).toBeNull()
  })

  it('gives null for a text that is no point', () => {
    expect(pointOf('near the well')).toBeNull()
    expect(pointOf('3.1')).toBeNull()
  })
})

it('counts the points of a line', () => {
  expect(pointCount('1 2 0 0; 3 4 0 0;5 6;')).toBe(3)
})

it('gives a time of day as it was on the device', () => {
  expect(timeOf('08:30:00.000+03:00')).toBe('08:30')
  expect(timeOf('soon')).toBe('soon')
})

it('gives the values of several choices', () => {
  expect(selectedValuesOf('rain tap ')).toEqual(['rain', 'tap'])
})
