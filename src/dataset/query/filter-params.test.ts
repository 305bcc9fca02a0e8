import { describe, expect, it } from 'vitest'
import { toDataQuery } from '#/dataset/sources/kpi/mongo-query.ts'
import { matches } from '#/demo/search/mongo-query.ts'
import { readFilter, writeFilter } from './filter-params.ts'
import { NO_FILTER, type SubmissionFilter } from './filter.ts'

const CONTENT = { survey: [{ type: 'text', name: 'name', $xpath: 'name' }] }
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
  ['a part of the number of a submission', asked('_id', { op: 'contains', text: '1' })],
]

describe('a filter in an address', () => {
  it.each(UNREADABLE)('with %s is refused, and finds nothing', (_name, text) => {
    const filter = readFilter(text)
    expect(filter.unreadable).toBe(text)
    const query = toDataQuery(filter, CONTENT)
    expect(query).toBeDefined()
    expect(matches({ _id: 1, name: 'Amina' }, query ?? {})).toBe(false)
    expect(writeFilter(filter)).toBe(text)
  })

  it.each([null, ''])('that is not there (%j) finds all', (text) => {
    expect(readFilter(text)).toEqual(NO_FILTER)
    expect(toDataQuery(readFilter(text), CONTENT)).toBeUndefined()
  })

  it('is read as it was written', () => {
    const filter: SubmissionFilter = {
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
          ],
        },
      ],
    }
    expect(readFilter(writeFilter(filter))).toEqual(filter)
  })
})
