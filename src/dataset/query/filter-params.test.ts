import { describe, expect, it } from 'vitest'
import { toMongoQuery } from '#/dataset/sources/kpi/mongo-query.ts'
import { questionsOf } from '#/dataset/sources/kpi/questions.ts'
import { matches } from '#/demo/search/mongo-query.ts'
import { readFilter, writeFilter } from './filter-params.ts'
import { NO_FILTER, type RowFilter, withTextSearch } from './filter.ts'

const CONTENT = { survey: [{ type: 'text', name: 'name', $xpath: 'name' }] }
const FORM = { questions: questionsOf(CONTENT) }
const name = { field: 'name', test: { op: 'is', text: 'Amina' } }
const one = (condition: unknown) => JSON.stringify({ join: 'and', parts: [condition] })
const asked = (field: string, test: object) => one({ field, test })

/** Addresses that somebody made by hand, and what is wrong with each. */
const UNREADABLE: [string, string][] = [
  ['no JSON', 'name=Amina'],
  ['no object', '[]'],
  ['a number', '5'],
  ['no join', JSON.stringify({ parts: [name] })],
  ['another join', JSON.stringify({ join: 'nor', parts: [name] })],
  ['no conditions at all', JSON.stringify({ join: 'or', parts: [] })],
  ['an empty group', JSON.stringify({ join: 'or', parts: [name, { join: 'and', conditions: [] }] })],
  ['a group in a group', one({ join: 'or', conditions: [{ join: 'and', conditions: [name] }] })],
  ['something besides', JSON.stringify({ join: 'and', parts: [name], $where: '1' })],
  ['something besides in a condition', one({ ...name, conditions: [] })],
  ['something besides in a test', asked('name', { op: 'is', text: 'Amina', $ne: 1 })],
  ['an operator as a field', asked('$where', { op: 'is', text: '1' })],
  ['an operator of the allowed list as a field', asked('$or', { op: 'blank' })],
  ['an operator within a field', asked('name.$where', { op: 'is', text: '1' })],
  ['no field', asked('', { op: 'answered' })],
  ['an unknown test', asked('name', { op: '$gt', text: '1' })],
  ['no text', asked('name', { op: 'contains', text: '' })],
  ['no choice', asked('name', { op: 'oneOf', values: [] })],
  ['an empty choice', asked('name', { op: 'oneOf', values: [''] })],
  ['no person', asked('_submitted_by', { op: 'person', names: [] })],
  ['a person of another column', asked('name', { op: 'person', names: ['amina'] })],
  ['no status', asked('_validation_status', { op: 'status', verdicts: [] })],
  ['an unknown status', asked('_validation_status', { op: 'status', verdicts: ['validation_status_odd'] })],
  ['a status of another column', asked('name', { op: 'status', verdicts: [null] })],
  ['a text of the status', asked('_validation_status', { op: 'blank' })],
  ['no limit', asked('name', { op: 'number', from: null, to: null })],
  ['a limit that is no number', asked('name', { op: 'number', from: 'ten', to: null })],
  ['a limit that may be two numbers', asked('name', { op: 'number', from: '10,000', to: null })],
  ['no day', asked('name', { op: 'day', from: null, to: null })],
  ['a day that is none', asked('name', { op: 'day', from: '2026-02-30', to: null })],
  ['days the wrong way round', asked('name', { op: 'day', from: '2026-02-03', to: '2026-02-02' })],
  ['a number of a submission that is none', asked('_id', { op: 'is', text: '12 or so' })],
  ['a comparison with no number', asked('name', { op: 'moreThan', number: '' })],
  ['a comparison with a day that is none', asked('name', { op: 'before', day: '2026-02-30' })],
  ['a comparison with days of the status', asked('_validation_status', { op: 'today' })],
  ['another test of all text questions', asked('*', { op: 'isNot', text: 'Amina' })],
  ['an unknown period', asked('name', { op: 'last8Days' })],
  ['a part of the number of a submission', asked('_id', { op: 'contains', text: '1' })],
]

describe('a filter in a URL', () => {
  it.each(UNREADABLE)('with %s is unreadable', (_name, text) => {
    const filter = readFilter(text)
    expect(filter.unreadable).toBe(text)
    const query = toMongoQuery(filter, FORM)
    expect(query).toBeDefined()
    expect(matches({ _id: 1, name: 'Amina' }, query ?? {})).toBe(false)
    expect(writeFilter(filter)).toBe(text)
  })

  it.each([null, ''])('that is missing (%j) matches all rows', (text) => {
    expect(readFilter(text)).toEqual(NO_FILTER)
    expect(toMongoQuery(readFilter(text), FORM)).toBeUndefined()
  })

  it('is read as it was written', () => {
    const filter: RowFilter = {
      join: 'or',
      parts: [
        { field: 'name', test: { op: 'contains', text: '$5' } },
        { field: '_id', test: { op: 'is', text: '12' } },
        {
          join: 'and',
          conditions: [
            { field: 'size', test: { op: 'number', from: '-2.5', to: null } },
            { field: 'group/visit', test: { op: 'day', from: '2024-02-29', to: '2024-02-29' } },
            { field: '_submission_time', test: { op: 'day', from: null, to: '2026-11-20' } },
            { field: '_submitted_by', test: { op: 'person', names: ['amina', null] } },
            { field: '_validation_status', test: { op: 'status', verdicts: ['validation_status_approved', null] } },
            { field: 'name', test: { op: 'blank' } },
            { field: '*', test: { op: 'contains', text: 'kaikor' } },
            { field: 'size', test: { op: 'moreThan', number: '-2.5' } },
            { field: 'needs', test: { op: 'noneOf', values: ['food', 'water'] } },
            { field: 'group/visit', test: { op: 'before', day: '2024-02-29' } },
            { field: '_submission_time', test: { op: 'last7Days' } },
            { field: 'name', test: { op: 'isNot', text: 'Amina' } },
          ],
        },
      ],
    }
    expect(readFilter(writeFilter(filter))).toEqual(filter)
  })
})

describe('withTextSearch', () => {
  const text = { field: 'name', test: { op: 'is' as const, text: 'Amina' } }
  const other = { field: 'name', test: { op: 'blank' as const } }
  const search = (typed: string) => ({ field: '*', test: { op: 'contains' as const, text: typed } })

  it('adds a search that all rows have to match besides, in place of a former one', () => {
    expect(withTextSearch(NO_FILTER, 'ka')).toEqual({ join: 'and', parts: [search('ka')] })
    expect(withTextSearch({ join: 'and', parts: [text, search('ka')] }, 'lo')).toEqual({
      join: 'and',
      parts: [text, search('lo')],
    })
    expect(withTextSearch({ join: 'or', parts: [text, other] }, 'ka')).toEqual({
      join: 'and',
      parts: [{ join: 'or', conditions: [text, other] }, search('ka')],
    })
  })

  it('is not possible beside alternatives that are groups', () => {
    const group = { join: 'and' as const, conditions: [text, other] }
    expect(withTextSearch({ join: 'or', parts: [group, text] }, 'ka')).toBeNull()
  })
})
