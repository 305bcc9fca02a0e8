import type { MongoQuery } from '#/api/kpi/submissions/request.ts'
import { type Form, type FormQuestion, withOtherQuestions } from '#/dataset/model/form.ts'
import { type QuestionKind, questionKind } from '#/dataset/model/question-kind.ts'
import { type Condition, type ConditionGroup, type RowFilter, StoredFilter, type Test } from '#/dataset/query/filter.ts'
import { canonicalJson } from '#/lib/canonical-json.ts'
import { dayText } from '#/lib/time/local-day.ts'
import { toMongoQuery } from './mongo-query.ts'

/**
 * The filter that a query is made of, also one that KPI's own interface wrote; `null` where no filter says the same. What is
 * read is proved: the filter makes the same query again.
 */
export function readMongoQuery(query: MongoQuery, form: Pick<Form, 'questions'>): RowFilter | null {
  const questions = new Map(withOtherQuestions(form.questions).map((question) => [question.path, question]))
  const known = conditionOf(query, { form, questions })
  if (known) return { join: 'and', parts: [known] }
  const joined = partsOf(query)
  if (!joined) return null
  const parts: RowFilter['parts'] = []
  for (const part of joined.queries) {
    const read = conditionOf(part, { form, questions }) ?? groupOf(part, { form, questions })
    if (!read) return null
    parts.push(read)
  }
  return StoredFilter.safeParse({ join: joined.join, parts }).data ?? null
}

interface Context {
  form: Pick<Form, 'questions'>
  questions: ReadonlyMap<string, FormQuestion>
}

function groupOf(query: MongoQuery, context: Context): ConditionGroup | null {
  const joined = partsOf(query)
  if (!joined) return null
  const conditions: Condition[] = []
  for (const part of joined.queries) {
    const condition = conditionOf(part, context)
    if (!condition) return null
    conditions.push(condition)
  }
  return conditions.length > 0 ? { join: joined.join, conditions } : null
}

/** The parts of `$and` and `$or`; several keys mean "and". */
function partsOf(query: MongoQuery): { join: 'and' | 'or'; queries: MongoQuery[] } | null {
  const entries = Object.entries(query)
  if (entries.length > 1) return { join: 'and', queries: entries.map(([key, value]) => ({ [key]: value })) }
  const [key, value] = entries[0] ?? []
  if ((key !== '$and' && key !== '$or') || !Array.isArray(value) || !value.every(isQuery)) return null
  return { join: key === '$and' ? 'and' : 'or', queries: value }
}

const isQuery = (value: unknown): value is MongoQuery =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The first of the conditions that may be meant, whose query is this one. */
function conditionOf(query: MongoQuery, { form, questions }: Context): Condition | null {
  const { path, inner, tests } = readTests(query)
  if (path === undefined) return null
  const field = path === STATUS_UID ? STATUS : path
  const question = questions.get(field)
  const kind = question && questionKind(question.type)
  const wanted = new Set([canonicalJson(query), ...plainForms(query, kind, field)])
  for (const test of candidates(tests, { field, kind, text: canonicalJson(inner) })) {
    const filter = StoredFilter.safeParse({ join: 'and', parts: [{ field, test }] }).data
    const made = filter && toMongoQuery(filter, form)
    if (made && wanted.has(canonicalJson(made))) return { field, test }
  }
  return null
}

const STATUS = '_validation_status'
const STATUS_UID = '_validation_status.uid'

/** One of these answers is the same as the answer, where the whole of it is one value. */
function plainForms(query: MongoQuery, kind: QuestionKind | undefined, field: string): string[] {
  const [[key, value] = []] = Object.entries(query)
  const isOneValue = field === '_submitted_by' || field === STATUS || kind === 'selectOne'
  const isPlain = typeof value === 'string' || (value === null && field === '_submitted_by')
  return key !== undefined && isPlain && isOneValue ? [canonicalJson({ [key]: { $in: [value] } })] : []
}

interface ReadTests {
  path: string | undefined
  /** The query inside of the repeat groups. */
  inner: MongoQuery
  /** What is asked of the answer, in the parts of the query. */
  tests: unknown[]
}

/** Of which question the query is, and all that it asks of its answer. */
function readTests(query: MongoQuery): ReadTests {
  const entries = Object.entries(query)
  const [key, value] = entries[0] ?? []
  if (key === undefined || entries.length > 1) return { path: undefined, inner: query, tests: [] }
  if (!key.startsWith('$')) {
    const inner = isQuery(value) ? value['$elemMatch'] : undefined
    return isQuery(inner) ? readTests(inner) : { path: key, inner: query, tests: [value] }
  }
  if (!Array.isArray(value) || !value.every(isQuery)) return { path: undefined, inner: query, tests: [] }
  const parts = value.map(readTests)
  const [path] = parts.map((part) => part.path)
  const isOne = parts.every((part) => part.path === path)
  return { path: isOne ? path : undefined, inner: query, tests: parts.flatMap(({ tests }) => tests) }
}

