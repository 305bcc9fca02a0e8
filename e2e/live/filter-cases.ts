import type { Condition, RowFilter } from '#/dataset/query/filter.ts'
import { type RawRow, statusOf } from './rows.ts'

export interface FilterCase {
  name: string
  filter: RowFilter
  /** The same in plain code, over a row as the server has it. */
  fits: (row: RawRow) => boolean
}

const text = (row: RawRow, key: string) => (typeof row[key] === 'string' ? row[key] : '')
const number = (row: RawRow, key: string) => (text(row, key) === '' ? NaN : Number(row[key]))
const entries = (row: RawRow) => (Array.isArray(row['member']) ? (row['member'] as Record<string, string>[]) : [])

/** The day of a moment in Nairobi, where the browser of the stories is: three hours ahead of UTC all year. */
function nairobiDay(moment: string): string {
  const instant = Date.parse(moment)
  return Number.isNaN(instant) ? '' : new Date(instant + 3 * 3_600_000).toISOString().slice(0, 10)
}
const isBetween = (day: string, from: string, to: string) => day !== '' && day >= from && day <= to

const simple = (name: string, field: string, test: Condition['test'], fits: FilterCase['fits']): FilterCase => ({
  name,
  filter: { join: 'and', parts: [{ field, test }] },
  fits,
})

/** Filters by texts, choices, people and statuses: each kind of question, in groups and in repeat groups. */
export const wordCases: FilterCase[] = [
  simple('a text contains another, whatever its case', 'name', { op: 'contains', text: 'ANN' }, (row) =>
    text(row, 'name').toLowerCase().includes('ann'),
  ),
  simple('a text contains signs that patterns give a meaning', 'name', { op: 'contains', text: 'a.b+c' }, (row) =>
    text(row, 'name').includes('a.b+c'),
  ),
  simple('a text contains a backslash', 'name', { op: 'contains', text: 'x\\y' }, (row) =>
    text(row, 'name').includes('x\\y'),
  ),
  simple('a text is exactly another', 'name', { op: 'is', text: 'Zoë 003' }, (row) => row['name'] === 'Zoë 003'),
  simple('one choice of several', 'colour', { op: 'oneOf', values: ['red', 'blue'] }, (row) =>
    ['red', 'blue'].includes(text(row, 'colour')),
  ),
  simple('several answers have one of the choices', 'likes', { op: 'oneOf', values: ['green'] }, (row) =>
    text(row, 'likes').split(' ').includes('green'),
  ),
  simple('an answer is blank', 'colour', { op: 'blank' }, (row) => text(row, 'colour') === ''),
  simple('an answer is there', 'likes', { op: 'answered' }, (row) => text(row, 'likes') !== ''),
  simple('a question in a group', 'household/head', { op: 'answered' }, (row) => text(row, 'household/head') !== ''),
  simple('a date on certain days', 'day', { op: 'day', from: '2026-01-05', to: '2026-01-31' }, (row) =>
    isBetween(text(row, 'day'), '2026-01-05', '2026-01-31'),
  ),
  simple(
    'a question in a repeat group, in any of its entries',
    'member/member_name',
    { op: 'is', text: 'Member 2' },
    (row) => entries(row).some((entry) => entry['member/member_name'] === 'Member 2'),
  ),
  simple(
    'a status',
    '_validation_status',
    { op: 'status', verdicts: ['validation_status_approved'] },
    (row) => statusOf(row) === 'validation_status_approved',
  ),
  simple(
    'no status or another',
    '_validation_status',
    { op: 'status', verdicts: [null, 'validation_status_on_hold'] },
    (row) => [null, 'validation_status_on_hold'].includes(statusOf(row)),
  ),
  {
    name: 'a group of alternatives beside another condition',
    filter: {
      join: 'and',
      parts: [
        {
          join: 'or',
          conditions: [
            { field: 'colour', test: { op: 'oneOf', values: ['green'] } },
            { field: '_validation_status', test: { op: 'status', verdicts: ['validation_status_not_approved'] } },
          ],
        },
        { field: 'day', test: { op: 'answered' } },
      ],
    },
    fits: (row) =>
      (row['colour'] === 'green' || statusOf(row) === 'validation_status_not_approved') && text(row, 'day') !== '',
  },
  simple('a text does not contain another, or is not there', 'name', { op: 'notContains', text: 'ANN' }, (row) => {
    return !text(row, 'name').toLowerCase().includes('ann')
  }),
  simple('a text starts with another', 'name', { op: 'startsWith', text: 'zo' }, (row) =>
    text(row, 'name').toLowerCase().startsWith('zo'),
  ),
  simple('a text is not another, or is not there', 'name', { op: 'isNot', text: 'Zoë 003' }, (row) => {
    return row['name'] !== 'Zoë 003'
  }),
  simple('none of the choices', 'colour', { op: 'noneOf', values: ['red', 'blue'] }, (row) => {
    return !['red', 'blue'].includes(text(row, 'colour'))
  }),
  simple('several answers have none of the choices', 'likes', { op: 'noneOf', values: ['green'] }, (row) => {
    return !text(row, 'likes').split(' ').includes('green')
  }),
  simple('several answers have all of the choices', 'likes', { op: 'allOf', values: ['red', 'green'] }, (row) =>
    ['red', 'green'].every((colour) => text(row, 'likes').split(' ').includes(colour)),
  ),
  simple('a date after a day', 'day', { op: 'after', day: '2026-01-15' }, (row) => text(row, 'day') > '2026-01-15'),
  simple('nothing at all', 'name', { op: 'is', text: 'nobody' }, () => false),
]

