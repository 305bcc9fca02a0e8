import { expect, it } from 'vitest'
import { cellsOf } from './export-cells.ts'
import type { CellPlan } from './export-job.ts'

const cell = (answer: unknown, plan: Omit<CellPlan, 'head' | 'key'>) =>
  cellsOf({ q: answer }, [{ head: 'Q', key: 'q', ...plan }])[0]
const WATER = new Map([
  ['rain', 'Rain water'],
  ['tap', 'Tap'],
])

it('puts each part of a place into its own cell, as a number with all its digits', () => {
  const parts = (['latitude', 'longitude', 'altitude', 'accuracy'] as const).map((as) =>
    cell('-1.2921050 36.8219460 1795.0 4.2', { as }),
  )
  expect(parts).toEqual(['-1.2921050', '36.8219460', '1795.0', '4.2'].map((number) => ({ number })))
  expect(cell('-1.29 36.82', { as: 'altitude' })).toBeNull()
})

it('keeps every digit of a number, and the text of what is none', () => {
  expect(cell('12345678901234567890.50', { as: 'number' })).toEqual({ number: '12345678901234567890.50' })
  for (const text of ['007', '1e5', 'a dozen', '=1+1']) expect(cell(text, { as: 'number' })).toBe(text)
})

it('says choices in words, several with commas between, and those that the form does not know as they are', () => {
  expect(cell('tap', { as: 'words', words: WATER })).toBe('Tap')
  expect(cell('well', { as: 'words', words: WATER })).toBe('well')
  expect(cell('rain well tap', { as: 'severalWords', words: WATER })).toBe('Rain water, well, Tap')
  expect(cell('rain tapped', { as: 'isChosen', choice: 'tap' })).toEqual({ number: '0' })
  expect(cell('rain tap', { as: 'isChosen', choice: 'tap' })).toEqual({ number: '1' })
})

it('leaves days and hours what they are', () => {
  expect(cell('2026-11-20', { as: 'date' })).toEqual({ date: '2026-11-20' })
  expect(cell('16:42:00.000+03:00', { as: 'time' })).toBe('16:42')
  expect(cell('last week', { as: 'dateTime' })).toBe('last week')
})

it('counts the entries of a repeat group, says a status, and leaves blank what was not answered', () => {
  expect(cell([{}, {}], { as: 'entries' })).toEqual({ number: '2' })
  expect(cell(undefined, { as: 'entries' })).toBeNull()
  const words = new Map([['validation_status_approved', 'Approved']])
  expect(cell({ uid: 'validation_status_approved' }, { as: 'status', words })).toBe('Approved')
  expect(cell({}, { as: 'status', words })).toBeNull()
  for (const as of ['text', 'number', 'words', 'isChosen', 'dateTime'] as const) expect(cell('', { as })).toBeNull()
})
