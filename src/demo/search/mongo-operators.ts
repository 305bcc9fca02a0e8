import type { Filter } from '#/demo/records.ts'

type Test = (value: unknown) => boolean

interface Compiler {
  /** For what `$elemMatch` asks of the entries of a list. */
  compileQuery: (query: Filter) => (document: Filter) => boolean
  /** Makes what is thrown for what MongoDB does not take. */
  refuse: () => Response
}

type Operator = (operand: unknown, compiler: Compiler, condition: Filter) => Test

/** The operators of a field that KPI lets through. */
const OPERATORS: Record<string, Operator> = {
  $ne: (operand) => not(anyOf(equalTo(operand))),
  $in: (operand, compiler) => anyOf(oneOf(operand, compiler)),
  $nin: (operand, compiler) => not(anyOf(oneOf(operand, compiler))),
  $all: (operand, compiler) => {
    const tests = listOf(operand, compiler).map((one) => anyOf(equalTo(one)))
    return (value) => tests.length > 0 && tests.every((test) => test(value))
  },
  $exists: (operand) => (value) => (value !== undefined) === Boolean(operand),
  $gt: (operand) => anyOf((value) => order(value, operand) > 0),
  $gte: (operand) => anyOf((value) => order(value, operand) >= 0),
  $lt: (operand) => anyOf((value) => order(value, operand) < 0),
  $lte: (operand) => anyOf((value) => order(value, operand) <= 0),
  $regex: (operand, { refuse }, { $options: options = '' }) => {
    const pattern = toPattern(operand, options, refuse)
    return anyOf((value) => typeof value === 'string' && pattern.test(value))
  },
  $options: (_operand, { refuse }, { $regex: pattern }) => {
    if (pattern === undefined) throw refuse()
    return () => true
  },
  $not: (operand, compiler) => {
    if (!isFilter(operand) || Object.keys(operand).length === 0) throw compiler.refuse()
    return not(conditionTest(operand, compiler))
  },
  $elemMatch: (operand, compiler) => {
    if (!isFilter(operand)) throw compiler.refuse()
    const test = isOfEntry(operand) ? conditionTest(operand, compiler) : entryTest(compiler.compileQuery(operand))
    return (value) => Array.isArray(value) && value.some(test)
  },
}

/** Let through as well, but not for a field. */
const OTHERS = ['$and', '$or', '$expr', '$ifNull']

/** Whether a key is an operator that KPI lets through; any other is taken for a field [2151]. */
export const isOperator = (key: string) => Object.hasOwn(OPERATORS, key) || OTHERS.includes(key)

/** What a query asks of one value: to be equal to something, or what operators say. */
export function conditionTest(condition: unknown, compiler: Compiler): Test {
  if (!isFilter(condition) || !Object.keys(condition).some(isOperator)) return anyOf(equalTo(condition))
  const tests = Object.entries(condition).map(([key, operand]) => {
    const operator = OPERATORS[key]
    if (!operator) throw compiler.refuse()
    return operator(operand, compiler, condition)
  })
  return (value) => tests.every((test) => test(value))
}

/** Conditions on the entry itself, not on something in it. */
const isOfEntry = (operand: Filter) => Object.keys(operand).some((key) => Object.hasOwn(OPERATORS, key))

const entryTest =
  (test: (document: Filter) => boolean): Test =>
  (value) =>
    isFilter(value) && test(value)

const not =
  (test: Test): Test =>
  (value) =>
    !test(value)

/** A list is found by itself, and by each of its entries. */
const anyOf =
  (test: Test): Test =>
  (value) =>
    test(value) || (Array.isArray(value) && value.some(test))

/** `null` also finds what is not there [2155]. */
const equalTo =
  (wanted: unknown): Test =>
  (value) =>
    wanted === null ? value === null || value === undefined : value === wanted || isSameJson(value, wanted)

const isSameJson = (value: unknown, wanted: unknown) =>
  typeof wanted === 'object' && JSON.stringify(value) === JSON.stringify(wanted)

function oneOf(operand: unknown, compiler: Compiler): Test {
  const tests = listOf(operand, compiler).map(equalTo)
  return (value) => tests.some((test) => test(value))
}

function listOf(operand: unknown, { refuse }: Compiler): unknown[] {
  if (!Array.isArray(operand)) throw refuse()
  return operand
}

/** Below, at or above zero; `NaN` where the two are of different kinds: then nothing is found [2159]. */
function order(value: unknown, operand: unknown): number {
  if (typeof value === 'number' && typeof operand === 'number') return value - operand
  if (typeof value !== 'string' || typeof operand !== 'string') return Number.NaN
  return value < operand ? -1 : value > operand ? 1 : 0
}

/** A pattern as MongoDB reads it: it takes `(?i)` before it as well as `$options`. */
function toPattern(operand: unknown, options: unknown, refuse: () => Response): RegExp {
  if (typeof operand !== 'string' || typeof options !== 'string' || !/^[ims]*$/.test(options)) throw refuse()
  const [whole = '', inline = ''] = /^\(\?([ims]+)\)/.exec(operand) ?? []
  try {
    return new RegExp(operand.slice(whole.length), [...new Set(options + inline)].join(''))
  } catch {
    throw refuse()
  }
}

/** Whether something is an object, and no list. */
export const isFilter = (value: unknown): value is Filter =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
