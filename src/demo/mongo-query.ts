import { badRequest, serverFault } from './answers.ts'
import type { Filter } from './records.ts'

type Condition = (value: unknown, operand: unknown, filter: Filter) => boolean

/** As much of MongoDB's query language as KPI lets through [0720-0733], but for `$expr` and `$ifNull`. */
const OPERATORS: Record<string, Condition> = {
  $ne: (value, operand) => !isEqual(value, operand),
  $in: (value, operand) => Array.isArray(operand) && operand.some((one) => isEqual(value, one)),
  $nin: (value, operand) => !(Array.isArray(operand) && operand.some((one) => isEqual(value, one))),
  $exists: (value, operand) => (value !== undefined) === Boolean(operand),
  $gt: (value, operand) => order(value, operand) > 0,
  $gte: (value, operand) => order(value, operand) >= 0,
  $lt: (value, operand) => order(value, operand) < 0,
  $lte: (value, operand) => order(value, operand) <= 0,
  $all: (value, operand) => Array.isArray(operand) && operand.every((one) => isEqual(value, one)),
  $regex: (value, operand, { $options: options }) => {
    const pattern = regExp(String(operand), typeof options === 'string' ? options : '')
    return typeof value === 'string' && pattern.test(value)
  },
  $options: () => true,
  $not: (value, operand) => isFilter(operand) && !meets(value, operand),
  $elemMatch: (value, operand) =>
    Array.isArray(value) && isFilter(operand) && value.some((entry) => isFilter(entry) && matches(entry, operand)),
}

const unsupported = () => badRequest(['Unsupported query'])

function regExp(pattern: string, options: string): RegExp {
  try {
    return new RegExp(pattern, options)
  } catch {
    throw unsupported()
  }
}

/**
 * Whether a submission is one that a query looks for. Answers are texts: numbers find nothing [0729].
 * @throws 400 for a bad regular expression, an empty `$or` or `$and`, and `$not` at the top [2161]
 */
export function matches(document: Filter, query: Filter): boolean {
  return Object.entries(query).every(([key, condition]) => {
    if (key === '$and') return filtersIn(condition).every((filter) => matches(document, filter))
    if (key === '$or') return filtersIn(condition).some((filter) => matches(document, filter))
    if (key === '$not') throw unsupported()
    return meets(valueAt(document, key), condition)
  })
}

/** What a query asks of the `_id`, and what else it asks: the first is known without the whole document. */
export function idsOfQuery(query: Filter | undefined): { ids: Filter[]; rest: Filter[] } {
  const parts = Object.entries(query ?? {}).flatMap(([key, condition]) =>
    key === '$and' ? filtersIn(condition) : [{ [key]: condition }],
  )
  const isOfId = (part: Filter) => Object.keys(part).every((key) => key === '_id')
  return { ids: parts.filter(isOfId), rest: parts.filter((part) => !isOfId(part)) }
}

function meets(value: unknown, condition: unknown): boolean {
  if (!isFilter(condition) || !Object.keys(condition).some((key) => key.startsWith('$')))
    return isEqual(value, condition)
  return Object.entries(condition).every(([operator, operand]) => {
    const test = OPERATORS[operator]
    if (operator === '$expr' || operator === '$ifNull') throw serverFault()
    // Any other is silently taken for a field, and there is none of that name [2151].
    return test !== undefined && test(value, operand, condition)
  })
}

/** Dots lead into objects: `_validation_status.uid`. */
export function valueAt(document: Filter, key: string): unknown {
  if (Object.hasOwn(document, key)) return document[key]
  const [first = '', ...rest] = key.split('.')
  const inner = document[first]
  return rest.length > 0 && isFilter(inner) ? valueAt(inner, rest.join('.')) : undefined
}

/** `null` also finds what is not there. */
const isEqual = (value: unknown, wanted: unknown): boolean =>
  wanted === null ? value === null || value === undefined : value === wanted || sameJson(value, wanted)

const sameJson = (value: unknown, wanted: unknown) =>
  typeof wanted === 'object' && JSON.stringify(value) === JSON.stringify(wanted)

/** Below, at or above zero; `NaN` where the two are of different kinds: then nothing is found. */
function order(value: unknown, operand: unknown): number {
  if (typeof value === 'number' && typeof operand === 'number') return value - operand
  if (typeof value !== 'string' || typeof operand !== 'string') return Number.NaN
  return value < operand ? -1 : value > operand ? 1 : 0
}

function filtersIn(value: unknown): Filter[] {
  const filters = Array.isArray(value) ? value.filter(isFilter) : []
  if (filters.length === 0) throw unsupported()
  return filters
}

const isFilter = (value: unknown): value is Filter =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
