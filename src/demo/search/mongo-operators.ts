import type { Filter } from '#/demo/records.ts'

type Test = (value: unknown) => boolean

interface CompileContext {
  /** Compiles the query inside `$elemMatch`. */
  compileQuery: (query: Filter) => (document: Filter) => boolean
  /** Creates the response to a query that MongoDB refuses. */
  unsupported: () => Response
}

type Operator = (operand: unknown, context: CompileContext, condition: Filter) => Test

/** The operators on a field that KPI accepts. */
const OPERATORS: Record<string, Operator> = {
  $ne: (operand) => not(anyOf(equalTo(operand))),
  $in: (operand, context) => anyOf(oneOf(operand, context)),
  $nin: (operand, context) => not(anyOf(oneOf(operand, context))),
  $all: (operand, context) => {
    const tests = listOf(operand, context).map((one) => anyOf(equalTo(one)))
    return (value) => tests.length > 0 && tests.every((test) => test(value))
  },
  $exists: (operand) => (value) => (value !== undefined) === Boolean(operand),
  $gt: (operand) => anyOf((value) => compareOrdered(value, operand) > 0),
  $gte: (operand) => anyOf((value) => compareOrdered(value, operand) >= 0),
  $lt: (operand) => anyOf((value) => compareOrdered(value, operand) < 0),
  $lte: (operand) => anyOf((value) => compareOrdered(value, operand) <= 0),
  $regex: (operand, { unsupported }, { $options: options = '' }) => {
    const pattern = toRegExp(operand, options, unsupported)
    return anyOf((value) => typeof value === 'string' && pattern.test(value))
  },
  $options: (_operand, { unsupported }, { $regex: pattern }) => {
    if (pattern === undefined) throw unsupported()
    return () => true
  },
  $not: (operand, context) => {
    if (!isFilter(operand) || Object.keys(operand).length === 0) throw context.unsupported()
    return not(conditionTest(operand, context))
  },
  $elemMatch: (operand, context) => {
    if (!isFilter(operand)) throw context.unsupported()
    const test = isConditionOnEntry(operand)
      ? conditionTest(operand, context)
      : entryTest(context.compileQuery(operand))
    return (value) => Array.isArray(value) && value.some(test)
  },
}

/** Operators that KPI accepts, but not on a field. */
const LOGICAL_OPERATORS = ['$and', '$or', '$expr', '$ifNull']

/** Whether a key is an operator that KPI accepts; any other key is read as a field [2151]. */
export const isOperator = (key: string) => Object.hasOwn(OPERATORS, key) || LOGICAL_OPERATORS.includes(key)

/** Compiles the condition on one value: equality, or operators. */
export function conditionTest(condition: unknown, context: CompileContext): Test {
  if (!isFilter(condition) || !Object.keys(condition).some(isOperator)) return anyOf(equalTo(condition))
  const tests = Object.entries(condition).map(([key, operand]) => {
    const operator = OPERATORS[key]
    if (!operator) throw context.unsupported()
    return operator(operand, context, condition)
  })
  return (value) => tests.every((test) => test(value))
}

/** Whether the conditions are on the entry itself, not on its fields. */
const isConditionOnEntry = (operand: Filter) => Object.keys(operand).some((key) => Object.hasOwn(OPERATORS, key))

const entryTest =
  (test: (document: Filter) => boolean): Test =>
  (value) =>
    isFilter(value) && test(value)

const not =
  (test: Test): Test =>
  (value) =>
    !test(value)

/** A list matches as a whole, or by one of its entries. */
const anyOf =
  (test: Test): Test =>
  (value) =>
    test(value) || (Array.isArray(value) && value.some(test))

/** `null` also matches missing values [2155]. */
const equalTo =
  (expected: unknown): Test =>
  (value) =>
    expected === null ? value === null || value === undefined : value === expected || isSameJson(value, expected)

const isSameJson = (value: unknown, expected: unknown) =>
  typeof expected === 'object' && JSON.stringify(value) === JSON.stringify(expected)

function oneOf(operand: unknown, context: CompileContext): Test {
  const tests = listOf(operand, context).map(equalTo)
  return (value) => tests.some((test) => test(value))
}

function listOf(operand: unknown, { unsupported }: CompileContext): unknown[] {
  if (!Array.isArray(operand)) throw unsupported()
  return operand
}

/** Negative, zero or positive; `NaN` for values of different types, which never match [2159]. */
function compareOrdered(value: unknown, operand: unknown): number {
  if (typeof value === 'number' && typeof operand === 'number') return value - operand
  if (typeof value !== 'string' || typeof operand !== 'string') return Number.NaN
  return value < operand ? -1 : value > operand ? 1 : 0
}

/** A regular expression with flags from `$options`, or from a prefix such as `(?i)`. */
function toRegExp(operand: unknown, options: unknown, unsupported: () => Response): RegExp {
  if (typeof operand !== 'string' || typeof options !== 'string' || !/^[ims]*$/.test(options)) throw unsupported()
  const [flagGroup = '', inlineFlags = ''] = /^\(\?([ims]+)\)/.exec(operand) ?? []
  try {
    return new RegExp(operand.slice(flagGroup.length), [...new Set(options + inlineFlags)].join(''))
  } catch {
    throw unsupported()
  }
}

/** Whether a value is an object and not an array. */
export const isFilter = (value: unknown): value is Filter =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
