import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededForm } from '#/demo/seed/forms/forms.ts'
import type { ComparableForm } from './canonical-form.ts'
import { canonicalForm } from './canonical-form.ts'
import { applyDifferences } from './apply-differences.ts'
import { compareForms, movedAnswers } from './compare-forms.ts'
import type { Difference } from './difference.ts'
import { randomEdit, randomForm } from './random-forms-in-tests.ts'

function expectRoundTrip(before: ComparableForm, after: ComparableForm) {
  expect(applyDifferences(canonicalForm(before), compareForms(before, after))).toEqual(canonicalForm(after))
}

/** A difference in short: its kind, and what it is about. */
function brief(difference: Difference): string {
  if ('row' in difference) {
    const { before, after } = difference.row
    const detail = 'column' in difference ? ` ${difference.column}: ${difference.before} → ${difference.after}` : ''
    const paths = [...new Set([before?.path, after?.path])].filter(Boolean).join(' → ')
    return `${difference.kind} ${paths}${detail}`
  }
  if ('choice' in difference) {
    const { list, before, after } = difference.choice
    return `${difference.kind} ${list}: ${[...new Set([before?.name, after?.name])].filter(Boolean).join(' → ')}`
  }
  return difference.kind
}

const briefly = (before: ComparableForm, after: ComparableForm) => compareForms(before, after).map(brief)

