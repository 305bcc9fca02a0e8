import { type DataQuery, selectFields } from '#/demo/search/data-query.ts'
import { matches, valueAt } from '#/demo/search/mongo-query.ts'
import type { Submission } from '#/demo/submissions/submission-serializer.ts'
import { type LargeQuestion, PERIOD } from './large-form.ts'

type Filter = Record<string, unknown>

const SENT_EVERY = 37_000 // milliseconds
const PEOPLE = ['enum_team_01', 'enum_team_02', 'enum_team_03', null]
const START = Date.UTC(2024, 0, 1)

/** What of a submission comes again with the period. */
function periodic(questions: readonly LargeQuestion[], id: number): Filter {
  const row: Filter = { _submitted_by: PEOPLE[id % PEOPLE.length], _validation_status: {}, __version__: 'vLarge' }
  for (const { path, answer } of questions) {
    const text = answer(id)
    if (text !== undefined) row[path] = text
  }
  return row
}

function written(questions: readonly LargeQuestion[], id: number): Submission {
  const uuid = `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`
  return {
    _id: id,
    ...periodic(questions, id),
    _uuid: uuid,
    'meta/rootUuid': `uuid:${uuid}`,
    'meta/instanceID': `uuid:${uuid}`,
    _attachments: [],
    _geolocation: [null, null],
    _submission_time: new Date(START + id * SENT_EVERY).toISOString().slice(0, 19),
  }
}

/** `_id`s between which a query looks, both included, and what else it asks for. */
interface Wanted {
  lowest: number
  highest: number
  rest: Filter[]
}

function narrow(wanted: Wanted, query: Filter): Wanted {
  let { lowest, highest, rest } = wanted
  for (const [key, condition] of Object.entries(query)) {
    if (key === '$and') {
      ;({ lowest, highest, rest } = (condition as Filter[]).reduce(narrow, { lowest, highest, rest }))
    } else if (key === '_id' && isBounds(condition)) {
      const { $gt = -Infinity, $gte = -Infinity, $lt = Infinity, $lte = Infinity } = condition
      lowest = Math.max(lowest, $gte, $gt + 1)
      highest = Math.min(highest, $lte, $lt - 1)
    } else rest = [...rest, { [key]: condition }]
  }
  return { lowest, highest, rest }
}

type Bounds = Partial<Record<'$gt' | '$gte' | '$lt' | '$lte', number>>
const isBounds = (condition: unknown): condition is Bounds =>
  typeof condition === 'object' && condition !== null && Object.keys(condition).every((key) => /^\$[gl]te?$/.test(key))

/**
 * One page of the submissions 1 to `total`, made as they are asked for: as much work for a million as for a thousand.
 * Answers come again with the period, so which of them a query finds, and in which order, is known from one period.
 */
export function largePage(
  questions: readonly LargeQuestion[],
  total: number,
  { query = {}, sort, fields, page }: DataQuery,
) {
  const { lowest, highest, rest } = narrow({ lowest: 1, highest: total, rest: [] }, query)
  const asked = new Set([...JSON.stringify(rest).matchAll(/"([^"$][^"]*)":/g)].map(([, key]) => key))
  const [[sortKey, direction] = ['_id', 1]] = Object.entries(sort ?? {})
  const isByAnswer = sortKey !== '_id' && sortKey !== '_submission_time'
  const needed = questions.filter(({ path }) => asked.has(path) || path === sortKey)

  // Residues that match, in classes of the same value of the sort's key.
  const classes = new Map<string, number[]>()
  for (let residue = 0; residue < PERIOD; residue += 1) {
    const row = periodic(needed, residue)
    if (!rest.every((filter) => matches(row, filter))) continue
    const key = isByAnswer ? textOf(valueAt(row, sortKey)) : ''
    classes.set(key, [...(classes.get(key) ?? []), residue])
  }
  const order = [...classes].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0) * (direction === -1 ? -1 : 1))
  const isUpwards = !isByAnswer && direction !== -1

  let passed = 0
  const ids: number[] = []
  for (const [, residues] of order) {
    const size = residues.reduce((sum, residue) => sum + countIn(residue, lowest, highest), 0)
    if (passed + size > page.start && ids.length < page.limit) {
      const first = Math.max(0, page.start - passed)
      ids.push(...idsOf(residues, lowest, highest, isUpwards, first, page.limit - ids.length))
    }
    passed += size
  }
  const wanted = fields ? questions.filter(({ path }) => fields.includes(path)) : questions
  return { count: passed, results: ids.map((id) => selectFields(written(wanted, id), fields)) }
}

/** As the demo sorts: what is not there comes first. */
const textOf = (value: unknown) =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/** How many numbers of a range leave this residue. */
const countIn = (residue: number, lowest: number, highest: number) =>
  Math.max(0, Math.floor((highest - residue) / PERIOD) - Math.ceil((lowest - residue) / PERIOD) + 1)

/** The numbers of a range that leave one of these residues, from the `first` of them on. */
function idsOf(residues: number[], lowest: number, highest: number, isUpwards: boolean, first: number, limit: number) {
  const step = isUpwards ? 1 : -1
  const allowed = new Uint8Array(PERIOD)
  for (const residue of residues) allowed[residue] = 1
  // Whole periods that lie before it are passed over at once.
  const periods = Math.max(0, Math.floor(first / residues.length) - 1)
  let at = (isUpwards ? lowest : highest) + step * periods * PERIOD
  let passed = periods * residues.length
  const ids: number[] = []
  for (; at >= lowest && at <= highest && ids.length < limit; at += step) {
    if (!allowed[at % PERIOD]) continue
    if (passed >= first) ids.push(at)
    passed += 1
  }
  return ids
}

/** One of them by its `_id`. */
export const largeRow = (questions: readonly LargeQuestion[], total: number, id: number): Submission | undefined =>
  id >= 1 && id <= total ? written(questions, id) : undefined
