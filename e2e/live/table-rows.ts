import type { Answers } from '../../conformance/lab/form.ts'

const NAMES = ['Ann', 'bob', 'Zoë', 'émile', 'a.b+c', 'O’Neil', '(draft)', 'Ángel', 'x\\y', '100%']
const COLOURS = ['red', 'green', 'blue']
const AGES = ['10', '9', '100', '-5', '0', '7', '25', '1000', '']
const WEIGHTS = ['1.5', '10.25', '0.75', '-2.5', '', '3']
const DAYS = ['2026-01-05', '2026-02-01', '2025-12-31', '', '2026-01-31']
const MOMENTS = [
  '2026-03-29T01:30:00.000+02:00',
  '2026-03-28T22:30:00.000-05:00',
  '',
  '2026-03-29T20:59:00.000Z',
  '2026-03-30T00:10:00.000+03:00',
]

const pick = (values: readonly string[], at: number) => values[at % values.length] ?? ''

/** Without the answers that are empty: a device does not send them. */
const answered = (answers: Record<string, string>) =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''))

/** Entries of the repeat group: none, one or two. */
const members = (at: number): Answers[] =>
  [1, 2]
    .slice(0, at % 3)
    .map((number) => ({ member_name: `Member ${number}`, member_age: String((at * 7 + number * 11) % 60) }))

/** Rows for the form of the conformance run, each with a name of its own, with answers of each kind and without. */
export const manyRows = (count: number): Answers[] =>
  Array.from({ length: count }, (_, at) => ({
    ...answered({
      name: `${pick(NAMES, at)} ${String(at + 1).padStart(3, '0')}`,
      age: pick(AGES, at),
      weight: pick(WEIGHTS, at),
      colour: at % 4 === 3 ? '' : pick(COLOURS, at),
      likes: at % 5 === 4 ? '' : [pick(COLOURS, at), ...(at % 2 === 0 ? [pick(COLOURS, at + 1)] : [])].join(' '),
      day: pick(DAYS, at),
      moment: pick(MOMENTS, at),
      double: String(Number(pick(AGES, at)) * 2),
    }),
    ...(at % 3 === 0 && { household: { head: `Head ${at + 1}` } }),
    ...(at % 3 > 0 && { member: members(at) }),
  }))