describe('compareForms', () => {
  it('finds nothing in a form compared with itself', () => {
    fc.assert(
      fc.property(randomForm, (form) => {
        expect(compareForms(form, structuredClone(form))).toEqual([])
      }),
    )
  })

  it('says all: applying the differences gives the other form, whatever the two are', () => {
    fc.assert(fc.property(randomForm, randomForm, expectRoundTrip), { numRuns: 300 })
  })

  it('says all of what people do to a form', () => {
    const edits = fc.array(randomEdit, { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(randomForm, edits, (form, changes) => {
        const edited = changes.reduce((before, change) => change(before), form)
        expect(applyDifferences(canonicalForm(form), compareForms(form, edited))).toEqual(canonicalForm(edited))
      }),
      { numRuns: 300 },
    )
  })

  it('finds nothing where only what the server adds differs', () => {
    fc.assert(
      fc.property(randomForm, (form) => {
        const renumbered = form.survey.map((row, index) => ({ ...row, $kuid: `other${index}`, $xpath: 'x' }))
        expect(compareForms(form, { ...form, survey: renumbered })).toEqual([])
      }),
    )
  })
})

const FORMS = ['household', 'household:1', 'household:2', 'household-fr', 'boreholes', 'boreholes:1', 'arabic-needs']

describe('compareForms, on the forms of the demo', () => {
  it.each(FORMS)('%s: nothing with itself, and all with every other', (key) => {
    const form = seededForm(key)
    expect(compareForms(form, structuredClone(form))).toEqual([])
    for (const other of FORMS) expectRoundTrip(form, seededForm(other))
  })

  it('names what changed from one deployed version to the next', () => {
    expect(briefly(seededForm('household:1'), seededForm('household:2'))).toEqual([
      'added member/m_difficulty',
      'added living/dwelling_photo',
      'added living/aid_value',
    ])
  })
})

const q = (name: string, label: string, more: object = {}) => ({ type: 'text', name, label: [label], ...more })
const group = (name: string, label: string, ...inside: object[]) => [
  { type: 'begin_group', name, label: [label] },
  ...inside,
  { type: 'end_group' },
]
const form = (...survey: object[]): ComparableForm => ({
  survey: survey as ComparableForm['survey'],
  translations: ['en'],
})

describe('compareForms, difference by difference', () => {
  it('takes a question of the same label, type and group for renamed', () => {
    const before = form(...group('hh', 'Household', q('size', 'How many?'), q('head', 'Head')))
    const after = form(...group('hh', 'Household', q('household_size', ' how  many?'), q('head', 'Head')))
    expect(briefly(before, after)).toEqual([
      'renamed hh/size → hh/household_size',
      'text hh/size → hh/household_size label: How many? →  how  many?',
    ])
    expect(compareForms(before, after)[0]).toMatchObject({ kind: 'renamed', evidence: 'label' })
  })

  it('is not misled by another type, another group or another label', () => {
    const before = form(...group('hh', 'Household', q('a', 'A'), q('b', 'B'), q('c', 'C')))
    const after = form(...group('hh', 'Household', q('x', 'A', { type: 'integer' }), q('y', 'Y')), q('z', 'C'))
    const kinds = compareForms(before, after).map(({ kind }) => kind)
    expect(kinds.toSorted()).toEqual(['added', 'added', 'added', 'removed', 'removed', 'removed'])
  })

  it('knows a question by KPI’s identifier, whatever its new label', () => {
    const before = form(q('size', 'How many?', { $kuid: 'k1' }))
    const after = form(q('people', 'People', { $kuid: 'k1' }))
    expect(compareForms(before, after)[0]).toMatchObject({ kind: 'renamed', evidence: 'identifier' })
  })

  it('says of a renamed group only that, though the answers of all its questions move', () => {
    const before = form(...group('hh', 'Household', q('size', 'Size'), q('head', 'Head')))
    const after = form(...group('home', 'Household', q('size', 'Size'), q('chief', 'Head')))
    expect(briefly(before, after)).toEqual(['renamed hh → home', 'renamed hh/head → home/chief'])
    expect(movedAnswers(before, after).map((row) => [row.before.path, row.after.path])).toEqual([
      ['hh/size', 'home/size'],
      ['hh/head', 'home/chief'],
    ])
  })

  it('finds the fewest moves', () => {
    const before = form(q('a', 'A'), q('b', 'B'), q('c', 'C'), q('d', 'D'))
    expect(briefly(before, form(q('b', 'B'), q('c', 'C'), q('d', 'D'), q('a', 'A')))).toEqual(['moved a'])
    expect(briefly(before, form(q('a', 'A'), ...group('g', 'G', q('b', 'B')), q('c', 'C'), q('d', 'D')))).toEqual([
      'added g',
      'moved b → g/b',
    ])
  })

  it('tells logic, type, texts and display apart', () => {
    const before = form(q('a', 'A', { relevant: '1', appearance: 'minimal', hint: ['H'] }))
    const after = form(q('a', 'B', { relevant: '2', required: true, type: 'integer', hint: ['H', 'G'] }))
    expect(briefly(before, { ...after, translations: ['en', 'fr'] })).toEqual([
      'languageAdded',
      'type a type: text → integer',
      'logic a relevant: 1 → 2',
      'display a appearance: minimal → ',
      'logic a required:  → yes',
      'text a label: A → B',
    ])
  })

  it('takes a language whose texts stay for renamed', () => {
    const before = { ...form(q('a', 'A'), q('b', 'B')), translations: [null] }
    expect(briefly(before, { ...before, translations: ['English (en)'] })).toEqual(['languageRenamed'])
  })

  it('compares the choices of a list, also of one with a new name', () => {
    const choices = (list: string, ...names: [string, string][]) =>
      names.map(([name, label]) => ({ list_name: list, name, label: [label] }))
    const select = (list: string) => form(q('a', 'A', { type: 'select_one', select_from_list_name: list }))
    const before = { ...select('water'), choices: choices('water', ['tap', 'Tap'], ['river', 'River'], ['1', 'Rain']) }
    const after = {
      ...select('source'),
      choices: choices('source', ['tap', 'Tap'], ['rain', 'Rain'], ['well', 'Well']),
    }
    expect(briefly(before, after)).toEqual([
      'list a select_from_list_name: water → source',
      'listRenamed',
      'choiceRenamed source: 1 → rain',
      'choiceAdded source: well',
      'choiceRemoved source: river',
    ])
    const removed = compareForms(before, after).find(({ kind }) => kind === 'choiceRemoved')
    expect(removed).toMatchObject({ choice: { usedBy: [{ after: { path: 'a' } }] } })
  })
})
