import { expect, it } from 'vitest'
import { cellsOf } from './export-cells.ts'
import type { ColumnPlan } from './export-job.ts'

const cell = (answer: unknown, plan: Omit<ColumnPlan, 'header' | 'key'>) =>
  cellsOf({ q: answer }, [{ header: 'Q', key: 'q', ...plan }])[0]
const WATER = new Map([
  ['rain', 'Rain water'],
  ['tap', 'Tap'],
])

it('writes the coordinates of a point as numbers with all their digits', () => {
  const parts = (['latitude', 'longitude', 'altitude', 'accuracy'] as const).map((as) =>
    cell('-1.2921050 36.8219460 1795.0 4.2', { as }),
  )
  expect(parts).toEqual(['-1.2921050', '36.8219460', '1795.0', '4.2'].map((number) => ({ number })))
  expect(cell('-1.29 36.82', { as: 'altitude' })).toBeNull()
})

it('keeps every digit of a number, and other values as text', () => {
  expect(cell('12345678901234567890.50', { as: 'number' })).toEqual({ number: '12345678901234567890.50' })
  for (const text of ['007', '1e5', 'a dozen', '=1+1']) expect(cell(text, { as: 'number' })).toBe(text)
})

it('writes choices as labels, separated by commas, and unknown values unchanged', () => {
  expect(cell('tap', { as: 'choiceLabel', labels: WATER })).toBe('Tap')
  expect(cell('well', { as: 'choiceLabel', labels: WATER })).toBe('well')
  expect(cell('rain well tap', { as: 'choiceLabels', labels: WATER })).toBe('Rain water, well, Tap')
  expect(cell('rain tapped', { as: 'isSelected', choice: 'tap' })).toEqual({ number: '0' })
  expect(cell('rain tap', { as: 'isSelected', choice: 'tap' })).toEqual({ number: '1' })
})

it('writes dates and times of day unchanged', () => {
  expect(cell('2026-11-20', { as: 'date' })).toEqual({ date: '2026-11-20' })
  expect(cell('16:42:00.000+03:00', { as: 'time' })).toBe('16:42')
  expect(cell('last week', { as: 'dateTime' })).toBe('last week')
})

it('writes the number of entries, the label of a status, and an empty cell without an answer', () => {
  expect(cell([{}, {}], { as: 'entries' })).toEqual({ number: '2' })
  expect(cell(undefined, { as: 'entries' })).toBeNull()
  const labels = new Map([['validation_status_approved', 'Approved']])
  expect(cell({ uid: 'validation_status_approved' }, { as: 'status', labels })).toBe('Approved')
  expect(cell({}, { as: 'status', labels })).toBeNull()
  for (const as of ['text', 'number', 'choiceLabel', 'isSelected', 'dateTime'] as const)
    expect(cell('', { as })).toBeNull()
})
