import * as z from 'zod/mini'
import { toDecimal } from '#/lib/number-pattern.ts'
import { Status } from './status.ts'

const Text = z.string().check(z.minLength(1))
/** A number as the server stores it: `-2.5`. */
const NumberText = z.string().check(z.refine((text) => toDecimal(text) !== null))
const Day = z.string().check(z.refine(isDay))

/** Relative to the day on which they are read, in the reader's time zone. */
export const PERIODS = ['today', 'last7Days', 'last30Days', 'thisMonth'] as const

/**
 * The test of a condition. These names are part of URLs and saved views. Negative tests (`isNot`, `notContains`, `noneOf`) are
 * also passed where there is no answer.
 */
export const Test = z.union([
  /** Ignore case. */
  z.strictObject({ op: z.enum(['contains', 'notContains', 'startsWith']), text: Text }),
  /** The same text; for questions whose answers are numbers, the same number. */
  z.strictObject({ op: z.enum(['is', 'isNot']), text: Text }),
  /** Choices by their values; also for questions with several choices. */
  z.strictObject({ op: z.enum(['oneOf', 'noneOf', 'allOf']), values: z.array(Text).check(z.minLength(1)) }),
  z.strictObject({ op: z.enum(['blank', 'answered']) }),
  z.strictObject({ op: z.enum(['atLeast', 'moreThan', 'atMost', 'lessThan']), number: NumberText }),
  /** Limits are inclusive; `null`: no limit. */
  z.strictObject({ op: z.literal('number'), from: z.nullable(NumberText), to: z.nullable(NumberText) }),
  /** A day in the reader's time zone: `2026-11-20`. */
  z.strictObject({ op: z.enum(['on', 'before', 'after', 'onOrBefore', 'onOrAfter']), day: Day }),
  /** Days, inclusive; `null`: no limit. */
  z.strictObject({ op: z.literal('day'), from: z.nullable(Day), to: z.nullable(Day) }),
  z.strictObject({ op: z.enum(PERIODS) }),
  /** Usernames; `null`: sent without signing in. */
  z.strictObject({ op: z.literal('person'), names: z.array(z.nullable(Text)).check(z.minLength(1)) }),
  /** Statuses; `null`: no status. */
  z.strictObject({ op: z.literal('status'), verdicts: z.array(z.nullable(Status)).check(z.minLength(1)) }),
])
export type Test = z.output<typeof Test>

/** The field of conditions on all text questions at once. Only `contains` can be tested. */
export const ANY_TEXT = '*'

/** The operators on days. */
export const DAY_OPERATORS = [
  'on',
  'before',
  'after',
  'onOrBefore',
  'onOrAfter',
  'day',
  ...PERIODS,
] as const satisfies Test['op'][]

/** The operators of each system column. Other columns have the other operators. */
const SYSTEM_OPERATORS = new Map<string, readonly Test['op'][]>([
  [ANY_TEXT, ['contains']],
  ['_id', ['is']],
  ['_submission_time', DAY_OPERATORS],
  ['_submitted_by', ['person']],
  ['_validation_status', ['status']],
])
const isSystemOperator = (op: Test['op']) => op === 'person' || op === 'status'

/** A condition: the id of a column, and the test of its value. */
export const Condition = z
  // `$` is not allowed: the server would read it as an operator.
  .strictObject({ field: z.string().check(z.regex(/^[^$]+$/)), test: Test })
  .check(z.refine(({ field, test }) => isValid(field, test)))
export type Condition = z.output<typeof Condition>

const Join = { join: z.enum(['and', 'or']) }
export const ConditionGroup = z.strictObject({ ...Join, conditions: z.array(Condition).check(z.minLength(1)) })
export type ConditionGroup = z.output<typeof ConditionGroup>

/** A filter as it is stored in URLs and saved views. Strict: rows that match may be deleted. */
export const StoredFilter = z.strictObject({
  ...Join,
  parts: z.array(z.union([Condition, ConditionGroup])).check(z.minLength(1)),
})

/** Which rows match: conditions, and groups of conditions, two levels deep. Without parts all rows match. */
export interface RowFilter extends z.output<typeof StoredFilter> {
  /** The text of a filter that could not be read: no row matches. */
  unreadable?: string
}

export const NO_FILTER: RowFilter = { join: 'and', parts: [] }

/** The filter with a search in all text questions, in place of one that it has; `null` where groups leave no room for it. */
export function withTextSearch({ join, parts }: RowFilter, text: string): RowFilter | null {
  const search = { field: ANY_TEXT, test: { op: 'contains' as const, text } }
  const others = parts.filter((part) => 'conditions' in part || part.field !== ANY_TEXT)
  if (join === 'and' || others.length < 2) return { join: 'and', parts: [...others, search] }
  const conditions = others.flatMap((part) => ('conditions' in part ? [] : [part]))
  return conditions.length < others.length ? null : { join: 'and', parts: [{ join, conditions }, search] }
}

function isValid(field: string, test: Test): boolean {
  const system = SYSTEM_OPERATORS.get(field)
  if (system ? !system.includes(test.op) : isSystemOperator(test.op)) return false
  if (field === '_id') return test.op === 'is' && /^\d{1,15}$/.test(test.text)
  if (test.op !== 'number' && test.op !== 'day') return true
  if (test.from === null || test.to === null) return test.from !== test.to
  return test.op === 'number' || test.from <= test.to
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(NaN)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