interface Asked {
  field: string
  kind: QuestionKind | undefined
  /** The whole query as text. */
  text: string
}

/** Conditions that such a query may come from. Each is checked by what it makes. */
function* candidates(tests: readonly unknown[], { field, kind, text }: Asked): Generator<Test> {
  const values = tests.flatMap((test) => listIn(test, '$in') ?? (isQuery(test) ? [] : [test]))
  const texts = values.filter((value) => typeof value === 'string')
  if (field === '_submitted_by')
    yield {
      op: 'person',
      names: values.flatMap((value) => (value === null || typeof value === 'string' ? [value] : [])),
    }
  if (field === STATUS) {
    yield* [texts, [null, ...texts]].map((verdicts) => ({ op: 'status', verdicts }) as Test)
  }
  if (field === '_id') yield { op: 'is', text: String(values[0]) }
  if (texts.length > 0) yield { op: 'oneOf', values: texts }
  if (texts[0] !== undefined) yield { op: 'is', text: texts[0] }
  yield { op: 'blank' }
  yield { op: 'answered' }
  const [test] = tests
  if (!isQuery(test)) return
  if (typeof test['$ne'] === 'string') yield { op: 'isNot', text: test['$ne'] }
  const excluded = listIn(test, '$nin')?.filter((value) => typeof value === 'string')
  if (excluded) yield { op: 'noneOf', values: excluded }
  yield* days(tests)
  const patterns = tests.flatMap(patternIn)
  const plain = patterns.map(unescaped)
  for (const pattern of plain) {
    yield { op: 'contains', text: pattern }
    yield { op: 'notContains', text: pattern }
    yield { op: 'startsWith', text: pattern.slice(1) }
  }
  const chosen = patterns.map(
    (pattern) => /^\(\^\| \)\((.*)\)\( \|\$\)$/.exec(pattern)?.[1]?.split('|').map(unescaped) ?? [],
  )
  yield* (['oneOf', 'noneOf'] as const).map((op) => ({ op, values: chosen[0] ?? [] }))
  yield { op: 'allOf', values: chosen.flat() }
  if (kind === 'number' || kind === 'calculation') yield* numbers(text)
}

const listIn = (test: unknown, operator: string): unknown[] | undefined => {
  const list = isQuery(test) ? test[operator] : undefined
  return Array.isArray(list) ? list : undefined
}

/** The regular expression in a test, or in its `$not`. */
function patternIn(test: unknown): string[] {
  if (!isQuery(test)) return []
  const inner = isQuery(test['$not']) ? test['$not'] : test
  return typeof inner['$regex'] === 'string' ? [inner['$regex']] : []
}

const unescaped = (pattern: string) => pattern.replace(/\\([\\^$.*+?()[\]{}|/-])/g, '$1')

/** The days between the limits of the query, in the time zone of this device. */
function* days(tests: readonly unknown[]): Generator<Test> {
  const limit = (operator: string) => {
    const texts = tests.flatMap((test) => (isQuery(test) && typeof test[operator] === 'string' ? [test[operator]] : []))
    return texts[0]
  }
  const from = dayOf(limit('$gte'), 0)
  const to = dayOf(limit('$lt'), -1)
  if (from !== null && from === to) yield { op: 'on', day: from }
  if (from !== null || to !== null) yield { op: 'day', from, to }
}

/** The day on this device on which a limit is, one millisecond earlier for the end of a range. */
function dayOf(text: string | undefined, shift: number): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(text ?? '')
  if (!match) return null
  const [, year, month, day, hour, minute, second] = match.map(Number)
  const moment =
    match[4] === undefined
      ? new Date(year ?? 0, (month ?? 1) - 1, day)
      : new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, Number.isNaN(second) ? 0 : second))
  return dayText(new Date(moment.getTime() + shift))
}

const NUMBER_OPERATORS = ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const
/** More would take long to try in pairs. */
const MAX_NUMBERS = 8

/** The numbers of a pattern are in it, as far as they are whole. */
function* numbers(text: string): Generator<Test> {
  const found = [...text.matchAll(/0\*(\d+)/g)].map(([, digits]) => digits ?? '')
  const all = [...new Set([...found, ...found.map((digits) => `-${digits}`), '0'])].slice(0, MAX_NUMBERS)
  for (const number of all) {
    yield { op: 'is', text: number }
    yield { op: 'isNot', text: number }
    yield* NUMBER_OPERATORS.map((op) => ({ op, number }))
  }
  for (const from of all) for (const to of all) yield { op: 'number', from, to }
}