/** Filters by the size of numbers and by the reader's days. They need patterns that look ahead, which MongoDB has. */
export const sizeCases: FilterCase[] = [
  simple('a whole number between two', 'age', { op: 'number', from: '-5', to: '10' }, (row) => {
    const age = number(row, 'age')
    return age >= -5 && age <= 10
  }),
  simple('a number from a size on', 'age', { op: 'number', from: '25', to: null }, (row) => number(row, 'age') >= 25),
  simple(
    'a decimal up to a size',
    'weight',
    { op: 'number', from: null, to: '1.5' },
    (row) => number(row, 'weight') <= 1.5,
  ),
  simple('a number more than another', 'age', { op: 'moreThan', number: '25' }, (row) => number(row, 'age') > 25),
  simple(
    'a decimal less than another',
    'weight',
    { op: 'lessThan', number: '1.5' },
    (row) => number(row, 'weight') < 1.5,
  ),
  simple('a number that is another', 'age', { op: 'is', text: '10' }, (row) => number(row, 'age') === 10),
  simple('a number that is not another, or is not there', 'age', { op: 'isNot', text: '10.0' }, (row) => {
    return number(row, 'age') !== 10
  }),
  simple('a number in a repeat group', 'member/member_age', { op: 'number', from: '40', to: null }, (row) =>
    entries(row).some((entry) => Number(entry['member/member_age']) >= 40),
  ),
  simple(
    'moments of devices in several zones, on a day of the reader',
    'moment',
    { op: 'day', from: '2026-03-29', to: '2026-03-29' },
    (row) => nairobiDay(text(row, 'moment')) === '2026-03-29',
  ),
]

/** Filters about who sent a row and when, and by its number: the values are those of the rows. */
export function sentCases(rows: readonly RawRow[], username: string): FilterCase[] {
  const today = nairobiDay(`${text(rows[0] ?? { _id: 0 }, '_submission_time')}Z`)
  const id = rows.at(2)?._id ?? 0
  return [
    simple(
      'sent by a person',
      '_submitted_by',
      { op: 'person', names: [username] },
      (row) => row['_submitted_by'] === username,
    ),
    simple(
      'sent without signing in',
      '_submitted_by',
      { op: 'person', names: [null] },
      (row) => row['_submitted_by'] === null,
    ),
    simple(
      'sent on a day',
      '_submission_time',
      { op: 'day', from: today, to: today },
      (row) => nairobiDay(`${text(row, '_submission_time')}Z`) === today,
    ),
    simple('sent in the last 30 days', '_submission_time', { op: 'last30Days' }, () => true),
    simple('sent before that day', '_submission_time', { op: 'day', from: null, to: '2020-01-01' }, () => false),
    simple('a submission by its number', '_id', { op: 'is', text: String(id) }, (row) => row._id === id),
  ]
}
