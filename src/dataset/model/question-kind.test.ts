import { expect, it } from 'vitest'
import { hasAnswer, isAutomatic, isRecordedByDevice, questionKind } from './question-kind.ts'

it('gives the kind of a question by its type', () => {
  expect(['integer', 'select_multiple', 'geopoint', 'image', 'calculate'].map(questionKind)).toEqual([
    'number',
    'selectMultiple',
    'point',
    'photo',
    'calculation',
  ])
})

it('gives text for unknown types', () => {
  expect(questionKind('a_type_of_tomorrow')).toBe('text')
})

it('distinguishes automatic questions from others', () => {
  expect(['start', 'today', 'deviceid', 'calculate', 'hidden', 'audit'].filter((type) => !isAutomatic(type))).toEqual(
    [],
  )
  expect(['date', 'text', 'integer', 'audio', 'file', 'geopoint'].filter(isAutomatic)).toEqual([])
  expect(['start', 'deviceid', 'audit', 'calculate', 'hidden', 'text'].filter(isRecordedByDevice)).toEqual([
    'start',
    'deviceid',
    'audit',
  ])
})

it('notes have no answer', () => {
  expect(hasAnswer('note')).toBe(false)
  expect(hasAnswer('acknowledge')).toBe(true)
})
