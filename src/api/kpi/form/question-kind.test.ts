import { expect, it } from 'vitest'
import { hasAnswer, isAutomatic, questionKind } from './question-kind.ts'

it('knows what a question asks for by its type', () => {
  expect(['integer', 'select_multiple', 'geopoint', 'image', 'calculate'].map(questionKind)).toEqual([
    'number',
    'several',
    'place',
    'photo',
    'calculation',
  ])
})

it('shows what it does not know as text', () => {
  expect(questionKind('a_type_of_tomorrow')).toBe('text')
})

it('tells what the form fills in by itself from what people answer', () => {
  expect(['start', 'today', 'deviceid', 'calculate', 'hidden', 'audit'].filter((type) => !isAutomatic(type))).toEqual(
    [],
  )
  expect(['date', 'text', 'integer', 'audio', 'file', 'geopoint'].filter(isAutomatic)).toEqual([])
})

it('expects no answer of a note', () => {
  expect(hasAnswer('note')).toBe(false)
  expect(hasAnswer('acknowledge')).toBe(true)
})
