import { describe, expect, it } from 'vitest'
import type { ExactResult } from '#/lib/xlsform/pyxform/exact-check.ts'
import { mergeFindings } from './merge-findings.ts'
import { columnName, markKey, marksOf, type ShownFinding } from './shown-finding.ts'

const SHEETS = ['survey', 'choices']

const unknownList: ShownFinding = {
  code: 'unknownList',
  severity: 'deployment',
  sheet: 'survey',
  row: 4,
  column: 0,
  values: { list: 'relation_type' },
}
const missing: ShownFinding = {
  code: 'translationsMissing',
  severity: 'warning',
  sheet: 'survey',
  row: 2,
  rows: [2, 5],
  column: 3,
  values: { count: 2, language: 'Swahili (sw)' },
}
const exact = (errors: ExactResult['errors'], warnings: ExactResult['warnings'] = []): ExactResult => ({
  refusedAt: errors.length > 0 ? 'deployment' : null,
  errors,
  warnings,
})
const merge = (result: ExactResult, quick = [unknownList, missing]) => mergeFindings(quick, result, SHEETS)

describe('merging the findings of both checks', () => {
  it('adds a message to the finding of its row', () => {
    const merged = merge(exact([{ text: 'List name not in choices sheet: relation_type', sheet: 'survey', row: 4 }]))
    expect(merged).toEqual([{ ...unknownList, serverText: 'List name not in choices sheet: relation_type' }, missing])
  })

  it('adds a message without a row to the finding that it names', () => {
    expect(merge(exact([{ text: "Unknown list 'relation_type'." }]))[0]).toMatchObject({
      code: 'unknownList',
      serverText: "Unknown list 'relation_type'.",
    })
    expect(merge(exact([{ text: "Unknown list 'relation_types'." }]))).toHaveLength(3)
  })

  it('keeps errors and warnings apart', () => {
    const merged = merge(exact([], [{ text: 'Use of relation_type is deprecated', sheet: 'survey', row: 4 }]))
    expect(merged.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'deployment unknownList',
      'warning translationsMissing',
      'warning converter',
    ])
  })

  it('puts other messages where they belong in the order', () => {
    const merged = merge(exact([{ text: 'Something else', sheet: 'survey', row: 3 }, { text: 'No row' }]))
    expect(merged.map(({ code, row }) => `${code} ${row ?? ''}`)).toEqual([
      'converter ',
      'converter 3',
      'unknownList 4',
      'translationsMissing 2',
    ])
  })

  it('changes nothing where the converter has nothing to say', () =>
    expect(merge(exact([]))).toEqual([unknownList, missing]))
})

it('Every cell that a finding concerns is marked, an error before a warning', () => {
  const marks = marksOf([unknownList, missing, { ...missing, column: 0, rows: [4] }], 'survey')
  expect([...marks]).toEqual([
    [markKey(4, 0), 'error'],
    [markKey(2, 3), 'warning'],
    [markKey(5, 3), 'warning'],
  ])
  expect(marksOf([unknownList], 'choices').size).toBe(0)
})

it('A column is called by its heading, or by its letters', () => {
  const sheet = { name: 'survey', rows: [['type', ' ']] }
  expect([0, 1, 25, 26, 701, 702].map((column) => columnName(sheet, column))).toEqual([
    'type',
    'B',
    'Z',
    'AA',
    'ZZ',
    'AAA',
  ])
})
